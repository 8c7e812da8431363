/** Small honest edits, cheap enough for thousands of histories. */
import * as Y from 'yjs';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { addNode, changeFields, mapNodes, removeNode } from '../../shared/documents/network-map.ts';
import type { Random } from './faults-random.ts';

export function editAtRandom(doc: Y.Doc, kind: DocumentKind, random: Random): void {
  doc.transact(() => (kind === 'network-map' ? editPlaces(doc, random) : editText(doc, random)));
}

function editText(doc: Y.Doc, random: Random): void {
  const content = doc.getXmlFragment('content');
  const chance = random.next();
  if (content.length === 0 || chance < 0.1) {
    const paragraph = new Y.XmlElement('paragraph');
    content.insert(random.below(content.length + 1), [paragraph]);
    paragraph.push([new Y.XmlText('nuovo')]);
    return;
  }
  const at = random.below(content.length);
  if (chance < 0.15) {
    content.delete(at, 1);
    return;
  }
  const block = content.get(at);
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) return;
  if (chance < 0.35 && text.length > 0) {
    const from = random.below(text.length);
    text.delete(from, Math.min(text.length - from, random.between(1, 5)));
  } else if (chance < 0.45 && text.length > 0) {
    text.format(random.below(text.length), 1, { bold: random.chance(0.5) ? {} : null });
  } else text.insert(random.below(text.length + 1), random.pick(['a', 'casa', ' ', 'يوم']));
}

function editPlaces(doc: Y.Doc, random: Random): void {
  const key = `posto-${random.below(8)}`;
  const place = mapNodes(doc).get(key);
  if (place === undefined) {
    addNode(doc, key, { label: key, kind: 'person', ring: 'informal', x: random.below(300), y: 0 });
  } else if (random.chance(0.1)) removeNode(doc, key);
  else if (random.chance(0.5)) changeFields(place, { x: random.below(300), y: random.below(300) });
  else changeFields(place, { label: `nome ${random.below(100)}` });
}
