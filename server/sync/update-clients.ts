/** Under which client ids an update adds something. Who only deletes needs none. */
import * as Y from 'yjs';

export const clientIdsIn = (update: Uint8Array): number[] => [...Y.parseUpdateMeta(update).from.keys()];

/**
 * Some client id is in both, so that neither is simply beside the other: a page that moved from node to node, or an id
 * that two people claimed.
 */
export function shareClients(updates: readonly { readonly bytes: Uint8Array }[], other: Uint8Array): boolean {
  const theirs = new Set(clientIdsIn(other));
  return updates.some(({ bytes }) => clientIdsIn(bytes).some((clientId) => theirs.has(clientId)));
}
