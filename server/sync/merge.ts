/** Merging stored updates without building a document. */
import * as Y from 'yjs';

/** A flat merge of 20,000 rows takes seconds, in chunks of about a hundred a tenth of one. */
const chunkLength = 100;

/** One update that says what all of them say. */
export function mergeInChunks(updates: readonly Uint8Array[]): Uint8Array {
  let merged = [...updates];
  while (merged.length > 1) {
    const next: Uint8Array[] = [];
    for (let start = 0; start < merged.length; start += chunkLength) {
      next.push(mergeFew(merged.slice(start, start + chunkLength)));
    }
    merged = next;
  }
  return merged[0] ?? emptyUpdate;
}

/** The same for a handful. */
export const mergeFew = (updates: Uint8Array[]): Uint8Array => {
  const [only] = updates;
  return updates.length === 1 && only !== undefined ? only : Y.mergeUpdates(updates);
};

/** No structs, no deletions. */
export const emptyUpdate: Uint8Array = new Uint8Array([0, 0]);
