/** What a person wrote that never reached the server, as plain text, to be copied before a replica is dropped. */
import * as Y from 'yjs';
/** Words inserted by these updates, in the order they were written; empty when they only deleted or formatted. */
export function wordsOf(updates) {
    if (updates.length === 0)
        return '';
    const { structs } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
    const runs = structs.map((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '\n');
    return runs
        .join('')
        .replace(/\n{2,}/g, '\n')
        .trim();
}
