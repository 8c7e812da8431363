/** X1: before a conference two people have its two parts, anyone of the team asks for a point, and those asked answer. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { inTransaction } from '../../../server/db/connect.ts';
import { addToTeam } from '../../../server/records/care-team/commands.ts';
import { askForPoint, setAgenda } from '../../../server/records/conferences/agenda.ts';
import { readBroughtForward } from '../../../server/records/conferences/brought-forward.ts';
import {
  cancelConference,
  changeConference,
  holdConference,
  scheduleConference,
} from '../../../server/records/conferences/commands.ts';
import { readConference } from '../../../server/records/conferences/queries.ts';
import { replyToConference } from '../../../server/records/conferences/replies.ts';
import { readSinceLastTime } from '../../../server/records/conferences/since-last-time.ts';
import { appendToDocument } from '../../../server/sync/append-to-document.ts';
import { storedState } from '../../../server/sync/stored-state.ts';
import type { Actor } from '../../../shared/access.ts';
import { addDays, dayOf, instantOf } from '../../../shared/dates.ts';
import { minutesContent } from '../../../shared/documents/minutes.ts';
import { appendBlock, textOf } from '../../../shared/documents/rich-text.ts';
import { ConferenceDraft } from '../../../shared/records/conferences.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  conferenceWith,
  giveLead,
  join,
  makeFamilyAccount,
  makeHousehold,
  makeService,
  makeTask,
  makeWorker,
  taskFor,
} from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const lead = await makeService(world);
const nurse = await makeWorker(world, 'health');
const mediator = await makeWorker(world, 'mediator');
const stranger = await makeWorker(world, 'social');
await giveLead(world, household, lead);
await join(world, household, nurse);
await join(world, household, mediator);

const schedule = (given: Partial<ConferenceDraft> = {}, by = household.tutor) =>
  act(world, by, (context) =>
    scheduleConference(context, {
      householdId: household.id,
      ...conferenceWith(household, lead.worker, given),
    }),
  );
const of = ({ id }: { id: ConferenceDraft['id'] }) => ({ householdId: household.id, conferenceId: id });
const change = (
  planned: { id: ConferenceDraft['id']; version: number },
  given: Omit<Parameters<typeof changeConference>[2], 'version'>,
) =>
  act(world, household.tutor, (context) =>
    changeConference(context, of(planned), { ...given, version: planned.version }),
  );
const ask = (by: Actor, planned: { id: ConferenceDraft['id'] }, id: string, title = 'Il nido') =>
  act(world, by, (context) => askForPoint(context, { ...of(planned), id, title, minutes: 10 }));
const headingsOf = async (planned: ReturnType<typeof readConference>) => {
  const { minutes } = await must(planned);
  const stored = await storedState(db.orm, minutes ? minutes.documentId : expect.fail('minutes may be read'));
  const blocks = minutesContent(stored ? stored.doc : expect.fail('the minutes are stored')).toArray();
  return blocks.flatMap((block) =>
    block instanceof Y.XmlElement && block.nodeName === 'heading'
      ? [[block.getAttribute('agenda'), textOf(block)]]
      : [],
  );
};
const read = (planned: { id: ConferenceDraft['id'] }, by = household.tutor) =>
  readConference(db.orm, by, of(planned));

test('X1: whoever chairs doesn’t take the minutes, in a new conference and in one that changes', async () => {
  const same = { code: 'invalid', fields: [{ path: 'minuteTakerId', code: 'same-as-chair' }] };
  expect(await schedule({ chairId: household.tutor.personId })).toMatchObject(same);
  const planned = await must(schedule());
  expect(await change(planned, { chairId: household.tutor.personId })).toMatchObject(same);
  const swapped = { chairId: household.tutor.personId, minuteTakerId: lead.worker.personId };
  expect(await change(planned, swapped)).toMatchObject({ ok: true });
});

test('X1: a video room has an https address', () => {
  const draft = conferenceWith(household, lead.worker);
  for (const videoUrl of ['http://meet.example.org/x', 'javascript:alert(1)', 'meet.example.org'])
    expect(ConferenceDraft.safeParse({ ...draft, videoUrl }).error?.issues).toMatchObject([
      { path: ['videoUrl'], code: 'invalid_format' },
    ]);
  expect(ConferenceDraft.parse({ ...draft, videoUrl: 'https://meet.example.org/x' })).toBeTruthy();
});

test('X1: who writes the plan asks for a point; a mediator, a stranger and whoever comes too late are refused', async () => {
  const planned = await must(schedule());
  expect(await ask(stranger, planned, 'n1')).toEqual({ ok: false, code: 'not-available' });
  expect(await ask(mediator, planned, 'n1')).toEqual({ ok: false, code: 'not-yours-to-do' });
  const asked = await must(ask(nurse, planned, 'n1'));
  expect(asked.agenda.at(-1)).toEqual({ id: 'n1', title: 'Il nido', minutes: 10, askedById: nurse.personId });
  expect((await must(ask(nurse, planned, 'n1'))).agenda).toEqual(asked.agenda);
  expect(await ask(lead.worker, planned, 'n1')).toEqual({ ok: false, code: 'already-exists' });
  // Who saw the agenda before that sets it anew is told.
  expect(await change(planned, { agenda: planned.agenda })).toEqual({ ok: false, code: 'changed-meanwhile' });
  await must(act(world, lead.worker, (context) => holdConference(context, of(planned))));
  expect(await ask(nurse, planned, 'n2')).toEqual({ ok: false, code: 'wrong-state' });
});

test('X1: points asked for at the same moment all stay, each with one heading in the minutes', async () => {
  const planned = await must(schedule());
  const asked = await Promise.all(
    [nurse, lead.worker, household.tutor, nurse].map((by, i) => ask(by, planned, `n${i}`, `Punto ${i}`)),
  );
  expect(asked.every(({ ok }) => ok)).toBe(true);
  const after = await must(read(planned));
  expect(after.agenda.map(({ id }) => id).sort()).toEqual(['a1', 'a2', 'n0', 'n1', 'n2', 'n3']);
  expect(await headingsOf(read(planned))).toEqual(after.agenda.map(({ id, title }) => [id, title]));
});

test('X1: the chair reorders and takes out, a new point gets its heading where it stands, once', async () => {
  const planned = await must(schedule());
  const set = (by: Actor, agenda: ConferenceDraft['agenda'], version: number) =>
    act(world, by, (context) => setAgenda(context, { ...of(planned), agenda, version }));
  const [first, second] = planned.agenda;
  if (!first || !second) expect.fail('it has two points');
  const between = { id: 'b1', title: 'La casa', minutes: null, askedById: null };
  expect(await set(nurse, [second, first], planned.version)).toMatchObject({ ok: true });
  expect(await set(mediator, [first], planned.version)).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await set(lead.worker, [first], planned.version)).toEqual({ ok: false, code: 'changed-meanwhile' });
  const { version } = await must(read(planned));
  const forged = [{ ...between, askedById: stranger.personId }];
  expect(await set(lead.worker, forged, version)).toMatchObject({
    fields: [{ path: 'agenda.0.askedById', code: 'not-in-team' }],
  });
  const after = await must(set(lead.worker, [first, between, second], version));
  await must(set(lead.worker, [between, second], after.version));
  expect((await headingsOf(read(planned))).map(([id]) => id)).toEqual(['a1', 'b1', 'a2']);
});

test('X1: the point that is open can’t be taken out', async () => {
  const planned = await must(schedule());
  await db.sql`update conference set floor_point_id = 'a1', floor_since = now() where id = ${planned.id}`;
  expect(await change(planned, { agenda: planned.agenda.slice(1) })).toMatchObject({
    fields: [{ path: 'agenda', code: 'point-open' }],
  });
});

test('X1: those asked answer for the hour they saw; another hour makes the answer stale; nobody else answers', async () => {
  const family = await makeFamilyAccount(world, household);
  const planned = await must(schedule({ invitedIds: [nurse.personId, stranger.personId] }));
  const reply = (by: Actor, start = planned.start) =>
    act(world, by, (context) =>
      replyToConference(context, { ...of(planned), reply: 'online', words: 'Dal consultorio.', start }),
    );
  // Invited, but not of the team; of the team, but not invited; a family that isn't asked.
  for (const by of [stranger, mediator, family])
    expect(await reply(by)).toEqual({ ok: false, code: 'not-available' });
  const later = instantOf(new Date(Date.parse(planned.start) + 3_600_000));
  expect(await reply(nurse, later)).toEqual({ ok: false, code: 'changed-meanwhile' });
  const answered = await must(reply(nurse));
  expect(answered.replies).toMatchObject([
    { person: { id: nurse.personId }, reply: 'online', words: 'Dal consultorio.', stale: false },
  ]);
  const moved = await must(change(answered, { start: later, familyInvited: true }));
  expect(moved.replies).toMatchObject([{ reply: 'online', stale: true }]);
  const own = await must(reply(family, later));
  expect(own.replies.map(({ person }) => person.id)).toEqual([family.personId]);
  expect((await must(read(planned))).replies).toHaveLength(2);
  await must(
    act(world, household.tutor, (context) =>
      cancelConference(context, { ...of(planned), reason: 'Sciopero.' }),
    ),
  );
  expect(await reply(nurse, later)).toEqual({ ok: false, code: 'wrong-state' });
});

test('X1: what the last conference decided is brought forward, overdue first, as it stands now; strangers learn nothing', async () => {
  const own = await makeHousehold(world);
  await giveLead(world, own, lead);
  await join(world, own, nurse);
  const conference = (start: number, given: Partial<ConferenceDraft> = {}) =>
    must(
      act(world, own.tutor, (context) =>
        scheduleConference(context, {
          householdId: own.id,
          ...conferenceWith(own, lead.worker, { start: instantOf(new Date(Date.now() + start)), ...given }),
        }),
      ),
    );
  const past = await conference(-3_600_000);
  const next = await conference(86_400_000);
  const ofNext = { householdId: own.id, conferenceId: next.id };
  const today = dayOf(new Date());
  const source = { kind: 'decision', conferenceId: past.id, decisionId: null } as const;
  const calm = await makeTask(
    world,
    own,
    taskFor(nurse, { source, due: addDays(today, 9), title: 'Il nido' }),
  );
  const late = await makeTask(
    world,
    own,
    taskFor(nurse, { source, due: addDays(today, 1), title: 'La casa' }),
  );
  await db.sql`update task set due = ${addDays(today, -2)} where id = ${late.id}`;
  await makeTask(world, own, taskFor(nurse, { title: 'Altro' }));
  const decisionId = crypto.randomUUID();
  const minutesId = past.minutes ? past.minutes.documentId : expect.fail('the tutor reads the minutes');
  await inTransaction(db, (tx) =>
    appendToDocument(tx, minutesId, (doc) => {
      appendBlock(minutesContent(doc), 'decision', { decisionId }, ['Sentire la scuola.']);
      appendBlock(minutesContent(doc), 'decision', { decisionId: crypto.randomUUID(), taskId: calm.id }, [
        'Nido.',
      ]);
    }),
  );
  const brought = (by: Actor) => readBroughtForward(db.orm, by, ofNext, world.now());
  expect(await brought(stranger)).toEqual({ ok: false, code: 'not-available' });
  const { conferences, items } = await must(brought(nurse));
  expect(conferences.map(({ id }) => id)).toEqual([past.id]);
  expect(items.map(({ kind, id, overdue }) => [kind, id, overdue])).toEqual([
    ['task', late.id, true],
    ['task', calm.id, false],
    ['decision', decisionId, false],
  ]);
  const first = await readBroughtForward(
    db.orm,
    nurse,
    { householdId: own.id, conferenceId: past.id },
    world.now(),
  );
  expect(await must(first)).toEqual({ conferences: [], items: [] });

  // What changed since: who came and went, and never who opened what.
  await must(
    act(world, own.tutor, (context) =>
      addToTeam(context, { householdId: own.id, personId: mediator.personId, reason: null }),
    ),
  );
  const since = await must(readSinceLastTime(db.orm, nurse, ofNext, world.now()));
  expect(since.last?.id).toBe(past.id);
  const team = since.groups.find(({ group }) => group === 'team');
  expect(team?.entries[0]?.event).toMatchObject({ kind: 'team.joined', personId: mediator.personId });
  expect(since.groups.flatMap(({ entries }) => entries.map(({ event }) => event.kind))).not.toContain(
    'conference.scheduled',
  );
  expect(since.names[mediator.personId]).toBeTruthy();
  expect(await readSinceLastTime(db.orm, stranger, ofNext, world.now())).toEqual({
    ok: false,
    code: 'not-available',
  });
});
