import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { pictureOf } from '../../../shared/documents/map-picture.ts';
import { partsThatDiffer, restoreInMap } from '../../../shared/documents/map-restore.ts';
import { addNode, addTie, changeFields, mapTies, removeNode } from '../../../shared/documents/network-map.ts';

function map(): Y.Doc {
  const doc = new Y.Doc();
  addNode(doc, 'madre', { label: 'Samira', kind: 'member', ring: 'centre', x: 0, y: 0 });
  for (const key of ['vicina', 'scuola']) {
    addNode(doc, key, { label: key, kind: 'person', ring: 'informal', x: 100, y: 0 });
    addTie(doc, `tie-${key}`, {
      source: 'madre',
      target: key,
      strength: 'strong',
      energy: 'mutual',
      network: 'primary',
      supports: [],
    });
  }
  return doc;
}

test('X19: a tie comes back alone, with the person at its end and only the fields that differ; members stay', () => {
  const live = map();
  const then = pictureOf(live);
  expect(partsThatDiffer(pictureOf(live), then)).toEqual({ nodes: [], ties: [] });
  const tie = mapTies(live).get('tie-scuola') ?? expect.fail('there is a tie');
  changeFields(tie, { strength: 'broken', note: 'ha litigato' });
  removeNode(live, 'vicina');
  addNode(live, 'nonna', { label: 'Nonna', kind: 'person', ring: 'informal', x: 0, y: 90 });
  addNode(live, 'bimbo', { label: 'Amal', kind: 'member', ring: 'centre', x: 0, y: 50 });
  const parts = partsThatDiffer(pictureOf(live), then);
  expect(parts).toEqual({ nodes: ['vicina', 'nonna'], ties: ['tie-vicina', 'tie-scuola'] });

  restoreInMap(live, then, { nodes: [], ties: ['tie-vicina'] }, 'test');
  expect(Object.keys(pictureOf(live).ties).sort()).toEqual(['tie-scuola', 'tie-vicina']);
  expect(pictureOf(live).ties['tie-scuola']?.strength).toBe('broken');

  const colleague = new Y.Doc();
  Y.applyUpdate(colleague, Y.encodeStateAsUpdate(live));
  changeFields(mapTies(colleague).get('tie-scuola') ?? expect.fail('there is a tie'), {
    frequency: 'ogni giorno',
  });
  restoreInMap(live, then, parts, 'test');
  Y.applyUpdate(live, Y.encodeStateAsUpdate(colleague));
  const { nodes, ties } = pictureOf(live);
  expect(Object.keys(nodes).sort()).toEqual(['bimbo', 'madre', 'scuola', 'vicina']);
  expect(ties['tie-scuola']).toEqual({ ...then.ties['tie-scuola'], frequency: 'ogni giorno' });
});
