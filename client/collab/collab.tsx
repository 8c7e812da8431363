/** How pages open documents: for as long as their owner lives, and anew when one was rebuilt. */
import { type Accessor, createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { useCollab } from './collab-context.tsx';
import { connectReplica, type OpenRequest, type SharedDocument } from './shared-document.ts';

export { CollabProvider, useUnsavedWarning } from './collab-context.tsx';

/** Opens a document now and leaves it with the component. For another document, let the component be made anew. */
export function openDocument(request: OpenRequest): SharedDocument {
  const documents = useCollab();
  const shared = untrack(() => documents.open(request, connectReplica));
  onCleanup(shared.close);
  return shared;
}

/**
 * Keeps open what `request` names, anew only for another document or other access: a new label is none. When the document was rebuilt (its replica is dropped then, one's unsaved words left
 * behind) it is another one, loaded from the beginning: make what shows it anew.
 */
export function createDocument(
  request: Accessor<OpenRequest | undefined>,
): Accessor<SharedDocument | undefined> {
  const [rebuilds, setRebuilds] = createSignal(0);
  const wanted = createMemo(request, undefined, { equals: sameRequest });
  return createMemo(() => {
    rebuilds();
    const asked = wanted();
    if (!asked) return undefined;
    const shared = openDocument(asked);
    createEffect(() => {
      if (shared.closeReason()?.code === CloseCode.oldEpoch) setRebuilds((before) => before + 1);
    });
    return shared;
  });
}

const sameRequest = (a: OpenRequest | undefined, b: OpenRequest | undefined): boolean =>
  a?.documentId === b?.documentId && a?.access === b?.access;
