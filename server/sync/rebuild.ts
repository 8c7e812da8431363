/**
 * Writing a document anew: the same words, blocks, marks and fields under one fresh client id, and nothing of how they
 * came about. Deleted text lives on in rows and, for a Yjs document, in what its structs hang on; erasing something
 * means that not even that stays. Pure: storing it is the log's.
 */
import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { assert } from '../../shared/assert.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { rootsOf } from '../../shared/documents/kinds.ts';
import { isSettled, load } from './compaction.ts';
import { examine } from './gate/gate.ts';

/** A document of that kind with its roots named, so that they can be read as what they are. */
export function openStored(updates: readonly Uint8Array[], kind: DocumentKind): Y.Doc {
  const doc = load(updates);
  for (const root of rootNames(kind)) root.of(doc);
  return doc;
}

/**
 * The content of `doc` in a document of its own. What doesn't survive is whatever points into the text: relative
 * positions of annotations and carets (annotations are found again by their quote). `taken` are client ids that were in
 * use before. Breaks when the copy isn't equal or isn't sound.
 */
export function writeAnew(doc: Y.Doc, kind: DocumentKind, taken: ReadonlySet<number>): Y.Doc {
  assert(isSettled(doc), 'a document that is rebuilt has nothing pending');
  const fresh = createWithFreshId(taken);
  fresh.transact(() => {
    for (const root of rootNames(kind)) root.copy(doc, fresh);
  });
  const bytes = Y.encodeStateAsUpdate(fresh);
  const verdict = examine(bytes, {
    doc: new Y.Doc(),
    kind,
    ownerOf: () => undefined,
    writer: null,
    mostBytes: Number.POSITIVE_INFINITY,
    isStored: true,
  });
  assert(verdict.kind === 'sound' || verdict.kind === 'nothing-new', 'a rebuilt document is sound');
  assert(isDeepStrictEqual(contentOf(doc, kind), contentOf(fresh, kind)), 'a rebuilt document says the same');
  return fresh;
}

type Root = {
  /** Defines it, and answers what stands there as plain values. */
  of(doc: Y.Doc): unknown;
  copy(from: Y.Doc, to: Y.Doc): void;
};

const rootNames = (kind: DocumentKind): Root[] =>
  Object.entries(rootsOf[kind]).map(([name, type]) => (type === 'rich-text' ? richText(name) : map(name)));

const contentOf = (doc: Y.Doc, kind: DocumentKind): unknown[] => rootNames(kind).map((root) => root.of(doc));

const richText = (name: string): Root => ({
  of: (doc) => doc.getXmlFragment(name).toArray().map(plainNode),
  copy(from, to) {
    const target = to.getXmlFragment(name);
    for (const node of from.getXmlFragment(name).toArray()) {
      assert(!(node instanceof Y.XmlHook), 'no schema has hooks');
      target.push([node.clone()]);
    }
  },
});

const map = (name: string): Root => ({
  of: (doc) => doc.getMap(name).toJSON(),
  copy(from, to) {
    const target = to.getMap(name);
    for (const [key, value] of from.getMap(name)) {
      target.set(key, value instanceof Y.AbstractType ? value.clone() : value);
    }
  },
});

function plainNode(node: Y.XmlElement | Y.XmlText | Y.XmlHook): unknown {
  if (node instanceof Y.XmlText) return node.toDelta();
  if (node instanceof Y.XmlHook) return node.toJSON();
  return { name: node.nodeName, attributes: node.getAttributes(), children: node.toArray().map(plainNode) };
}

function createWithFreshId(taken: ReadonlySet<number>): Y.Doc {
  for (;;) {
    const doc = new Y.Doc();
    if (!taken.has(doc.clientID)) return doc;
  }
}
