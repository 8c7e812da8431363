/**
 * Where one has just clicked counts before anything of others is drawn, and before the next key. The browser moves its
 * caret at once and says so in a task of its own; a colleague's change that is drawn in between would put the caret back
 * where it stood before, on a page just opened at the very beginning, and the next words would go there. On a page with
 * much to do, Enter after End would split the line where the caret was.
 */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

/** What prosemirror-view keeps to itself. */
type Watched = EditorView & {
  readonly domObserver: {
    readonly queue: readonly MutationRecord[];
    readonly currentSelection: { eq(selection: unknown): boolean };
    flush(): void;
  };
  domSelectionRange(): unknown;
};

type Storage = { hasHand: boolean };

/** Stands before Collaboration: y-tiptap remembers where the caret is as a change begins. */
export const CaretFirst = Extension.create<Record<string, never>, Storage>({
  name: 'caretFirst',
  priority: 1001,
  // Whether a hand may have moved the browser's caret: a focus given by the page puts it somewhere for a moment too.
  addStorage: () => ({ hasHand: false }),
  dispatchTransaction({ transaction, next }) {
    // Others' carets and marks are drawn without a change to the text. A click focuses first and moves the caret then.
    const isOnlyLooks = !transaction.docChanged && !transaction.selectionSet && !transaction.getMeta('focus');
    const hears = isOnlyLooks && this.storage.hasHand && !this.editor.isDestroyed;
    if (hears && hearCaret(this.editor.view)) transaction.setSelection(this.editor.state.selection);
    next(transaction);
  },
  addProseMirrorPlugins() {
    const { storage } = this;
    const hand = (has: boolean) => (view: EditorView) => {
      if (has && storage.hasHand) hearCaret(view);
      storage.hasHand = has;
      return false;
    };
    return [
      new Plugin({
        key: new PluginKey('caretFirst'),
        props: { handleDOMEvents: { pointerdown: hand(true), keydown: hand(true), blur: hand(false) } },
        view: (view) => {
          const doc: Y.Doc | undefined = ySyncPluginKey.getState(view.state)?.doc;
          const beforeAll = () => {
            if (storage.hasHand && doc?._transaction?.local === false) hearCaret(view);
          };
          doc?.on('beforeAllTransactions', beforeAll);
          return { destroy: () => doc?.off('beforeAllTransactions', beforeAll) };
        },
      }),
    ];
  },
});

/** Takes over the browser's caret when it has moved unsaid; letters that are still unread stay for the browser to tell. */
function hearCaret(view: EditorView): boolean {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return false;
  const { domObserver } = view as Watched;
  if (domObserver.queue.length > 0) return false;
  if (domObserver.currentSelection.eq((view as Watched).domSelectionRange())) return false;
  domObserver.flush();
  return true;
}
