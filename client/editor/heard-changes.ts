/**
 * What a colleague wrote is shown, whatever becomes of one's own selection, and at the price of what they wrote. y-tiptap
 * puts the selection back after each change it hears, and looks for where it stood in a text that may be shorter by now;
 * when that place is gone it throws, the editor keeps showing the text of before, and its next key would write that over
 * the colleague's words. So a change that breaks on the selection is shown once more without one.
 *
 * It also makes every block anew for each letter it hears. Where only words changed, blocks nobody touched keep their
 * nodes, as y-prosemirror had it: what compares them (the view, the marks of annotations) then sees at a glance that
 * they are the same.
 */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

type Heard = (events: Y.YEvent<Y.XmlFragment>[], transaction: Y.Transaction) => void;
type Binding = {
  beforeTransactionSelection: unknown;
  _observeFunction: Heard;
  _isLocalCursorInView: () => boolean;
  /** Which node stands for which Yjs type. */
  readonly mapping: Map<unknown, unknown>;
  readonly type: Y.XmlFragment;
};

export const heardChangesKey = new PluginKey('heardChanges');

/** Comes after Collaboration, which has begun to listen by then. */
export const HeardChanges = Extension.create({
  name: 'heardChanges',
  priority: 1,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: heardChangesKey,
      view: (view) => {
        const binding: Binding | null | undefined = ySyncPluginKey.getState(view.state)?.binding;
        if (binding) showWhateverIsHeard(binding, view);
        return {};
      },
    }),
  ],
});

/** In the place of the binding's own listener, which it takes off itself when it ends. */
function showWhateverIsHeard(binding: Binding, view: EditorView): void {
  const show = binding._observeFunction;
  const shown = keepingNodes(binding, view, show);
  const listener: Heard = (events, transaction) => {
    try {
      shown(events, transaction);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      binding.beforeTransactionSelection = null;
      show(events, transaction);
    }
  };
  binding.type.unobserveDeep(show);
  binding._observeFunction = listener;
  binding.type.observeDeep(listener);
}

/** The same listener, in which what didn't change keeps its nodes. */
function keepingNodes(binding: Binding, view: EditorView, show: Heard): Heard {
  const { mapping } = binding;
  const forgetAll = mapping.clear.bind(mapping);
  const isInView = binding._isLocalCursorInView.bind(binding);
  let keeps = false;
  let undoes = false;
  mapping.clear = () => {
    if (!keeps) forgetAll();
  };
  // Asking costs a layout, and the text scrolls after one's caret only when one takes back something of one's own.
  binding._isLocalCursorInView = () => undoes && isInView();
  return (events, transaction) => {
    keeps = isOnlyWords(transaction) && isShown(binding, view, transaction);
    undoes = transaction.origin instanceof Y.UndoManager;
    try {
      show(events, transaction);
    } finally {
      keeps = false;
      undoes = false;
    }
  };
}

const isOnlyWords = ({ changed }: Y.Transaction): boolean =>
  [...changed.keys()].every((type) => type instanceof Y.XmlText);

/** Whether what stands for every untouched block is what the editor shows: else all are made anew. */
function isShown({ mapping, type }: Binding, view: EditorView, transaction: Y.Transaction): boolean {
  const blocks = new Set<unknown>(view.state.doc.children);
  const touched: ReadonlySet<unknown> = new Set(transaction.changedParentTypes.keys());
  return type.toArray().every((block) => touched.has(block) || blocks.has(mapping.get(block)));
}
