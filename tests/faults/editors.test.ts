/** Short version of the gate's honesty, and the seeds that once found something. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeDifference } from '../../client/editor/annotations/text-difference.ts';
import { examine } from '../../server/sync/gate/gate.ts';
import { addNode, mapNodes } from '../../shared/documents/network-map.ts';
import { openRoots } from '../support/faults-documents.ts';
import { createRandom } from '../support/faults-random.ts';
import { editors } from './editors.ts';
import { findingsOf, newSummary, runProof, type Stage } from './proof.ts';

const nowhere = async (): Promise<never> => {
  throw new Error('editors need no database and no folder');
};
const stage: Stage = { size: 'short', minutes: undefined, database: nowhere, folder: nowhere };

test('no update of honest editors, maps, minutes and annotations is refused, offline tabs, undo and pastes included', async () => {
  const summary = await runProof(editors, { stage, summary: newSummary(editors, 20_261_121), rounds: 8 });
  expect(findingsOf(editors, summary)).toEqual([]);
  expect(summary.counts.updates).toBeGreaterThan(1_500);
}, 120_000);

/** Rounds of short size that once found something, by what it was. */
const found: readonly (readonly [what: string, seed: number, round: number])[] = [
  ['signs that share half of their code came apart in annotations', 2, 30],
  ['an editor broke on a change when its own place was gone, and went on with the text of before', 2, 9],
  ['the same in a plan', 3, 26],
  ['a field changed three times offline, kept for undo, was refused', 1, 28],
];

test.each(found)('regression: %s (seed %i, round %i)', async (_what, seed, index) => {
  const open = await editors.open(stage);
  expect((await open.round(createRandom(seed).fork(index), index)).findings).toEqual([]);
});

test.each([1028, 1580, 2155])(
  'regression: an undo between neighbours that were undone themselves stood elsewhere on another page (round %i)',
  async (index) => {
    const open = await editors.open({ ...stage, size: 'long' });
    expect((await open.round(createRandom(20_261_123).fork(index), index)).findings).toEqual([]);
  },
);

test('regression: values replaced one after the other and kept for undo come as one item, and pass', () => {
  const doc = new Y.Doc();
  addNode(doc, 'nonna', { label: 'zero', kind: 'person', ring: 'informal', x: 0, y: 0 });
  const undo = new Y.UndoManager([mapNodes(doc)]);
  for (const label of ['uno', 'due', 'tre']) mapNodes(doc).get('nonna')?.set('label', label);
  const verdict = examine(Y.encodeStateAsUpdate(doc), {
    doc: openRoots(new Y.Doc(), 'network-map'),
    kind: 'network-map',
    ownerOf: () => undefined,
    writer: null,
    mostBytes: 10_000,
  });
  undo.destroy();
  expect(verdict.kind).toBe('sound');
});

test('regression: a sign that shares half of its code with the one it replaces stays whole in an annotation', () => {
  const doc = new Y.Doc();
  const text = doc.getText('note');
  text.insert(0, 'la 👨 di casa');
  writeDifference(text, 'la 👩 di casa');
  writeDifference(text, 'la 🔩 di casa');
  expect(text.toString()).toBe('la 🔩 di casa');
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  expect(other.getText('note').toString()).toBe('la 🔩 di casa');
});
