/** A suggestion from its hanging to the plan's own words, through the real server: editors, sockets, Postgres. */
import { afterAll, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { anchorAt, findAnchor, findQuote } from '../../client/editor/anchors.ts';
import { doubledIn, takeOut, writeSuggestion } from '../../client/editor/annotations/suggestions.ts';
import { textStateOf } from '../../client/editor/text-state.ts';
import type { Authority } from '../../server/sync/authority.ts';
import { Instant } from '../../shared/dates.ts';
import {
  addReply,
  addThread,
  outcomeOf,
  readThreads,
  setThreadFields,
} from '../../shared/documents/annotations.ts';
import { appendBlock, textOf } from '../../shared/documents/rich-text.ts';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { createHeadlessEditor } from '../support/faults-editor.ts';
import {
  createTestAuthority,
  insertDocument,
  insertHousehold,
  insertPerson,
  openProvider,
  serveSync,
} from '../support/sync-world.ts';
import { until } from '../support/until.ts';

const at = Instant.parse('2026-11-21T10:00:00.000Z');
const key = '01940000-0000-7000-8000-0000000000aa';

const db = await freshDatabase();
const { authority } = createTestAuthority(db);
const mediators = new Set<PersonId>();
/** As product.md says: a mediator annotates the plan, and writes its annotations. */
const asTheRulesSay: Authority = {
  ...authority,
  async accessTo(who, documentId) {
    const access = await authority.accessTo(who, documentId);
    return access && who.kind === 'person' && mediators.has(who.actor.personId) && access.kind === 'care-plan'
      ? { ...access, access: 'annotate' }
      : access;
  },
};
const server = await serveSync(db, asTheRulesSay);
afterAll(() => server.close());

function seedOf(words: string): Y.Doc {
  const seed = new Y.Doc();
  appendBlock(seed.getXmlFragment('content'), 'paragraph', {}, [words]);
  return seed;
}

async function openHousehold(words: string) {
  const tutor = await insertPerson(db, 'Marta');
  const mediator = await insertPerson(db, 'Hanan');
  mediators.add(mediator);
  const household = await insertHousehold(db, tutor);
  const plan = await insertDocument(db, household, { seed: seedOf(words) });
  const annotations = await insertDocument(db, household, { kind: 'annotations' });
  return { tutor, mediator, plan, annotations };
}

/** A person with the plan in an editor and its annotations beside it. */
async function sitDown(person: PersonId, ids: { plan: DocumentId; annotations: DocumentId }) {
  const plan = openProvider(server.url, ids.plan, person);
  const notes = openProvider(server.url, ids.annotations, person);
  await until(() => plan.provider.synced && notes.provider.synced, 10_000);
  const { editor, destroy } = createHeadlessEditor(plan.doc.getXmlFragment('content'));
  onTestFinished(() => {
    destroy();
    plan.destroy();
    notes.destroy();
  });
  const thread = () => {
    const found = readThreads(notes.doc).get(key);
    if (!found) throw new Error('the suggestion is not here');
    return found;
  };
  return {
    plan,
    notes,
    editor,
    thread,
    has: () => readThreads(notes.doc).has(key),
    words: () => textOf(plan.doc.getXmlFragment('content')),
    suggest(quote: string, replacement: string) {
      const text = textStateOf(editor.state);
      const range = text && findQuote(text.node, quote);
      if (!text || !range) throw new Error('these words are not in the plan');
      const anchor = anchorAt(text, range);
      const said = { author: person, createdAt: at, language: 'it', text: '' } as const;
      addThread(notes.doc, key, { ...said, ...anchor, kind: 'suggestion', replacement });
    },
    accept(): boolean {
      const text = textStateOf(editor.state);
      const place = text && findAnchor(text, thread());
      if (!place || place.by === 'nothing') return false;
      const accepts = writeSuggestion(editor, thread(), place);
      if (!accepts) return false;
      addReply(notes.doc, key, { author: person, createdAt: at, language: 'it', text: '', accepts });
      setThreadFields(notes.doc, key, { outcome: { outcome: 'accepted', by: person, at } });
      return true;
    },
    offline() {
      plan.provider.disconnect();
      notes.provider.disconnect();
    },
    online() {
      plan.provider.connect();
      notes.provider.connect();
    },
    settled: () => plan.isSaved() && notes.isSaved(),
  };
}

const words = 'la stanza è libera fino a gennaio, poi no';

test('A6: the server refuses a mediator’s write to the plan’s words, and her suggestion to change them is taken in by the tutor', async () => {
  const ids = await openHousehold(words);
  const refused = await sitDown(ids.mediator, ids);
  refused.editor.view.dispatch(refused.editor.state.tr.insertText('di nascosto ', 1));
  await until(() => refused.plan.closed !== undefined);
  expect(refused.plan.closed).toBe(CloseCode.notAvailable);

  const mediator = await sitDown(ids.mediator, ids);
  const tutor = await sitDown(ids.tutor, ids);
  expect(tutor.words()).toBe(words);
  mediator.suggest('libera fino a gennaio', 'libera fino a febbraio');
  await until(tutor.has);
  expect(tutor.accept()).toBe(true);
  await until(() => mediator.words() === 'la stanza è libera fino a febbraio, poi no');
  await until(() => outcomeOf(mediator.thread()) !== undefined);
  expect(outcomeOf(mediator.thread())).toEqual({ outcome: 'accepted', by: ids.tutor, at });
  expect(mediator.plan.closed).toBeUndefined();
});

test('X7: a suggestion whose words changed meanwhile is not taken in', async () => {
  const ids = await openHousehold(words);
  const mediator = await sitDown(ids.mediator, ids);
  const tutor = await sitDown(ids.tutor, ids);
  mediator.suggest('libera fino a gennaio', 'libera fino a febbraio');
  const text = textStateOf(tutor.editor.state);
  const range = text && findQuote(text.node, 'fino a');
  tutor.editor.view.dispatch(tutor.editor.state.tr.insertText('solo ', range?.from ?? 1));
  await until(tutor.has);
  expect(tutor.accept()).toBe(false);
  expect(tutor.words()).toBe('la stanza è libera solo fino a gennaio, poi no');
});

test('X7: two who accept a suggestion at once, each without hearing of the other, leave its words once', async () => {
  const ids = await openHousehold(words);
  const mediator = await sitDown(ids.mediator, ids);
  const people = [await sitDown(ids.tutor, ids), await sitDown(await insertPerson(db, 'Elena'), ids)];
  mediator.suggest('libera fino a gennaio', 'libera fino a febbraio');
  await until(() => people.every(({ has }) => has()));
  for (const one of people) one.offline();
  expect(people.map((one) => one.accept())).toEqual([true, true]);
  for (const one of people) one.online();
  await until(() => people.every(({ thread }) => thread().replies.length === 2), 10_000);
  await until(
    () => people.every((one) => one.settled()) && people[0]?.words() === people[1]?.words(),
    10_000,
  );
  // Without more, both sets of letters stand there.
  expect(people[0]?.words()).toBe('la stanza è libera fino a febbrfebbraio, poi no');
  for (const { thread, plan } of people)
    for (const accepts of doubledIn(thread())) takeOut(plan.doc.getXmlFragment('content'), accepts);
  await until(
    () => people.every((one) => one.words() === 'la stanza è libera fino a febbraio, poi no'),
    10_000,
  );
  await until(() => mediator.words() === 'la stanza è libera fino a febbraio, poi no');
});
