/**
 * Pastes from elsewhere: what a document can't hold is dropped by its schema, titles of any size become ours, and what
 * is too much for one change is refused before anything happens; the server would close the document on it.
 */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Limits } from '../../shared/sync/protocol.ts';
/** A slice's JSON is never shorter than its update; a quarter is left for what goes with it. */
const mostBytes = Limits.updateBytes * 0.75;
const isTooMuch = (slice) => new TextEncoder().encode(JSON.stringify(slice.content.toJSON())).length > mostBytes;
/** Level 1 is the page's own title; below 3 there is nothing. */
const withOurTitles = (html) => html.replace(/<(\/?)h1\b/gi, '<$1h2').replace(/<(\/?)h[4-6]\b/gi, '<$1h3');
/** `onTooMuch`: a paste or a drop was refused, and why should be said. */
export const Pastes = (onTooMuch) => Extension.create({
    name: 'pastes',
    priority: 2_000,
    addProseMirrorPlugins() {
        const refuse = (slice) => {
            if (!isTooMuch(slice))
                return false;
            onTooMuch();
            return true;
        };
        return [
            new Plugin({
                key: new PluginKey('pastes'),
                props: {
                    transformPastedHTML: withOurTitles,
                    handlePaste: (_view, _event, slice) => refuse(slice),
                    handleDrop: (_view, _event, slice) => refuse(slice),
                },
            }),
        ];
    },
});
