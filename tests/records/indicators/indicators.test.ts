/** B14, A11, B12: indicators as of any day, from dated history, with small cells and what they could be had from left out. */
import { expect, test } from 'vitest';
import { countingOf } from '../../../server/records/indicators/counting.ts';
import type { Cell } from '../../../server/records/indicators/cube.ts';
import { cellsOn } from '../../../server/records/indicators/kept.ts';
import { type IndicatorQuery, readIndicators } from '../../../server/records/indicators/queries.ts';
import { indicatorRoutes } from '../../../server/records/indicators/routes.ts';
import { addDays, Day, dayOf } from '../../../shared/dates.ts';
import { HouseholdId, newId } from '../../../shared/ids.ts';
import { type IndicatorCode, indicatorEndpoints } from '../../../shared/records/indicators.ts';
import { hiddenParts } from '../../../shared/records/suppress.ts';
import { signedInClient, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  giveLead,
  type MadeHousehold,
  makeHousehold,
  makeService,
  makeWorker,
  motherDraft,
} from '../../support/households.ts';
import { makeBody, makePerson, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const desk = await makeBody(world, {
  name: 'Casa nel Parco',
  kind: 'casa_del_quartiere',
  sector: 'desk',
  public: false,
});
const tutor = await makeWorker(world, 'tutor', desk.id);
const services = {
  health: await makeService(world, 'health'),
  education: await makeService(world, 'education'),
};
const coordinator = await makeWorker(world, 'coordinator');
const testApp = await startApp(world, { routes: () => indicatorRoutes });
const today = dayOf(new Date());
const lastMonth = addDays(today, -30);
const read = async (query: IndicatorQuery = {}) => {
  const { indicators } = await must(readIndicators(world, coordinator, query));
  return (code: IndicatorCode) =>
    indicators.find((each) => each.code === code) ?? expect.fail(`there is no ${code}`);
};

// Twelve households in care since forty days, seven in district 1, five in district 2; severe poverty in ten, told a week ago.
const households: MadeHousehold[] = [];
for (let at = 0; at < 12; at++) {
  const household = await makeHousehold(world, {
    tutor,
    id: newId(HouseholdId),
    district: at < 7 ? 1 : 2,
    members: [
      motherDraft,
      ...[400, ...(at < 6 ? [20] : [])].map((days) => ({
        ...motherDraft,
        name: 'Adam',
        relation: 'child' as const,
        sex: 'm' as const,
        indexPerson: false,
        birth: addDays(today, -days),
      })),
    ],
  });
  households.push(household);
  if (at < 11) await giveLead(world, household, at < 8 ? services.health : services.education);
}
const ids = households.map(({ id }) => id);
await db.sql`update household set opened_on = opened_on - 40 where id = any(${ids})`;
await db.sql`update status_change set on_day = on_day - 40`;
await db.sql`update tutor_tenure set since = since - 40`;
await db.sql`
  insert into status_change (household_id, on_day, from_status, to_status, reason, changed_by)
  select id, opened_on, 'screening', 'enrolled', '', opened_by from household`;
await db.sql`
  insert into situation (household_id, on_day, severe_poverty, migrant_background, housing, work, isee, document_state,
    residence, health_registration, paediatrician, recorded_by, recorded_at)
  select id, ${addDays(today, -7)}, case when at <= 10 then 'yes' when at = 11 then 'no' else 'unknown' end, 'yes',
    'rented', 'unknown', 'none', 'permit', 'resident', 'stp', 'yes', ${tutor.personId}, now()
  from unnest(${ids}::uuid[]) with ordinality as given (id, at)`;

test('B14: refused: whoever has no function for it, and a day that is yet to come', async () => {
  for (const function_ of ['partner', 'mediator', 'social', 'volunteer'] as const) {
    const client = await signedInClient(testApp, await makePerson(world, { function: function_ }));
    expect((await client.call('GET', indicatorEndpoints.read.path)).status).toBe(404);
  }
  const ahead = await readIndicators(world, coordinator, { asOf: addDays(today, 1) });
  expect(ahead).toMatchObject({ code: 'invalid', fields: [{ path: 'asOf', code: 'in-the-future' }] });
  const crossed = await readIndicators(world, coordinator, { district: 1, desk: desk.id });
  expect(crossed).toMatchObject({ code: 'invalid', fields: [{ path: 'district', code: 'one-filter' }] });
});

test('B14: refused: small cells are not told, nor those a small one could be had from', async () => {
  expect(hiddenParts([8, 9, 3, 0])).toEqual([true, false, true, false]);
  expect(hiddenParts([5, 5, 0])).toEqual([false, false, false]);
  expect(hiddenParts([1, 1, 7, 20])).toEqual([true, true, true, false]);
  expect(hiddenParts([2])).toEqual([true]);
  const of = await read();
  const regia = of('regia_by_sector');
  expect(regia.cells.map(({ key, numerator }) => [key, numerator])).toEqual([
    ['social', 0],
    ['health', null],
    ['education', null],
    ['pending', null],
  ]);
  // Of poverty, four households of district 2: hidden, and with them the six of district 1.
  await db.sql`update situation set severe_poverty = 'no' where household_id = ${ids[8] ?? ''}`;
  const cells = (await read())('severe_poverty').cells.map(({ key, numerator }) => [key, numerator]);
  expect(cells).toEqual([
    ['1', null],
    ['2', null],
  ]);
  expect((await read({ district: 1 }))('severe_poverty')).toMatchObject({
    numerator: null,
    value: null,
    denominator: 7,
  });
  expect((await read({ district: 8 }))('severe_poverty')).toMatchObject({ numerator: 0, denominator: 0 });
  await db.sql`update situation set severe_poverty = 'yes' where household_id = ${ids[8] ?? ''}`;
});

test('B14: refused: whichever filter one takes, no small number can be had by subtraction', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const counting = countingOf(randomCube(seed));
    const whole = counting.told('poverty', {});
    for (const filters of [
      [1, 2, 3].map((district) => ({ district })),
      [true, false].map((programme) => ({ programme })),
    ]) {
      const told = filters.map((where) => counting.told('poverty', where));
      const counts = filters.map((where) => counting.sum('poverty', where));
      expect(told.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
      const left = counts.filter((count, at) => told[at] === null && count > 0);
      if (whole === null || left.length === 0) continue;
      // The hidden ones are several, and too many together to be anybody; or nothing at all is told.
      const sum = left.reduce((total, count) => total + count, 0);
      expect((left.length > 1 && sum >= 5) || told.every((count) => count === null || count === 0)).toBe(
        true,
      );
    }
  }
});

