/** The shared documents of whoever is signed in: when they leave, every socket closes and the next one begins empty. */
import { createSignal, untrack } from 'solid-js';
import { createLeftBehind } from '../../collab/left-behind.ts';
import { createOpenDocuments } from '../../collab/open-documents.ts';
/** `keptFor`: for whom copies are kept on this device, if for anybody. */
export function createSessionDocuments(line, keptFor) {
    const leftBehind = createLeftBehind();
    const begin = () => createOpenDocuments(line, { leftBehind, keptFor });
    const [current, setCurrent] = createSignal(begin());
    return {
        // Untracked: a page that opens one isn't opened again because somebody else signed in.
        open: (request, connect) => untrack(current).open(request, connect),
        visit: (request, connect) => untrack(current).visit(request, connect),
        state: () => current().state(),
        unsaved: () => current().unsaved(),
        leftBehind,
        close() {
            untrack(current).close();
            setCurrent(begin());
        },
    };
}
