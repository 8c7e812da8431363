/** Building a snapshot that may stand for the rows before it. Pure: storing it is the log's. */
import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { assert } from '../../shared/assert.ts';
import { mergeInChunks } from './merge.ts';

/**
 * The content of all these updates as one, collected and compact. Throws when what a reload of it gives isn't equal to
 * what the updates give: such rows must be looked at, never replaced.
 */
export function buildSnapshot(updates: readonly Uint8Array[]): Uint8Array {
  const original = load(mergeInChunks(updates));
  const bytes = Y.encodeStateAsUpdate(original);
  const reloaded = load(bytes);
  assert(isSettled(original) && isSettled(reloaded), 'nothing is pending in a stored document');
  assert(
    isDeepStrictEqual(Y.encodeStateAsUpdate(reloaded), bytes) &&
      Y.equalSnapshots(Y.snapshot(original), Y.snapshot(reloaded)),
    'a snapshot loads back as what it was made from',
  );
  return bytes;
}

function load(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

const isSettled = (doc: Y.Doc): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null;
