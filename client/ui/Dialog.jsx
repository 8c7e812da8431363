/**
 * A dialog: focus stays inside, Escape and the veil close it, focus returns to where it came from. Its window is fetched
 * when the first one opens, so that no page waits for it.
 */
import { createEffect, createSignal, lazy, Show, Suspense } from 'solid-js';
const loadWindow = () => import('./DialogWindow.tsx');
const DialogWindow = lazy(loadWindow);
/** Fetches the window ahead of need: a dialog must open offline too. */
export const fetchDialogWindow = () => loadWindow();
export function Dialog(props) {
    // Once met it stays mounted, so that closing gives the focus back.
    const [met, setMet] = createSignal(false);
    createEffect(() => props.open && setMet(true));
    return (<Suspense>
      <Show when={met()}>
        <DialogWindow {...props}/>
      </Show>
    </Suspense>);
}
