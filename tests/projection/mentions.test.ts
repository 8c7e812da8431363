/** X14: who is called in annotations, answered, or named by a chip is told once, if they may read it. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { inTransaction } from '../../server/db/connect.ts';
import { projectPersonChips } from '../../server/projection/person-chips.ts';
import { projectThreads } from '../../server/projection/threads.ts';
import { readNotifications } from '../../server/records/notifications/queries.ts';
import { createDocument } from '../../server/sync/create-document.ts';
import type { Actor } from '../../shared/access.ts';
import { instantOf } from '../../shared/dates.ts';
import { addReply, addThread, type NewThread, threads } from '../../shared/documents/annotations.ts';
import { planContent } from '../../shared/documents/care-plan.ts';
import { appendBlock } from '../../shared/documents/rich-text.ts';
import { DocumentId, newId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';
import { join, makeAssociation, makeHousehold, makeWorker } from '../support/households.ts';
import { worldOn } from '../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const [social, mediator] = [await makeWorker(world, 'social'), await makeWorker(world, 'mediator')];
for (const worker of [social, mediator]) await join(world, household, worker);
const stranger = await makeWorker(world, 'health');
const unconsented = (await makeAssociation(world)).worker;
const now = (daysAgo = 0) => instantOf(new Date(Date.now() - daysAgo * 86_400_000));

const threadBy = (author: Actor, mentions: readonly Actor[], given: Partial<NewThread> = {}): NewThread => ({
  kind: 'comment',
  author: author.personId,
  createdAt: now(),
  language: 'it',
  quote: 'la casa',
  from: '',
  to: '',
  text: 'Da chiedere a Samira.',
  mentions: mentions.map(({ personId }) => personId),
  ...given,
});
const told = async (actor: Actor) =>
  (await readNotifications(db.orm, actor, 'all')).map(({ subject }) => subject);
const project = (doc: Y.Doc) => projectThreads(world, { householdId: household.id, doc });
/** Another node's copy of the same document. */
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

test('X14: a mention reaches neither strangers, nor a partner without consent, nor who wrote it, nor after weeks', async () => {
  const doc = new Y.Doc();
  addThread(doc, 't1', threadBy(social, [social, stranger, unconsented]));
  addThread(doc, 't2', threadBy(social, [mediator], { createdAt: now(15) }));
  await project(doc);
  for (const actor of [social, stranger, unconsented, mediator]) expect(await told(actor)).toEqual([]);
});

test('X14: a mention is told once, on whichever node and however often the document is read; a later one anew', async () => {
  const doc = new Y.Doc();
  addThread(doc, 'once', threadBy(social, [mediator]));
  await Promise.all([project(doc), project(copyOf(doc)), project(copyOf(doc))]);
  await project(copyOf(doc));
  expect(await told(mediator)).toEqual([{ kind: 'mention-in-thread', threadKey: 'once' }]);
  threads(doc).get('once')?.set('mentions', [mediator.personId, household.tutor.personId]);
  await project(doc);
  expect(await told(household.tutor)).toEqual([{ kind: 'mention-in-thread', threadKey: 'once' }]);
  expect(await told(mediator)).toHaveLength(1);
  const [row] = await db.sql`select data::text from notification where person_id = ${mediator.personId}`;
  expect(row?.data).not.toMatch(/Samira|casa/);
});

test('X14: a reply is told to who takes part in the thread, a call in it as a call; two that come at once don’t mix', async () => {
  const doc = new Y.Doc();
  addThread(doc, 'talk', threadBy(household.tutor, []));
  const reply = (author: Actor, at: number, mentions: readonly Actor[] = []) => ({
    author: author.personId,
    createdAt: instantOf(new Date(Date.now() - at)),
    language: 'it' as const,
    text: 'Sì.',
    mentions: mentions.map(({ personId }) => personId),
  });
  const elsewhere = copyOf(doc);
  addReply(doc, 'talk', reply(social, 3000));
  await project(doc);
  addReply(elsewhere, 'talk', reply(mediator, 2000, [social]));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere));
  await project(doc);
  await project(copyOf(doc));
  const ofTalk = async (actor: Actor) =>
    (await told(actor)).flatMap((subject) =>
      'threadKey' in subject && subject.threadKey === 'talk' ? [subject.kind] : [],
    );
  expect(await ofTalk(household.tutor)).toEqual(['reply', 'reply']);
  expect(await ofTalk(social)).toEqual(['mention-in-thread']);
});

test('X14: who proposed a change is told what became of it', async () => {
  const doc = new Y.Doc();
  addThread(doc, 'change', threadBy(mediator, [], { kind: 'suggestion', replacement: 'la dimora' }));
  threads(doc).get('change')?.set('outcome', { outcome: 'refused', by: social.personId, at: now() });
  await project(doc);
  expect(await told(mediator)).toContainEqual({ kind: 'suggestion-refused', threadKey: 'change' });
});

test('X14: a chip of a person is told once; not again when it is cut and pasted, and not when a seed put it there', async () => {
  const documentId = newId(DocumentId);
  const worker = await makeWorker(world, 'education');
  await join(world, household, worker);
  const chip = (doc: Y.Doc) =>
    appendBlock(planContent(doc), 'paragraph', {}, [{ chip: 'person', ref: worker.personId, label: 'x' }]);
  const seed = new Y.Doc();
  chip(seed);
  await db.sql`delete from document where household_id = ${household.id} and kind = 'care-plan'`;
  await inTransaction(db, (tx) =>
    createDocument(tx, {
      id: documentId,
      householdId: household.id,
      kind: 'care-plan',
      conferenceId: null,
      seed,
      authorId: null,
    }),
  );
  const read = (doc: Y.Doc) =>
    projectPersonChips(world, { documentId, kind: 'care-plan', householdId: household.id, doc });
  const doc = copyOf(seed);
  await db.sql`insert into document_client (document_id, client_id, person_id)
    values (${documentId}, ${doc.clientID}, ${social.personId})`;
  await read(doc);
  expect(await told(worker)).toEqual([]);
  chip(doc);
  await Promise.all([read(doc), read(copyOf(doc))]);
  expect(await told(worker)).toEqual([{ kind: 'mention-in-plan' }]);
  planContent(doc).delete(1);
  await read(doc);
  chip(doc);
  await read(doc);
  expect(await told(worker)).toHaveLength(1);
  chip(doc);
  await read(doc);
  expect(await told(worker)).toHaveLength(2);
});
