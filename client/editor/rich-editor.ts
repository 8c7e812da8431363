/** A Tiptap editor on a shared document: the shared schema, other people's carets, undo of one's own edits only. */
import { type AnyExtension, Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions/placeholder';
import type * as Y from 'yjs';
import type { Presence } from '../collab/presence.ts';
import type { ColourOf } from '../ui/caret-colours.tsx';
import { BlockKeys } from './block-keys.ts';
import { CaretFirst } from './caret-first.ts';
import { caretsExtension, movingNamesExtension } from './carets.ts';
import type { Named } from './chrome.ts';
import { HeardChanges } from './heard-changes.ts';
import { NewLines } from './new-lines.ts';
import { ReachableUndo } from './reachable-undo.ts';
import { type BlockNodes, schemaExtensions } from './schema.ts';
import { SettledUndo } from './settled-undo.ts';
import { SteadyScroll } from './steady-scroll.ts';

export type RichEditorOptions = {
  readonly element: HTMLElement;
  /** Of a replica that has synced: an editor that opens earlier would write an empty line into the document. */
  readonly fragment: Y.XmlFragment;
  readonly presence: Presence;
  readonly me: Named;
  /** Of everybody's caret. */
  readonly colourOf: ColourOf;
  readonly editable: boolean;
  /** Accessible name of the text box. */
  readonly label: string;
  /** Shown on the empty line one is in. */
  readonly placeholder: () => string;
  readonly blocks?: BlockNodes | undefined;
  readonly extensions?: readonly AnyExtension[] | undefined;
};

/** Destroy it with the component. */
export const createRichEditor = (options: RichEditorOptions): Editor =>
  new Editor({
    element: options.element,
    editable: options.editable,
    injectCSS: false,
    coreExtensionOptions: { delete: { async: false } },
    extensions: [
      ...schemaExtensions(options.blocks),
      Collaboration.configure({ fragment: options.fragment }),
      caretsExtension(options.presence, options.me, options.colourOf),
      movingNamesExtension(options.presence),
      Placeholder.configure({
        placeholder: ({ node }) => (node.type.name === 'paragraph' ? options.placeholder() : ''),
      }),
      ReachableUndo,
      SettledUndo,
      HeardChanges,
      SteadyScroll,
      BlockKeys,
      NewLines,
      CaretFirst,
      ...(options.extensions ?? []),
    ],
    editorProps: {
      attributes: {
        class: 'sheet',
        // What is shared is written in Italian; a block in another language says so itself.
        lang: 'it',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        'aria-haspopup': 'listbox',
        spellcheck: 'true',
        tabindex: '0',
      },
    },
  });
