/**
 * The client's editor without a browser: Tiptap with the client's own schema, keys and pastes, bound to a Y.Doc by the
 * plugins the page uses. What a browser's view would do — hand each new state to the plugins — is done here.
 */
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import type { Slice } from '@tiptap/pm/model';
import type { Plugin, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { BlockKeys } from '../../client/editor/block-keys.ts';
import { HeardChanges, heardChangesKey } from '../../client/editor/heard-changes.ts';
import { Pastes } from '../../client/editor/pastes.ts';
import { ReachableUndo } from '../../client/editor/reachable-undo.ts';
import { schemaExtensions } from '../../client/editor/schema.ts';
import { SettledUndo, settledUndoKey } from '../../client/editor/settled-undo.ts';

export type HeadlessEditor = {
  readonly editor: Editor;
  /** As Ctrl-V with this on the clipboard; whatever the page's own plugins make of it. */
  paste(slice: Slice): void;
  destroy(): void;
};

/** Of a replica that has synced. */
export function createHeadlessEditor(fragment: Y.XmlFragment): HeadlessEditor {
  const editor = new Editor({
    element: null,
    injectCSS: false,
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    coreExtensionOptions: { delete: { async: false } },
    extensions: [
      ...schemaExtensions(),
      BlockKeys,
      Pastes(() => undefined),
      Collaboration.configure({ fragment }),
      ReachableUndo,
      SettledUndo,
      HeardChanges,
    ],
  });
  editor.view.updateState(editor.state.reconfigure({ plugins: editor.extensionManager.plugins }));

  // What the plugins of y-tiptap and ours ask of a view.
  const view = {
    get state() {
      return editor.state;
    },
    dispatch: (tr: Transaction) => editor.view.dispatch(tr),
    hasFocus: () => false,
    isDestroyed: false,
  } as unknown as EditorView;
  const keys = [ySyncPluginKey, yUndoPluginKey, settledUndoKey, heardChangesKey];
  const views = editor.state.plugins
    .filter((plugin) => keys.some((key) => key.get(editor.state) === plugin))
    .flatMap((plugin) => plugin.spec.view?.(view) ?? []);
  let previous = editor.state;
  editor.on('transaction', () => {
    const before = previous;
    previous = editor.state;
    for (const pluginView of views) pluginView.update?.(view, before);
  });

  return {
    editor,
    paste(slice) {
      const { plugins, tr } = editor.state;
      const pasted = plugins.reduce(
        (now, { props }) => props.transformPasted?.call(undefined as never, now, view, false) ?? now,
        slice,
      );
      if (plugins.some((plugin) => refusesPaste(plugin, view, pasted))) return;
      editor.view.dispatch(tr.replaceSelection(pasted).setMeta('paste', true).setMeta('uiEvent', 'paste'));
    },
    destroy() {
      for (const pluginView of views) pluginView.destroy?.();
      editor.destroy();
    },
  };
}

/** Only the client's own: Tiptap's look at the event, which is the browser's. */
const refusesPaste = (plugin: Plugin, view: EditorView, slice: Slice): boolean =>
  (plugin as unknown as { key: string }).key.startsWith('pastes$') &&
  plugin.props.handlePaste?.call(plugin, view, {} as ClipboardEvent, slice) === true;
