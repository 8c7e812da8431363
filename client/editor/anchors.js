import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
const maxQuote = 2000;
export function anchorAt(text, range) {
    return {
        from: encode(holdingNext(text, toRelative(text, range.from))),
        to: encode(toRelative(text, range.to)),
        quote: wordsBetween(text.node, range).slice(0, maxQuote),
    };
}
/** Where the anchor is now: first by its positions, then by its words. */
export function findAnchor(text, anchor) {
    const from = toAbsolute(text, anchor.from);
    const to = toAbsolute(text, anchor.to);
    if (from !== null && to !== null && from < to && wordsBetween(text.node, { from, to }).trim())
        return { by: 'position', from, to };
    const range = findQuote(text.node, anchor.quote);
    return range ? { by: 'quote', ...range } : { by: 'nothing' };
}
/**
 * The editor's positions hold on to the letter before them. An anchor begins with its own first letter: what is written
 * right before the words isn't annotated.
 */
function holdingNext(text, position) {
    const { doc } = text.fragment;
    const at = doc && Y.createAbsolutePositionFromRelativePosition(position, doc);
    if (!at || !(at.type instanceof Y.XmlText) || at.index >= at.type.length)
        return position;
    return Y.createRelativePositionFromTypeIndex(at.type, at.index, 0);
}
/** One place, for what is inserted later: a chip made by a dialog that takes a minute. */
export const toRelative = (text, position) => absolutePositionToRelativePosition(position, text.fragment, text.mapping);
export function fromRelative(text, position) {
    const { doc } = text.fragment;
    return doc ? relativePositionToAbsolutePosition(doc, text.fragment, position, text.mapping) : null;
}
/** The words of a range; blocks parted by a line break, chips by what they are called. */
export const wordsBetween = (node, { from, to }) => node.textBetween(from, to, '\n', labelOf);
/** The first place where exactly these words stand. */
export function findQuote(node, quote) {
    if (!quote.trim())
        return null;
    let words = '';
    const starts = [];
    const ends = [];
    const put = (text, start, wide) => {
        for (let i = 0; i < text.length; i += 1) {
            starts.push(wide ? start : start + i);
            ends.push(wide ? start + wide : start + i + 1);
        }
        words += text;
    };
    node.descendants((child, position) => {
        if (child.isTextblock && words)
            put('\n', position, 1);
        if (child.isText)
            put(child.text ?? '', position, 0);
        else if (child.isLeaf)
            put(labelOf(child), position, child.nodeSize);
    });
    const at = words.indexOf(quote);
    const from = starts[at];
    const to = ends[at + quote.length - 1];
    return at < 0 || from === undefined || to === undefined ? null : { from, to };
}
const labelOf = (node) => (node.type.name === 'chip' ? String(node.attrs.label ?? '') : '');
const encode = (position) => btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));
/** Null for what is no position of this text, as another release or another epoch may have written it. */
function toAbsolute(text, encoded) {
    try {
        const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
        return fromRelative(text, Y.decodeRelativePosition(bytes));
    }
    catch {
        return null;
    }
}
