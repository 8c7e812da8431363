/** A generated network is of the asked size, the same every time, and obeys the rules it wasn't made by. */
import { expect, test } from 'vitest';
import { createLocalBus } from '../../server/bus/bus.ts';
import { generatedNetwork } from '../../server/demo/generated/generate.ts';
import { openNetwork } from '../../server/demo/open-network.ts';
import { listHouseholds } from '../../server/records/households/list.ts';
import { readIndicators } from '../../server/records/indicators/queries.ts';
import { actorOf } from '../../server/records/people/queries.ts';
import type { PersonId } from '../../shared/ids.ts';
import { canHoldLead } from '../../shared/records/bodies.ts';
import { freshDatabase } from '../support/database.ts';
import { makePerson, must } from '../support/people.ts';

const households = 40;
const silent = () => undefined;
const db = await freshDatabase();
const world = { db, bus: createLocalBus(), now: () => new Date() };

test('a database that holds somebody’s own accounts is refused', async () => {
  const own = await freshDatabase();
  await makePerson({ ...world, db: own });
  await expect(openNetwork({ ...world, db: own }, generatedNetwork(1, silent), silent)).rejects.toThrow(
    'somebody’s own',
  );
});

test('a load that was cut off is begun again from nothing', async () => {
  const cut = { ...generatedNetwork(households, silent), load: () => Promise.reject(new Error('cut off')) };
  await makeCutOff(cut);
  const said: string[] = [];
  expect(await openNetwork(world, generatedNetwork(households, silent), (line) => said.push(line))).toBe(
    true,
  );
  expect(said[0]).toContain('cut off');
  expect(await openNetwork(world, generatedNetwork(households, silent), silent)).toBe(false);
});

async function makeCutOff(network: Parameters<typeof openNetwork>[1]): Promise<void> {
  await expect(openNetwork(world, network, silent)).rejects.toThrow('cut off');
  await makePerson(world);
}

test('each household has a tutor, documents, and a regia held by a public service unless it is in screening', async () => {
  const rows = await db.sql<{ status: string; tutors: number; leads: number; documents: number }[]>`
    select status,
      (select count(*) from tutor_tenure where household_id = household.id and until is null) as tutors,
      (select count(*) from lead_tenure where household_id = household.id and until is null) as leads,
      (select count(*) from document where household_id = household.id and kind not in ('minutes', 'inclusion-pact')) as documents
    from household`;
  expect(rows).toHaveLength(households);
  for (const { status, tutors, leads, documents } of rows) {
    expect([tutors, leads, documents]).toEqual([1, status === 'screening' ? 0 : 1, 7]);
  }
  const holders = await db.sql<{ sector: 'social'; public: boolean }[]>`
    select sector, public from lead_tenure join body on body.id = body_id`;
  expect(holders.every(canHoldLead)).toBe(true);
});

test('its tutors list their families', async () => {
  const [busiest] = await db.sql<{ person_id: PersonId; families: number }[]>`
    select person_id, count(*) as families from tutor_tenure group by 1 order by 2 desc limit 1`;
  const actor = busiest && (await actorOf(db.orm, busiest.person_id));
  if (!actor) return expect.fail('the tutor has an account');
  const { items } = await must(listHouseholds(db.orm, actor, { limit: 200 }, world.now()));
  expect(items).toHaveLength(busiest.families);
});

test('every domain has records, and the indicators count them', async () => {
  const tables = [
    ...[
      'report',
      'enrolment',
      'situation',
      'contact',
      'calendar_mark',
      'mediation',
      'pact',
      'pact_signature',
    ],
    ...[
      'wellbeing',
      'grant_request',
      'grant_expense',
      'home_support',
      'placement',
      'structure',
      'desk_contact',
    ],
    ...['initiative_session', 'programme'],
  ];
  for (const table of tables) {
    const [row] = await db.sql<{ n: number }[]>`select count(*) as n from ${db.sql(table)}`;
    expect.soft(row?.n, table).toBeGreaterThan(0);
  }
  const [busiest] = await db.sql<{ person_id: PersonId }[]>`select person_id from tutor_tenure limit 1`;
  const actor = busiest && (await actorOf(db.orm, busiest.person_id));
  if (!actor) return expect.fail('the tutor has an account');
  const { indicators } = await must(readIndicators(world, actor, {}));
  const [inCare] = await db.sql<{ n: number }[]>`
    select count(*) as n from household where status in ('enrolled', 'suspended')`;
  expect(indicators.find(({ code }) => code === 'women_in_care')?.numerator).toBe(inCare?.n);
  const early = indicators.filter(({ code }) => code.startsWith('earliness'));
  expect(early.reduce((total, { numerator }) => total + (numerator ?? 0), 0)).toBeGreaterThan(households / 2);
});
