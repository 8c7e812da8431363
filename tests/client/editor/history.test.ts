/** X19: two moments of a text compared, and older words brought back while others write. */
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { compareTexts, countChanges, wordChanges } from '../../../client/editor/history/compare.ts';
import { type Line, linesOf, recordOf } from '../../../client/editor/history/lines.ts';
import { type Chosen, restoreBlocks } from '../../../client/editor/history/restore.ts';
import { appendBlock, appendBulletList } from '../../../shared/documents/rich-text.ts';
import { editAtRandom } from '../../support/faults-edits.ts';
import { createRandom } from '../../support/faults-random.ts';

const contentOf = (doc: Y.Doc) => doc.getXmlFragment('content');
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  contentOf(copy);
  return copy;
};
const blockAt = (doc: Y.Doc, index: number): Y.XmlElement => {
  const block = contentOf(doc).get(index);
  return block instanceof Y.XmlElement ? block : expect.fail('there is a block');
};
const wordsAt = (doc: Y.Doc, index: number): Y.XmlText => {
  const words = blockAt(doc, index).get(0);
  return words instanceof Y.XmlText ? words : expect.fail('there are words');
};
const texts = (doc: Y.Doc) => linesOf(contentOf(doc)).map(({ text }) => text);
const goal = '0198c0de-0000-7000-8000-000000000001';
const otherGoal = '0198c0de-0000-7000-8000-000000000002';

function plan(): Y.Doc {
  const doc = new Y.Doc();
  const content = contentOf(doc);
  appendBlock(content, 'heading', { level: 2, right: 'health' }, ['Salute']);
  appendBlock(content, 'paragraph', {}, ['La mamma va dal medico ogni mese.']);
  appendBlock(content, 'goal', { goalId: goal }, ['Un pediatra per Amal']);
  appendBlock(content, 'paragraph', {}, ['Il padre lavora di notte.']);
  appendBulletList(content, [['prima cosa'], ['seconda cosa']]);
  return doc;
}
const kinds = (before: Y.Doc, after: Y.Doc) =>
  compareTexts(linesOf(contentOf(before)), linesOf(contentOf(after))).map(({ kind }) => kind);
/** The outermost blocks of these lines. */
const topsOf = (lines: readonly Line[], which: (line: Line) => boolean) =>
  new Set(lines.filter(which).map(({ top }) => top));

describe('comparing', () => {
  test('X19: what stayed, changed, came and went is told block by block, in reading order', () => {
    const before = plan();
    const after = copyOf(before);
    wordsAt(after, 1).insert(9, 'sempre ');
    contentOf(after).delete(3, 1);
    appendBlock(contentOf(after), 'paragraph', {}, ['Nuovo']);
    expect(kinds(before, after)).toEqual(['same', 'changed', 'same', 'removed', 'same', 'same', 'added']);
    expect(kinds(after, after)).not.toContain('changed');
  });

  test('X19: a block that was taken out in one place and set in another has moved; one written anew has changed', () => {
    const before = plan();
    const after = copyOf(before);
    contentOf(after).delete(1, 1);
    appendBlock(contentOf(after), 'paragraph', {}, ['La mamma va dal medico ogni mese.']);
    contentOf(after).delete(2, 1);
    const heading = new Y.XmlElement('heading');
    contentOf(after).insert(2, [heading]);
    heading.insert(0, [new Y.XmlText('Il padre lavora')]);
    const changes = compareTexts(linesOf(contentOf(before)), linesOf(contentOf(after)));
    expect(changes.map(({ kind }) => kind)).toEqual([
      'same',
      'moved-away',
      'same',
      'changed',
      'same',
      'same',
      'moved-here',
    ]);
    expect(countChanges(changes)).toEqual({ added: 0, removed: 0, changed: 1, moved: 1 });
  });

  test('X19: in a changed block the words that went and came are told, and no others', () => {
    const before = plan();
    const after = copyOf(before);
    wordsAt(after, 1).delete(0, 8);
    wordsAt(after, 1).insert(0, 'Samira');
    const [was, is] = [linesOf(contentOf(before))[1], linesOf(contentOf(after))[1]];
    if (!was || !is) expect.fail('both lines are there');
    const pieces = wordChanges(was, is).map(({ kind, parts }) => [
      kind,
      parts.map(({ text }) => text).join(''),
    ]);
    expect(pieces).toEqual([
      ['removed', 'La mamma'],
      ['added', 'Samira'],
      ['same', ' va dal medico ogni mese.'],
    ]);
  });
});

