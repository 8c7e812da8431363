/**
 * Pastes from elsewhere: what a document can't hold is dropped by its schema, titles of any size become ours, and what
 * is too much for one change is refused before anything happens; the server would close the document on it.
 */
import { Extension } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Limits } from '../../shared/sync/protocol.ts';

/** A slice's JSON is never shorter than its update; a quarter is left for what goes with it. */
const mostBytes = Limits.updateBytes * 0.75;

const isTooMuch = (slice: Slice): boolean =>
  new TextEncoder().encode(JSON.stringify(slice.content.toJSON())).length > mostBytes;

/** Level 1 is the page's own title; below 3 there is nothing. */
const withOurTitles = (html: string): string =>
  html.replace(/<(\/?)h1\b/gi, '<$1h2').replace(/<(\/?)h[4-6]\b/gi, '<$1h3');

/** Half a character, which a clipboard may hold, is stored as one thing here and read as another by everybody else. */
function wellFormed(slice: Slice): Slice {
  const mended = (nodes: Fragment): Fragment => Fragment.fromArray(nodes.content.map(mendedNode));
  const mendedNode = (node: Node): Node =>
    node.isText
      ? node.type.schema.text((node.text ?? '').toWellFormed(), node.marks)
      : node.copy(mended(node.content));
  return new Slice(mended(slice.content), slice.openStart, slice.openEnd);
}

/** `onTooMuch`: a paste or a drop was refused, and why should be said. */
export const Pastes = (onTooMuch: () => void) =>
  Extension.create({
    name: 'pastes',
    priority: 2_000,
    addProseMirrorPlugins() {
      const refuse = (slice: Slice) => {
        if (!isTooMuch(slice)) return false;
        onTooMuch();
        return true;
      };
      return [
        new Plugin({
          key: new PluginKey('pastes'),
          props: {
            transformPastedHTML: withOurTitles,
            transformPasted: wellFormed,
            handlePaste: (_view, _event, slice) => refuse(slice),
            handleDrop: (_view, _event, slice) => refuse(slice),
          },
        }),
      ];
    },
  });
