import { beforeAll, expect, test } from 'vitest';
import { activityRoutes } from '../../../server/records/activity/routes.ts';
import type { ActivityEntry, ActivityEvent } from '../../../shared/activity.ts';
import { newId, TaskId } from '../../../shared/ids.ts';
import { type Client, signedInClient, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  giveLead,
  join,
  type MadeHousehold,
  makeHousehold,
  makeService,
  makeWorker,
} from '../../support/households.ts';
import { happen, makeBody, makePerson, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const testApp = await startApp(world, { routes: () => activityRoutes });

type Answer = { entries: ActivityEntry[]; names: Record<string, string> };
async function read(client: Client, path: string): Promise<Answer> {
  const { status, body } = await client.call('GET', path);
  expect(status).toBe(200);
  return body as Answer;
}
const client = async (personId: string): Promise<Client> => {
  const [row] = await db.sql<{ email: string }[]>`select email from person where id = ${personId}`;
  return signedInClient(testApp, { email: row?.email ?? '' });
};
const kinds = ({ entries }: Answer) => entries.map(({ event }) => event.kind);

let household: MadeHousehold;
let tutor: Client;
beforeAll(async () => {
  household = await makeHousehold(world);
  tutor = await client(household.tutor.personId);
});

test('X10: whoever doesn’t see the case reads nothing of its history, as if it weren’t there', async () => {
  const stranger = await client((await makeWorker(world, 'social')).personId);
  const family = await makePerson(world, { function: 'family', householdId: household.id });
  const mother = await signedInClient(testApp, family);
  for (const reader of [stranger, mother]) {
    const answer = await reader.call('GET', `/api/households/${household.id}/activity`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-available' } });
  }
  expect((await read(stranger, '/api/activity')).entries).toEqual([]);
});

test('X10: the tutor reads what happened to the household, newest first, with names', async () => {
  const service = await makeService(world);
  await giveLead(world, household, service);
  const all = await read(tutor, `/api/households/${household.id}/activity`);
  expect(kinds(all)).toEqual(expect.arrayContaining(['household.opened', 'tutor.assigned', 'lead.accepted']));
  const seqs = all.entries.map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
  expect(all.entries.at(-1)?.actor?.id).toBe(household.tutor.personId);
  expect(all.names[service.body.id]).toBe(service.body.name);
  expect(all.names[household.id]).toBe('Idrissi');

  const first = await read(tutor, `/api/households/${household.id}/activity?limit=2`);
  const rest = await read(
    tutor,
    `/api/households/${household.id}/activity?before=${first.entries.at(-1)?.seq}&limit=200`,
  );
  expect([...first.entries, ...rest.entries]).toEqual(all.entries);
});

test('X10: one’s own page holds the households one works with and no others', async () => {
  const other = await makeHousehold(world);
  const mediator = await makeWorker(world, 'mediator');
  await join(world, household, mediator);
  const mine = await read(await client(mediator.personId), '/api/activity?limit=200');
  expect(new Set(mine.entries.map(({ householdId }) => householdId))).toEqual(new Set([household.id]));
  expect(JSON.stringify(mine)).not.toContain(other.id);
});

test('X10: a family hears of its team, not of the case, and of its own tasks', async () => {
  const family = await makePerson(world, { function: 'family', householdId: household.id });
  const [mine, others] = [newId(TaskId), newId(TaskId)];
  const assigned = (taskId: TaskId, ownerId: typeof family.id): ActivityEvent => ({
    kind: 'task.assigned',
    taskId,
    ownerId,
  });
  await happen(world, assigned(mine, family.id), { householdId: household.id });
  await happen(world, assigned(others, household.tutor.personId), { householdId: household.id });
  const read_ = await read(await signedInClient(testApp, family), '/api/activity?limit=200');
  expect(kinds(read_)).toContain('tutor.assigned');
  expect(JSON.stringify(read_)).toContain(mine);
  expect(JSON.stringify(read_)).not.toContain(others);
});

test('X10: the auditor reads everything, and no name of a family, no reason, no secret shelter', async () => {
  const shelter = await makeBody(world, {
    name: 'Casa segreta',
    kind: 'shelter',
    sector: 'protection',
    public: false,
  });
  await happen(
    world,
    { kind: 'referral.requested', referralId: crypto.randomUUID() as never, bodyId: shelter.id },
    { householdId: household.id },
  );
  const auditor = await signedInClient(testApp, await makePerson(world, { function: 'auditor' }));
  const log = await read(auditor, '/api/activity?limit=200');
  const text = JSON.stringify(log);
  expect(kinds(log)).toEqual(
    expect.arrayContaining(['household.opened', 'person.joined', 'referral.requested']),
  );
  for (const word of ['Idrissi', 'Il nodo è la casa', 'Vive nel suo quartiere', 'Casa segreta']) {
    expect(text).not.toContain(word);
  }
  expect((await read(tutor, `/api/households/${household.id}/activity`)).names[shelter.id]).toBeUndefined();
});

test('X10: the administration reads of accounts and bodies, nothing of households', async () => {
  const admin = await signedInClient(testApp, await makePerson(world, { function: 'admin' }));
  const log = await read(admin, '/api/activity?limit=200');
  expect(kinds(log)).toEqual(expect.arrayContaining(['person.joined', 'body.added']));
  expect(log.entries.filter(({ householdId }) => householdId !== null)).toEqual([]);
  const coordinator = await signedInClient(testApp, await makePerson(world, { function: 'coordinator' }));
  expect(new Set(kinds(await read(coordinator, '/api/activity')))).toEqual(new Set(['body.added']));
});