test('B14: the six, each with numerator, denominator and what isn’t known', async () => {
  const of = await read();
  expect(of('pairs')).toMatchObject({ numerator: 12, denominator: 12, unknowns: 0, value: 1 });
  expect(of('severe_poverty')).toMatchObject({ numerator: 10, denominator: 12, unknowns: 1, value: 10 / 11 });
  expect(of('migrant_background')).toMatchObject({ numerator: 12, denominator: 12, unknowns: 0, value: 1 });
  expect(of('mothers_without_work')).toMatchObject({
    numerator: 0,
    denominator: 12,
    unknowns: 12,
    value: null,
  });
  expect(of('several_children')).toMatchObject({ numerator: 6, denominator: 12, value: 0.5 });
  expect(of('minors_per_household')).toMatchObject({ numerator: 18, denominator: 12, value: 1.5 });
  expect((await read({ district: 1 }))('minors_per_household')).toMatchObject({
    numerator: 13,
    denominator: 7,
  });
  expect((await read({ desk: desk.id }))('pairs')).toMatchObject({ numerator: 12, denominator: 12 });
});

test('B14: as of a day, nothing of today is passed off as then’s', async () => {
  const of = await read({ asOf: lastMonth });
  expect(of('severe_poverty')).toMatchObject({ numerator: 0, denominator: 12, unknowns: 12, value: null });
  expect(of('several_children')).toMatchObject({ numerator: 0, denominator: 12 });
  expect(of('regia_by_sector').cells.map(({ numerator }) => numerator)).toEqual([0, 0, 0, 12]);
  const before = await read({ asOf: addDays(today, -41) });
  expect(before('pairs')).toMatchObject({ numerator: 0, denominator: 0, value: null });
  expect(before('women_received')).toMatchObject({ numerator: 0 });
});

test('B14: what is written later of a day gone by counts on that day, and on those it leaves as they were', async () => {
  const poverty = async (asOf: Day) => (await read({ asOf }))('severe_poverty').numerator;
  const days = [today, lastMonth, addDays(today, -35)] as const;
  expect(await Promise.all(days.map(poverty))).toEqual([10, 0, 0]);
  await db.sql`update situation set on_day = ${lastMonth}`;
  expect(await Promise.all(days.map(poverty))).toEqual([10, 10, 0]);
  await db.sql`update situation set on_day = ${addDays(today, -7)}`;
  expect(await Promise.all(days.map(poverty))).toEqual([10, 0, 0]);
});

test('A11, B12: women received and in care, and how early they came', async () => {
  const of = await read();
  expect(of('women_received')).toMatchObject({ numerator: 12, unknowns: 0 });
  expect(of('women_in_care')).toMatchObject({ numerator: 12, denominator: 12 });
  // Six were pregnant when they came: their second child was born since, so its pregnancy is counted back.
  expect(of('earliness_in_pregnancy')).toMatchObject({
    numerator: 6,
    denominator: 12,
    unknowns: 0,
    value: 37,
  });
  expect(of('earliness_after_birth')).toMatchObject({ numerator: 6, denominator: 12, value: 360 });
  expect(of('initiatives_held')).toMatchObject({ numerator: 0, denominator: 0 });
  expect(of('community_spaces')).toMatchObject({ numerator: 0, denominator: 1 });
});

test('B14: an answer holds counts and nobody’s id', async () => {
  const answer = await must(readIndicators(world, coordinator, {}));
  const text = JSON.stringify(answer);
  for (const { id, motherId, tutor: one } of households) {
    for (const each of [id, motherId, one.personId]) expect(text).not.toContain(each);
  }
  expect(await cellsOn(db, Day.parse('2020-01-01'), null)).toEqual([]);
});

/** Three districts, in the programme or not, with small and large counts. */
function randomCube(seed: number): Cell[] {
  let state = seed;
  const next = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const zeros = { taken_in: 0, in_care: 0, was_in_care: 0, pairs: 0, pairs_unknown: 0, poverty_unknown: 0 };
  const more = {
    migrant: 0,
    migrant_unknown: 0,
    without_work: 0,
    work_unknown: 0,
    several: 0,
    minors: 0,
    undated: 0,
  };
  const leads = {
    lead_social: 0,
    lead_health: 0,
    lead_education: 0,
    lead_pending: 0,
    weeks_known: 0,
    ages_known: 0,
  };
  return [1, 2, 3].flatMap((district) =>
    [true, false].map((programme) => {
      const poverty = next(3) === 0 ? next(4) : next(25);
      return {
        ...zeros,
        ...more,
        ...leads,
        poverty,
        district,
        desk: null,
        programme,
        weeks: new Map(),
        ages: new Map(),
      };
    }),
  );
}
