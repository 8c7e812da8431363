/** X22: one's own calendar at a secret address, with what one may see at the moment somebody asks. */
import ICAL from 'ical.js';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { calendarFeedRoutes } from '../../../server/records/calendar-feed/routes.ts';
import { addToTeam, endMembership } from '../../../server/records/care-team/commands.ts';
import { scheduleConference } from '../../../server/records/conferences/commands.ts';
import { addDays, dayOf, Instant } from '../../../shared/dates.ts';
import { type Answer, clientOf, origin, signedInClient, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  conferenceWith,
  makeHousehold,
  makeTask,
  motherDraft,
  taskFor,
} from '../../support/households.ts';
import { makePerson, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
const testApp = await startApp(world, {
  routes: () => calendarFeedRoutes(origin),
  log,
  limitAddresses: true,
});
const nobody = clientOf(testApp.app);
const today = dayOf(new Date());
const household = await makeHousehold(world, {
  name: 'Idrissi',
  members: [
    {
      ...motherDraft,
      pregnancy: { lmp: addDays(today, -100), dueDate: addDays(today, 180), firstVisit: null, ended: null },
    },
  ],
} as object);

async function follower() {
  const person = await makePerson(world, { function: 'social' });
  const membership = await must(
    act(world, household.tutor, (context) =>
      addToTeam(context, { householdId: household.id, personId: person.id, reason: null }),
    ),
  );
  const client = await signedInClient(testApp, person);
  const make = async () => {
    const { status, body } = await client.call('POST', '/api/calendar-feed', {});
    expect(status).toBe(200);
    return new URL((body as { address: string }).address).pathname;
  };
  return { ...person, membership, client, make, address: await make() };
}
const eventsOf = ({ body, headers }: Answer) => {
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const calendar = new ICAL.Component(ICAL.parse(body as string));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
};

test('X22: an address withdrawn, renewed, of a closed account or never made: one answer, and no session is asked', async () => {
  const { address, client, make, id } = await follower();
  const never = address.replace(/[\w-]{43}/, 'x'.repeat(43));
  const unknown = await nobody.call('GET', never);
  expect(unknown.status).toBe(404);
  expect((await nobody.call('GET', address)).status).toBe(200);
  const refused = async (path: string) => {
    const { status, body } = await nobody.call('GET', path);
    expect({ status, body }).toEqual({ status: 404, body: unknown.body });
  };
  const renewed = await make();
  await refused(address);
  expect((await client.call('DELETE', '/api/calendar-feed', {})).status).toBe(200);
  await refused(renewed);
  expect((await client.call('GET', '/api/calendar-feed')).body).toEqual({ feed: null });
  const last = await make();
  await db.sql`update person set active = false where id = ${id}`;
  await refused(last);
  await refused('/api/calendar-feed/short/trama.ics');
  expect((await nobody.call('POST', '/api/calendar-feed', {})).status).toBe(401);
});

test('X22: it holds conferences, tasks and windows by code and kind; off the team it is empty', async () => {
  const { address, id, actor, membership } = await follower();
  const start = Instant.parse(`${addDays(today, 7)}T13:00:00.000Z`);
  const conference = await must(
    act(world, household.tutor, (context) =>
      scheduleConference(context, {
        householdId: household.id,
        ...conferenceWith(household, actor, { title: 'La casa di Samira', start, invitedIds: [id] }),
      }),
    ),
  );
  const task = await makeTask(
    world,
    household,
    taskFor(actor, { due: addDays(today, 5), title: 'Portare Samira al CUP' }),
  );
  const answer = await nobody.call('GET', address);
  const events = eventsOf(answer);
  const meeting = events.find(({ uid }) => uid === conference.id);
  expect(meeting?.startDate.toJSDate().toISOString()).toBe(start);
  const due = events.find(({ uid }) => uid === task.id);
  expect([due?.startDate.isDate, due?.startDate.toString()]).toEqual([true, addDays(today, 5)]);
  expect(events.some(({ summary }) => summary.startsWith('Scadenza dei mille giorni'))).toBe(true);
  expect(events.every(({ summary }) => summary.endsWith(`· ${household.code}`))).toBe(true);
  for (const secret of ['Samira', 'Idrissi', 'CUP']) expect(answer.body).not.toContain(secret);

  const { householdId } = { householdId: household.id };
  await must(
    act(world, household.tutor, (context) =>
      endMembership(context, { householdId, membershipId: membership.id, reason: 'Fine.' }),
    ),
  );
  expect(eventsOf(await nobody.call('GET', address))).toEqual([]);
});

test('X22: what is known already isn’t sent again; what changed is', async () => {
  const { address, actor } = await follower();
  const first = await nobody.call('GET', address);
  const [etag, modified] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? ''];
  const again = (headers: Record<string, string>) => nobody.call('GET', address, undefined, headers);
  expect(await again({ 'if-none-match': etag })).toMatchObject({ status: 304, body: '' });
  expect((await again({ 'if-modified-since': modified })).status).toBe(304);
  expect((await again({ 'if-none-match': '"other"', 'if-modified-since': modified })).status).toBe(200);
  await makeTask(world, household, taskFor(actor, { due: addDays(today, 3) }));
  const changed = await again({ 'if-none-match': etag });
  expect(changed.status).toBe(200);
  expect(changed.headers.get('etag')).not.toBe(etag);
});

test('X22: who asks too often is told to wait, and no token is in any log', async () => {
  const client = await signedInClient(testApp, await makePerson(world));
  const { body } = await client.call('POST', '/api/calendar-feed', {});
  const address = new URL((body as { address: string }).address).pathname;
  const token = address.split('/')[3] ?? expect.fail('the address holds a token');
  const answers = [];
  for (let i = 0; i < 62; i++) answers.push((await nobody.call('GET', address)).status);
  expect(answers.filter((status) => status === 429)).toHaveLength(2);
  expect(lines.some((line) => line.includes('/api/calendar-feed/:token/trama.ics'))).toBe(true);
  expect(lines.join()).not.toContain(token);
});
