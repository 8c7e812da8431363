/** A6: which passages can be read in the mother's language, which translations are stale, over real edits of a Y.Doc. */
import { getSchema } from '@tiptap/core';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { anchorAt, findAnchor, findQuote, wordsBetween } from '../../../client/editor/anchors.ts';
import { schemaExtensions } from '../../../client/editor/schema.ts';
import { Instant } from '../../../shared/dates.ts';
import {
  addThread,
  confirmTranslation,
  readThreads,
  threads,
} from '../../../shared/documents/annotations.ts';
import { type Passage, readPassages } from '../../../shared/documents/passages.ts';
import { appendBlock, appendBulletList } from '../../../shared/documents/rich-text.ts';
import { readInLanguage, translatedInto } from '../../../shared/documents/translations.ts';
import { compareWords } from '../../../shared/documents/word-diff.ts';
import { newId, PersonId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';

const author = newId(PersonId);
const schema = getSchema(schemaExtensions());

/** A plan of a heading, paragraphs, a list, words with a chip, and the mother's own words. */
function makePlan() {
  const [doc, notes] = [new Y.Doc(), new Y.Doc()];
  const root = doc.getXmlFragment('content');
  appendBlock(root, 'heading', { level: 2, right: 'education' }, ['Istruzione']);
  appendBlock(root, 'paragraph', {}, ['Salma va al nido ogni mattina. Nawal resta con lei.']);
  appendBlock(root, 'paragraph', {}, [
    'Iscrizione ',
    { chip: 'task', ref: newId(PersonId), label: 'entro marzo' },
  ]);
  appendBlock(root, 'paragraph', {}, ['   ']);
  appendBulletList(root, [['portare il libretto'], ['portare le foto']]);
  appendBlock(root, 'voice', { language: 'ar', original: 'أريد أن أعمل' }, ['Vorrei lavorare.']);
  return { doc, notes };
}

const passage = (doc: Y.Doc, words: string): Passage => {
  const found = readPassages(doc).list.find((one) => one.words.includes(words));
  if (!found) throw new Error(`no passage says «${words}»`);
  return found;
};

let clock = 0;
function translate(
  { doc, notes }: { doc: Y.Doc; notes: Y.Doc },
  words: string,
  { text = 'ترجمة', language = 'ar' as ContentLanguage, key = crypto.randomUUID() as string } = {},
): string {
  const createdAt = Instant.parse(new Date(Date.UTC(2026, 0, 1, 0, 0, clock++)).toISOString());
  addThread(notes, key, {
    ...readPassages(doc).anchorOf(passage(doc, words)),
    ...{ kind: 'translation', author, createdAt, language, text },
  });
  return key;
}

function editorText(doc: Y.Doc) {
  const fragment = doc.getXmlFragment('content');
  const { doc: node, mapping } = initProseMirrorDoc(fragment, schema);
  return { fragment, node, mapping };
}

/** As somebody who selected exactly these words in the editor. */
function translateSelection(
  { doc, notes }: { doc: Y.Doc; notes: Y.Doc },
  words: string,
  text = 'جزء',
): string {
  const state = editorText(doc);
  const range = findQuote(state.node, words);
  if (!range) throw new Error('no such words');
  const key = crypto.randomUUID();
  const createdAt = Instant.parse(new Date(Date.UTC(2026, 0, 1, 0, 0, clock++)).toISOString());
  addThread(notes, key, {
    ...anchorAt(state, range),
    ...{ kind: 'translation', author, createdAt, language: 'ar', text },
  });
  return key;
}

const runOf = (doc: Y.Doc, words: string): { run: Y.XmlText; at: number } => {
  for (const node of doc.getXmlFragment('content').createTreeWalker((n) => n instanceof Y.XmlText)) {
    const at = node instanceof Y.XmlText ? node.toString().indexOf(words) : -1;
    if (node instanceof Y.XmlText && at >= 0) return { run: node, at };
  }
  throw new Error(`no run says «${words}»`);
};

const states = ({ doc, notes }: { doc: Y.Doc; notes: Y.Doc }, language: ContentLanguage = 'ar') =>
  Object.fromEntries(
    readInLanguage(doc, notes, language).stretches.map(({ passages, state }) => [
      passages[0]?.words.trim(),
      state,
    ]),
  );

test('A6: nothing translated: every passage with words is missing, but the mother’s own; empty blocks don’t count', () => {
  const plan = makePlan();
  expect(states(plan)).toEqual({
    Istruzione: 'missing',
    'Salma va al nido ogni mattina. Nawal resta con lei.': 'missing',
    'Iscrizione entro marzo': 'missing',
    'portare il libretto': 'missing',
    'portare le foto': 'missing',
    'Vorrei lavorare.': 'own',
  });
  expect(readInLanguage(plan.doc, plan.notes, 'ar')).toMatchObject({ total: 6, readable: 1, stale: 0 });
  expect(readInLanguage(plan.doc, plan.notes, 'bn')).toMatchObject({ total: 6, readable: 0 });
});

test('A6: a translation is stale when a word in its passage changes, also at its end, and right again when she says so', () => {
  const plan = makePlan();
  const key = translate(plan, 'Salma');
  expect(states(plan)['Salma va al nido ogni mattina. Nawal resta con lei.']).toBe('done');
  const { run, at } = runOf(plan.doc, 'ogni mattina');
  run.insert(at, 'quasi ');
  run.insert(run.length, ' Fino a marzo.');
  const [stretch] = readInLanguage(plan.doc, plan.notes, 'ar').stretches.slice(1);
  expect(stretch?.state).toBe('stale');
  const now = stretch?.renderings[0]?.words ?? '';
  expect(now).toBe('Salma va al nido quasi ogni mattina. Nawal resta con lei. Fino a marzo.');
  expect(compareWords(readThreads(plan.notes).get(key)?.quote ?? '', now)).toEqual([
    { kind: 'same', text: 'Salma va al nido ' },
    { kind: 'added', text: 'quasi ' },
    { kind: 'same', text: 'ogni mattina. Nawal resta con lei.' },
    { kind: 'added', text: ' Fino a marzo.' },
  ]);
  confirmTranslation(plan.notes, key, now);
  expect(readInLanguage(plan.doc, plan.notes, 'ar')).toMatchObject({ readable: 2, stale: 0 });
});

test('A6: spaces, bold words and edits of other passages make nothing stale; taking all words out leaves it gone', () => {
  const plan = makePlan();
  translate(plan, 'portare le foto');
  runOf(plan.doc, 'libretto').run.insert(0, 'domani ');
  const { run } = runOf(plan.doc, 'foto');
  run.insert(7, ' ');
  run.format(0, 5, { bold: {} });
  expect(states(plan)['portare  le foto']).toBe('done');
  run.delete(0, run.length);
  expect(readInLanguage(plan.doc, plan.notes, 'ar')).toMatchObject({
    readable: 1,
    gone: [{ quote: 'portare le foto' }],
  });
});

test('A6: a translated selection leaves the rest of its passage untranslated, and both halves together make it whole', () => {
  const plan = makePlan();
  const words = 'Salma va al nido ogni mattina. Nawal resta con lei.';
  translateSelection(plan, 'Salma va al nido ogni mattina');
  expect(states(plan)[words]).toBe('partly');
  const second = translateSelection(plan, 'Nawal resta con lei');
  expect(states(plan)[words]).toBe('done');
  runOf(plan.doc, 'Nawal').run.insert(runOf(plan.doc, 'resta').at, 'non ');
  expect(readInLanguage(plan.doc, plan.notes, 'ar')).toMatchObject({ stale: 1 });
  threads(plan.notes).delete(second);
  expect(states(plan)['Salma va al nido ogni mattina. Nawal non resta con lei.']).toBe('partly');
});

test('A6: passages selected and translated together are read together; the later of two translations counts, unless it is stale', () => {
  const plan = makePlan();
  translateSelection(plan, 'portare il libretto\nportare le foto', 'إحضار الدفتر والصور');
  const together = readInLanguage(plan.doc, plan.notes, 'ar').stretches.find(({ state }) => state === 'done');
  expect(together?.passages.map(({ words }) => words)).toEqual(['portare il libretto', 'portare le foto']);
  const [older, newer] = [translate(plan, 'Istruzione'), translate(plan, 'Istruzione')];
  const used = () =>
    readInLanguage(plan.doc, plan.notes, 'ar').stretches[0]?.renderings.map(({ key }) => key);
  expect(used()).toEqual([newer]);
  confirmTranslation(plan.notes, newer, 'Altro');
  expect(used()).toEqual([older]);
});

test('A6: a block that was split, moved or turned into another keeps its translation or is listed as gone, never on other words', () => {
  const plan = makePlan();
  translate(plan, 'Iscrizione');
  translate(plan, 'Salma');
  const root = plan.doc.getXmlFragment('content');
  // Split after its first sentence, as an editor does.
  const { run, at } = runOf(plan.doc, ' Nawal');
  run.delete(at, run.length - at);
  const tail = new Y.XmlElement('paragraph');
  root.insert(2, [tail]);
  tail.insert(0, [new Y.XmlText('Nawal resta con lei.')]);
  expect(states(plan)).toMatchObject({
    'Salma va al nido ogni mattina.': 'stale',
    'Nawal resta con lei.': 'missing',
  });
  // Moved: taken out here, set again there, as a new block.
  const moved = root.get(1);
  if (moved instanceof Y.XmlElement) root.insert(0, [moved.clone()]);
  root.delete(2);
  expect(readInLanguage(plan.doc, plan.notes, 'ar').gone.map(({ quote }) => quote)).toEqual([
    'Salma va al nido ogni mattina. Nawal resta con lei.',
  ]);
  expect(states(plan)['Iscrizione entro marzo']).toBe('done');
});

test('A6: stale is exactly: other words than those translated, after any edits of any replica, late ones too', () => {
  const edit = fc.record({
    target: fc.constantFrom('Salma', 'Nawal', 'foto', 'Istruzione'),
    at: fc.nat(30),
    insert: fc.constantFrom('', ' ', 'x', 'più ', '\u0623\u0646', '不'),
    remove: fc.nat(3),
    late: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const plan = makePlan();
      const key = translate(plan, 'Nawal resta');
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(plan.doc));
      for (const { target, at, insert, remove, late } of edits) {
        const walker = (late ? other : plan.doc)
          .getXmlFragment('content')
          .createTreeWalker((n) => n instanceof Y.XmlText);
        const run = [...walker].find((node) => node instanceof Y.XmlText && node.toString().includes(target));
        if (!(run instanceof Y.XmlText)) continue;
        const place = Math.min(at, run.length);
        run.delete(place, Math.min(remove, run.length - place));
        run.insert(place, insert);
      }
      Y.applyUpdate(plan.doc, Y.encodeStateAsUpdate(other));
      const quote = readThreads(plan.notes).get(key)?.quote ?? '';
      const read = readInLanguage(plan.doc, plan.notes, 'ar');
      const stretch = read.stretches.find(({ renderings }) => renderings[0]?.key === key);
      if (!stretch)
        return read.gone.length === 1 && !readPassages(plan.doc).list.some(({ words }) => words === quote);
      const plain = (text = '') => text.replace(/\s+/g, ' ').trim();
      const changed = plain(stretch.passages[0]?.words) !== plain(quote);
      return (stretch.state === 'stale') === changed;
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('A6: the editor and this reading agree on words and places, of whole passages and of selections', () => {
  const plan = makePlan();
  const text = editorText(plan.doc);
  for (const one of readPassages(plan.doc).list) {
    const anchor = readPassages(plan.doc).anchorOf(one);
    const found = findAnchor(text, anchor);
    expect(found.by).toBe('position');
    if (found.by !== 'nothing') expect(wordsBetween(text.node, found)).toBe(one.words);
  }
  const range = findQuote(text.node, 'resta con lei.\nIscrizione');
  if (!range) throw new Error('no such words');
  expect(readPassages(plan.doc).find({ ...anchorAt(text, range), quote: '' })?.words).toBe(
    'resta con lei.\nIscrizione',
  );
});

test('A6: languages stand by how much is translated; words with no translation and other kinds don’t make one', () => {
  const plan = makePlan();
  translate(plan, 'foto', { language: 'bn', text: 'ছবি' });
  translate(plan, 'foto');
  translate(plan, 'libretto');
  translate(plan, 'Istruzione', { language: 'zh', text: '  ' });
  expect(translatedInto(readThreads(plan.notes))).toEqual(['ar', 'bn']);
});

test('A6: words are compared as their script parts them', () => {
  expect(
    compareWords('孩子每天去托儿所', '孩子每周去托儿所').filter(({ kind }) => kind !== 'same'),
  ).toHaveLength(2);
  expect(compareWords('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
  expect(compareWords('', 'nuovo')).toEqual([{ kind: 'added', text: 'nuovo' }]);
});