describe('restoring', () => {
  test('X19: one block comes back; words that others write in it and in others stay, and the rest is untouched', () => {
    const live = plan();
    const old = copyOf(live);
    wordsAt(live, 1).delete(3, 5);
    wordsAt(live, 1).insert(3, 'nonna');
    wordsAt(live, 3).insert(0, 'Forse: ');
    const colleague = copyOf(live);
    const anchor = Y.createRelativePositionFromTypeIndex(wordsAt(live, 1), 12);
    const { top } = linesOf(contentOf(live))[1] ?? expect.fail('there is a line');
    const chosen: Chosen = { old: new Set([top]), live: new Set([top]) };
    const untouched = Y.encodeStateVector(live);
    restoreBlocks(contentOf(live), contentOf(old), chosen);
    expect(texts(live)[1]).toBe('La mamma va dal medico ogni mese.');
    expect(texts(live)[3]).toBe('Forse: Il padre lavora di notte.');
    expect(Y.createAbsolutePositionFromRelativePosition(anchor, live)?.index).toBe(12);
    expect(Y.encodeStateAsUpdate(live, untouched).length).toBeLessThan(60);

    wordsAt(colleague, 1).insert(wordsAt(colleague, 1).length, ' Anche il bimbo.');
    wordsAt(colleague, 3).insert(0, 'Sì. ');
    Y.applyUpdate(live, Y.encodeStateAsUpdate(colleague));
    expect(texts(live)[1]).toBe('La mamma va dal medico ogni mese. Anche il bimbo.');
    expect(texts(live)[3]).toBe('Sì. Forse: Il padre lavora di notte.');
  });

  test('X19: a block that was deleted comes back in its place, one that came later goes; both only when chosen', () => {
    const live = plan();
    const old = copyOf(live);
    contentOf(live).delete(3, 1);
    appendBlock(contentOf(live), 'paragraph', {}, ['Aggiunto dopo']);
    const gone = topsOf(linesOf(contentOf(old)), ({ text }) => text.startsWith('Il padre'));
    restoreBlocks(contentOf(live), contentOf(old), { old: gone, live: new Set() });
    expect(texts(live)).toEqual([...texts(old), 'Aggiunto dopo']);
    restoreBlocks(contentOf(live), contentOf(old), 'all');
    expect(texts(live)).toEqual(texts(old));
  });

  test('X19: a goal that was set elsewhere meanwhile gets its words back there and is never doubled', () => {
    const live = plan();
    const old = copyOf(live);
    contentOf(live).delete(2, 1);
    appendBlock(contentOf(live), 'goal', { goalId: goal }, ['Un altro medico']);
    appendBlock(contentOf(live), 'goal', { goalId: otherGoal }, ['Un corso di italiano']);
    const chosen = topsOf(linesOf(contentOf(old)), ({ kind }) => kind === 'goal');
    restoreBlocks(contentOf(live), contentOf(old), { old: chosen, live: new Set() });
    const records = linesOf(contentOf(live)).flatMap(({ record }) => record ?? []);
    expect(records.filter((record) => record.endsWith(goal))).toHaveLength(1);
    expect(linesOf(contentOf(live)).find(({ record }) => record?.endsWith(goal))?.text).toBe(
      'Un pediatra per Amal',
    );
    expect(records.filter((record) => record.endsWith(otherGoal))).toHaveLength(1);
  });

  test('X19: a goal that stands inside something else meanwhile is not set a second time', () => {
    const live = plan();
    const old = copyOf(live);
    contentOf(live).delete(2, 1);
    const quote = new Y.XmlElement('blockquote');
    contentOf(live).push([quote]);
    appendBlock(quote, 'goal', { goalId: goal }, ['Un pediatra']);
    const chosen = topsOf(linesOf(contentOf(old)), ({ kind }) => kind === 'goal');
    restoreBlocks(contentOf(live), contentOf(old), { old: chosen, live: new Set() });
    const goals = [...contentOf(live).createTreeWalker((node) => node instanceof Y.XmlElement)].filter(
      (node) => node instanceof Y.XmlElement && recordOf(node)?.endsWith(goal),
    );
    expect(goals).toHaveLength(1);
  });

  test('X19: a decision keeps the task it became meanwhile, its look and marks come back', () => {
    const live = new Y.Doc();
    const decision = appendBlock(contentOf(live), 'decision', { decisionId: goal, lang: 'it' }, [
      'Si chiama il consultorio',
    ]);
    wordsAt(live, 0).format(3, 6, { bold: {} });
    const old = copyOf(live);
    decision.setAttribute('taskId', otherGoal);
    decision.removeAttribute('lang');
    wordsAt(live, 0).format(0, 24, { bold: null, italic: {} });
    restoreBlocks(contentOf(live), contentOf(old), 'all');
    expect(decision.getAttributes()).toEqual({ decisionId: goal, taskId: otherGoal, lang: 'it' });
    expect(wordsAt(live, 0).toDelta()).toEqual(wordsAt(old, 0).toDelta());
  });

  test('X19: whatever was edited, the whole text of an earlier moment comes back, in one change of the editor’s own', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(60), (seed, later) => {
        const random = createRandom(seed);
        const live = plan();
        for (let edit = 0; edit < 20; edit++) editAtRandom(live, 'care-plan', random);
        const old = copyOf(live);
        for (let edit = 0; edit < later; edit++) editAtRandom(live, 'care-plan', random);
        const origins: unknown[] = [];
        live.on('afterTransaction', ({ origin, changed }: Y.Transaction) => {
          if (changed.size > 0) origins.push(origin);
        });
        restoreBlocks(contentOf(live), contentOf(old), 'all');
        const plain = (doc: Y.Doc) => linesOf(contentOf(doc)).map(({ key, top, ...line }) => line);
        expect(plain(live).map(({ kind, text }) => [kind, text])).toEqual(
          plain(old).map(({ kind, text }) => [kind, text]),
        );
        expect(origins.every((origin) => origin === ySyncPluginKey)).toBe(true);
        expect(origins.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });
});
