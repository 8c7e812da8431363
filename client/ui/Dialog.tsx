/**
 * A dialog: focus stays inside, Escape and the veil close it, focus returns to where it came from. Its window is fetched
 * when the first one opens, so that no page waits for it.
 */
import { createEffect, createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';

export type DialogProps = {
  open: boolean;
  /** Called by Escape, the veil and the cross; the page decides and changes `open`. */
  onClose: () => void;
  title: JSX.Element;
  /** One sentence under the title that says what the act means. */
  description?: JSX.Element;
  /** Buttons, the main one last. */
  actions?: JSX.Element;
  /** `drawer`: at the end side, for annotations and the like on small screens. `full`: the whole window. */
  shape?: 'dialog' | 'wide' | 'full' | 'drawer' | undefined;
  /** What Enter does anywhere in the dialog that isn't a multi-line field: the body becomes a form. */
  onSubmit?: (() => void) | undefined;
  children?: JSX.Element;
};

const loadWindow = () => import('./DialogWindow.tsx');
const DialogWindow = lazy(loadWindow);

/** Fetches the window ahead of need: a dialog must open offline too. */
export const fetchDialogWindow = (): Promise<unknown> => loadWindow();

export function Dialog(props: DialogProps): JSX.Element {
  // Once met it stays mounted, so that closing gives the focus back.
  const [met, setMet] = createSignal(false);
  createEffect(() => props.open && setMet(true));
  return (
    <Suspense>
      <Show when={met()}>
        <DialogWindow {...props} />
      </Show>
    </Suspense>
  );
}
