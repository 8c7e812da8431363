import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  addNode,
  addTie,
  changeFields,
  type MapNode,
  type MapTie,
  mapNodes,
  mapTies,
  readNodes,
  readTies,
  removeNode,
} from '../../../shared/documents/network-map.ts';

const nadia: MapNode = { label: 'Nadia', kind: 'person', ring: 'informal', x: 100, y: -40 };
const clinic: MapNode = { label: 'Consultorio', kind: 'body_free', ring: 'services', x: -200, y: 80 };
const tie: MapTie = {
  source: 'nadia',
  target: 'clinic',
  strength: 'strong',
  energy: 'mutual',
  network: 'primary',
  supports: ['practical'],
};

function mapped(): Y.Doc {
  const doc = new Y.Doc();
  addNode(doc, 'nadia', nadia);
  addNode(doc, 'clinic', clinic);
  addTie(doc, 'tie', tie);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  const [ofA, ofB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, ofB);
  Y.applyUpdate(b, ofA);
}

describe('B10: the network map', () => {
  test('what an unknown release wrote is left out of the drawing and stays in the document', () => {
    const doc = mapped();
    mapNodes(doc).set('strange', new Y.Map<unknown>([['label', 'x']]));
    expect([...readNodes(doc).keys()]).toEqual(['nadia', 'clinic']);
    expect(mapNodes(doc).has('strange')).toBe(true);
  });

  test('a tie whose end was taken away meanwhile isn’t drawn', () => {
    const doc = mapped();
    mapNodes(doc).delete('clinic');
    expect(readTies(doc).size).toBe(0);
  });

  test('B10: two people change two fields of one tie at the same moment and both changes stay', () => {
    const a = mapped();
    const b = copyOf(a);
    const inA = mapTies(a).get('tie');
    const inB = mapTies(b).get('tie');
    if (!inA || !inB) throw new Error('the tie is there');
    changeFields(inA, { strength: 'stressful' });
    changeFields(inB, { frequency: 'ogni martedì' });
    exchange(a, b);
    for (const doc of [a, b]) {
      expect(readTies(doc).get('tie')).toEqual({ ...tie, strength: 'stressful', frequency: 'ogni martedì' });
    }
  });

  test('taking a place away takes its ties with it, in one step of undo', () => {
    const doc = mapped();
    const undo = new Y.UndoManager([mapNodes(doc), mapTies(doc)]);
    removeNode(doc, 'nadia');
    expect(readTies(doc).size).toBe(0);
    undo.undo();
    expect(readNodes(doc).get('nadia')).toEqual(nadia);
    expect(readTies(doc).get('tie')).toEqual(tie);
  });

  test('a field set to undefined is taken away', () => {
    const doc = mapped();
    const entry = mapTies(doc).get('tie');
    if (!entry) throw new Error('the tie is there');
    changeFields(entry, { note: 'chiama la sera' });
    changeFields(entry, { note: undefined });
    expect(readTies(doc).get('tie')).toEqual(tie);
  });
});
