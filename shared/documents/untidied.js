/** Replicas in which nothing changes that nobody wrote. */
import * as Y from 'yjs';
/**
 * An empty document that leaves formatting marks as they are. After an update from elsewhere Yjs deletes marks that it
 * takes for redundant, in a transaction of its own. On the server nobody would store that: a page that then takes the same
 * mark away would be told it is gone already, and the mark would be back after a reload. On a page it can take bold
 * away from words that everybody else sees in bold (two in 2,500 histories of tests/faults), and would tell the others so.
 */
export function createUntidied() {
    const doc = new Y.Doc();
    doc.on('afterTransaction', (transaction) => {
        transaction._needFormattingCleanup = false;
    });
    return doc;
}
