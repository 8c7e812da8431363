/** Y.Docs of the server. What they say is stored, so nothing may change in them that nobody sent. */
import * as Y from 'yjs';

/**
 * An empty document that leaves formatting marks as they are. Yjs deletes marks that it takes for redundant after an
 * update was applied, in a transaction of its own that nobody stores: a page that then takes the same mark away would be
 * told it is gone already, and the mark would be back after a reload.
 */
export function createUntidied(): Y.Doc {
  const doc = new Y.Doc();
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}
