/** Building a snapshot that may stand for the rows before it. Pure: storing it is the log's. */
import * as Y from 'yjs';
import { assert } from '../../shared/assert.ts';
import { createUntidied } from '../../shared/documents/untidied.ts';
import { mergeInChunks } from './merge.ts';

/**
 * The content of all these updates (a snapshot first, if there is one) as one, collected and compact. Throws when what a
 * reload of it gives isn't equal to what the updates give: such rows must be looked at, never replaced.
 */
export function buildSnapshot(updates: readonly Uint8Array[]): Uint8Array {
  const original = load(updates);
  const bytes = Y.encodeStateAsUpdate(original);
  const reloaded = load([bytes]);
  assert(isSettled(original) && isSettled(reloaded), 'nothing is pending in a stored document');
  assert(
    Buffer.compare(Y.encodeStateAsUpdate(reloaded), bytes) === 0 &&
      Y.equalSnapshots(Y.snapshot(original), Y.snapshot(reloaded)),
    'a snapshot loads back as what it was made from',
  );
  return bytes;
}

/** A document of these updates, without its deleted content. The first is applied as it is: merging would decode it once more. */
export function load([first, ...rest]: readonly Uint8Array[]): Y.Doc {
  const doc = createUntidied();
  doc.transact(() => {
    if (first !== undefined) Y.applyUpdate(doc, first);
    if (rest.length > 0) Y.applyUpdate(doc, mergeInChunks(rest));
  });
  return doc;
}

/** Whether everything in it found what it hangs on. */
export const isSettled = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs === null && doc.store.pendingDs === null;
