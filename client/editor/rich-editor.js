/** A Tiptap editor on a shared document: the shared schema, other people's carets, undo of one's own edits only. */
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { BlockKeys } from './block-keys.ts';
import { caretsExtension, movingNamesExtension } from './carets.ts';
import { HeardChanges } from './heard-changes.ts';
import { schemaExtensions } from './schema.ts';
import { SettledUndo } from './settled-undo.ts';
import { SteadyScroll } from './steady-scroll.ts';
/** Destroy it with the component. */
export const createRichEditor = (options) => new Editor({
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
        SettledUndo,
        HeardChanges,
        SteadyScroll,
        BlockKeys,
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
