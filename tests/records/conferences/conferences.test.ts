/** X1: a conference has an agenda, a chair and minutes that are shared; the chair freezes them once it was held (X3). */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  cancelConference,
  changeConference,
  holdConference,
  scheduleConference,
} from '../../../server/records/conferences/commands.ts';
import { hashOfWords, openMinutes } from '../../../server/records/conferences/minutes.ts';
import { readConference, readMyConferences } from '../../../server/records/conferences/queries.ts';
import { documentFacts } from '../../../server/records/households/documents.ts';
import { minutesContent } from '../../../shared/documents/minutes.ts';
import { textOf } from '../../../shared/documents/rich-text.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  conferenceWith,
  giveLead,
  join,
  makeFamilyAccount,
  makeHousehold,
  makeService,
  makeWorker,
} from '../../support/households.ts';
import { freeze as freezeAll } from '../../support/minutes.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const lead = await makeService(world);
const mediator = await makeWorker(world, 'mediator');
await giveLead(world, household, lead);
await join(world, household, mediator);

const schedule = (draft: ReturnType<typeof conferenceWith>, by = household.tutor) =>
  act(world, by, (context) => scheduleConference(context, { householdId: household.id, ...draft }));
const of = ({ id }: { id: ReturnType<typeof conferenceWith>['id'] }) => ({
  householdId: household.id,
  conferenceId: id,
});

test('X1: a mediator plans none, and whoever chairs is of the team', async () => {
  expect(await schedule(conferenceWith(household, lead.worker), mediator)).toMatchObject({
    code: 'not-yours-to-do',
  });
  const stranger = await makeWorker(world, 'social');
  expect(await schedule(conferenceWith(household, stranger))).toMatchObject({
    fields: [{ path: 'chairId' }],
  });
});

test('X1: its minutes are made with the agenda as headings, once', async () => {
  const draft = conferenceWith(household, lead.worker);
  const [planned, again] = [await must(schedule(draft)), await must(schedule(draft))];
  expect(again).toEqual(planned);
  const minutesId = planned.minutes ? planned.minutes.documentId : expect.fail('the tutor may open them');
  const [row] = await db.sql<{ bytes: Uint8Array }[]>`
    select bytes from document_update where document_id = ${minutesId}`;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, row ? row.bytes : expect.fail('seeded'));
  const blocks = minutesContent(doc).toArray() as Y.XmlElement[]; // a seed has elements only
  expect(blocks.map((block) => [block.nodeName, block.getAttribute('agenda'), textOf(block)])).toEqual([
    ['heading', 'a1', 'Come va'],
    ['paragraph', undefined, ''],
    ['heading', 'a2', 'Che cosa manca'],
    ['paragraph', undefined, ''],
  ]);
});

test('X1: invitees find it among theirs, strangers don’t; the family when it is asked to come', async () => {
  const family = await makeFamilyAccount(world, household);
  const draft = conferenceWith(household, lead.worker, {
    invitedIds: [mediator.personId],
    familyInvited: true,
  });
  await must(schedule(draft));
  const mine = async (actor: typeof mediator) =>
    (await must(readMyConferences(db.orm, actor, 'upcoming', world.now()))).conferences.map(({ id }) => id);
  expect(await mine(await makeWorker(world, 'mediator'))).toEqual([]);
  for (const actor of [lead.worker, household.tutor, mediator, family])
    expect(await mine(actor)).toContain(draft.id);
  const [own] = (await must(readMyConferences(db.orm, family, 'upcoming', world.now()))).conferences;
  expect(own?.minutes).toBeNull();
});

test('X1: a planned conference changes under the version one saw, or is cancelled; a held one doesn’t', async () => {
  const planned = await must(schedule(conferenceWith(household, lead.worker)));
  const change = (version: number) =>
    act(world, household.tutor, (context) =>
      changeConference(context, of(planned), { title: 'Verifica di fine mese', version }),
    );
  const changed = await must(change(planned.version));
  expect(changed.title).toBe('Verifica di fine mese');
  expect(await change(planned.version)).toEqual({ ok: false, code: 'changed-meanwhile' });
  const cancel = () =>
    act(world, household.tutor, (context) =>
      cancelConference(context, { ...of(planned), reason: 'Sciopero.' }),
    );
  await must(cancel());
  expect(await cancel()).toEqual({ ok: false, code: 'wrong-state' });
});

test('X3: only the chair freezes, only once it was held; the hash is of the words and attendance that were committed', async () => {
  const planned = await must(schedule(conferenceWith(household, lead.worker)));
  const minutesId = planned.minutes?.documentId ?? expect.fail('the tutor may open them');
  const conference = { of: of(planned), minutesId, chair: lead.worker };
  const freeze = (by: typeof mediator) => freezeAll(world, conference, { by, withoutQuorum: 'Prova.' });
  expect(await freeze(household.tutor)).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await freeze(lead.worker)).toEqual({ ok: false, code: 'wrong-state' });
  expect(await act(world, mediator, (context) => holdConference(context, of(planned)))).toEqual({
    ok: false,
    code: 'not-yours-to-do',
  });
  await must(act(world, lead.worker, (context) => holdConference(context, of(planned))));
  const epoch = async () =>
    (
      await db.sql<{ access_epoch: number }[]>`select access_epoch from household where id = ${household.id}`
    )[0]?.access_epoch;
  const before = await epoch();
  await must(freeze(lead.worker));
  expect(await epoch()).not.toBe(before);

  const frozen = await must(readConference(db.orm, household.tutor, of(planned)));
  const minutes = frozen.minutes ?? expect.fail('the tutor reads them');
  expect([frozen.status, minutes.access]).toEqual(['frozen', 'read']);
  expect(await documentFacts(db.orm, minutes.documentId)).toEqual({
    householdId: household.id,
    kind: 'minutes',
    frozen: true,
    conferenceId: planned.id,
  });
  const doc = await openMinutes(db.orm, minutes.documentId);
  expect(frozen.frozenHash).toBe(hashOfWords(doc));
  expect(await freeze(lead.worker)).toEqual({ ok: false, code: 'wrong-state' });
});
