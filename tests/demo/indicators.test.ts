/** On the day the demo network is loaded, every indicator says what the network was written for. */
import { expect, test } from 'vitest';
import { createLocalBus } from '../../server/bus/bus.ts';
import { loadNetwork } from '../../server/demo/load.ts';
import { openNetwork } from '../../server/demo/open-network.ts';
import { readIndicators } from '../../server/records/indicators/queries.ts';
import { readEarliness } from '../../server/records/reports/queries.ts';
import { dayOf } from '../../shared/dates.ts';
import type { IndicatorCode } from '../../shared/records/indicators.ts';
import { freshDatabase } from '../support/database.ts';
import { makeWorker } from '../support/households.ts';
import { must } from '../support/people.ts';

const db = await freshDatabase();
const world = { db, bus: createLocalBus(), now: () => new Date() };
await openNetwork(world, { name: 'demo', load: loadNetwork }, () => undefined);
const coordinator = await makeWorker(world, 'coordinator');
const { indicators } = await must(readIndicators(world, coordinator, {}));
const of = (code: IndicatorCode) =>
  indicators.find((each) => each.code === code) ?? expect.fail(`no ${code}`);
const told = (code: IndicatorCode) => {
  const { numerator, denominator, unknowns } = of(code);
  return [numerator, denominator, unknowns];
};

test('B14: refused: three households with the regia in education aren’t told, nor can they be computed from the others', () => {
  expect(of('regia_by_sector').cells.map(({ key, numerator }) => [key, numerator])).toEqual([
    ['social', null], // eight: with it, the three would be twenty minus the rest
    ['health', 9],
    ['education', null],
    ['pending', 0],
  ]);
});

test('B2: of the twenty in care, eight are led by a social service, nine by health, three by education', async () => {
  const rows = await db.sql<{ sector: string; n: number }[]>`
    select body.sector, count(*) as n from lead_tenure join household on household.id = household_id
      join body on body.id = body_id
    where until is null and household.status in ('enrolled', 'suspended') group by 1 order by 2`;
  expect(rows.map(({ sector, n }) => [sector, n])).toEqual([
    ['education', 3],
    ['social', 8],
    ['health', 9],
  ]);
});

test('B14: the six: numerator, denominator, and of how many it isn’t known', () => {
  expect(told('pairs')).toEqual([14, 20, 0]);
  expect(told('severe_poverty')).toEqual([10, 20, 1]);
  expect(told('migrant_background')).toEqual([18, 20, 0]);
  expect(told('mothers_without_work')).toEqual([13, 20, 1]);
  expect(told('several_children')).toEqual([11, 20, 0]);
  expect(told('minors_per_household')).toEqual([33, 20, 0]);
  expect(of('minors_per_household').value).toBe(1.65);
});

test('A3: who isn’t a pair is a pregnancy (four), was one until a loss (one), or is past the second birthday (one)', async () => {
  const rows = await db.sql<{ pregnant: boolean; lost: boolean; youngest: string | null }[]>`
    select bool_or(pregnancy is not null and pregnancy -> 'ended' = 'null') as pregnant,
      bool_or(pregnancy -> 'ended' ->> 'outcome' <> 'birth') as lost,
      max(birth) filter (where relation = 'child' and left_on is null)::text as youngest
    from member join household on household.id = household_id where status in ('enrolled', 'suspended')
    group by household_id`;
  const today = dayOf(world.now());
  const underTwo = (birth: string | null) =>
    birth !== null && `${Number(birth.slice(0, 4)) + 2}${birth.slice(4)}` > today;
  const kinds = rows.map(({ pregnant, lost, youngest }) =>
    underTwo(youngest) ? 'pair' : pregnant ? 'pregnancy' : lost ? 'loss' : 'past two',
  );
  const counts = { pair: 0, pregnancy: 0, loss: 0, 'past two': 0 };
  for (const kind of kinds) counts[kind] += 1;
  expect(counts).toEqual({ pair: 14, pregnancy: 4, loss: 1, 'past two': 1 });
});

test('A11: women received at most, in care now of ever, initiatives held each time, spaces in the eight Case', () => {
  // 29 taken up, and 18 contacts of whom nobody knows who they are
  expect(told('women_received')).toEqual([47, null, 18]);
  expect(told('women_in_care')).toEqual([20, 27, 0]);
  expect(told('initiatives_held')).toEqual([14, 16, 0]);
  expect(told('community_spaces')).toEqual([8, 8, 0]);
});

test('B12: how early they came, on the day they were reported: the same at the door and in the numbers', async () => {
  expect([told('earliness_in_pregnancy'), of('earliness_in_pregnancy').value]).toEqual([[17, 29, 1], 26]);
  expect([told('earliness_after_birth'), of('earliness_after_birth').value]).toEqual([[11, 29, 1], 80]);
  const early = await readEarliness(db.orm);
  const days = early.flatMap(({ earliness }) => (earliness?.kind === 'birth' ? [earliness.days] : []));
  expect(days.sort((a, b) => a - b)).toEqual([12, 22, 26, 40, 40, 80, 160, 206, 255, 308, 384]);
});

test('B14: what somebody writes counts from its commit, not before and not later', async () => {
  const poverty = async () => {
    const { indicators: now } = await must(readIndicators(world, coordinator, {}));
    return now.find(({ code }) => code === 'severe_poverty')?.numerator;
  };
  expect(await poverty()).toBe(10);
  await db.sql.begin(async (tx) => {
    await tx`update situation set severe_poverty = 'no', severe_poverty_since = null`;
    expect(await poverty()).toBe(10); // nobody has committed it
  });
  expect(await poverty()).toBe(0);
});
