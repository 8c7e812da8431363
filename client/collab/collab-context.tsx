/**
 * The open documents as every component finds them, without what opens them: pages that show no document don't load
 * Yjs. main.tsx composes: `<CollabProvider documents={createOpenDocuments(browserLine())}>`.
 */
import { createContext, createEffect, type JSX, onCleanup, useContext } from 'solid-js';
import type { OpenDocuments } from './open-documents.ts';
import type { Line } from './shared-document.ts';

const CollabContext = createContext<OpenDocuments>();

export function CollabProvider(props: { documents: OpenDocuments; children: JSX.Element }): JSX.Element {
  return <CollabContext.Provider value={props.documents}>{props.children}</CollabContext.Provider>;
}

export function useCollab(): OpenDocuments {
  const documents = useContext(CollabContext);
  if (!documents) throw new Error('useCollab needs a CollabProvider above it');
  return documents;
}

/** While anything is unsaved, or was left behind and not copied, the browser asks before the page is closed. Call once, near the root. */
export function useUnsavedWarning(): void {
  const documents = useCollab();
  createEffect(() => {
    if (documents.unsaved() === 0 && !documents.leftBehind.waiting()) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    onCleanup(() => window.removeEventListener('beforeunload', ask));
  });
}

/** The page's own origin, over WebSocket. */
export const browserLine = (): Line => ({
  origin: location.origin.replace(/^http/, 'ws'),
  WebSocket: window.WebSocket,
});
