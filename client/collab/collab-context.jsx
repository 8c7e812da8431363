/**
 * The open documents as every component finds them, without what opens them: pages that show no document don't load
 * Yjs. main.tsx composes: `<CollabProvider documents={createOpenDocuments(browserLine())}>`.
 */
import { createContext, createEffect, onCleanup, useContext } from 'solid-js';
const CollabContext = createContext();
export function CollabProvider(props) {
    return <CollabContext.Provider value={props.documents}>{props.children}</CollabContext.Provider>;
}
export function useCollab() {
    const documents = useContext(CollabContext);
    if (!documents)
        throw new Error('useCollab needs a CollabProvider above it');
    return documents;
}
/** While anything is unsaved, or was left behind and not copied, the browser asks before the page is closed. Call once, near the root. */
export function useUnsavedWarning() {
    const documents = useCollab();
    createEffect(() => {
        if (documents.unsaved() === 0 && !documents.leftBehind.waiting())
            return;
        const ask = (event) => event.preventDefault();
        window.addEventListener('beforeunload', ask);
        onCleanup(() => window.removeEventListener('beforeunload', ask));
    });
}
/** The page's own origin, over WebSocket. */
export const browserLine = () => ({
    origin: location.origin.replace(/^http/, 'ws'),
    WebSocket: window.WebSocket,
});
