/** Documents compared by what they say. */
import type * as Y from 'yjs';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { rootsOf } from '../../shared/documents/kinds.ts';

/** Gives the roots their types, as every page does that opens such a document. */
export function openRoots(doc: Y.Doc, kind: DocumentKind): Y.Doc {
  for (const [name, type] of Object.entries(rootsOf[kind])) {
    if (type === 'map') doc.getMap(name);
    else doc.getXmlFragment(name);
  }
  return doc;
}

/** Everything that stands in the document. */
export function shownBy(doc: Y.Doc, kind: DocumentKind): string {
  return Object.entries(rootsOf[kind])
    .map(([name, type]) =>
      type === 'map'
        ? JSON.stringify(sorted(doc.getMap(name).toJSON()))
        : doc.getXmlFragment(name).toString(),
    )
    .join('\n');
}

/** Maps have no order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
