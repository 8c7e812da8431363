/**
 * Marks under annotated words: decorations drawn on this page only, from anchors in the annotations' own document. The
 * plan's text holds nothing of them, so an annotator changes none of it.
 */
import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findAnchor } from '../anchors.ts';
import { textStateOf } from '../text-state.ts';
const marksKey = new PluginKey('annotationMarks');
/** Tells the editor which threads there are, and which one is looked at. */
export const tellThreads = (state, told) => state.tr.setMeta(marksKey, told);
export const foundThreads = (state) => marksKey.getState(state)?.found ?? new Map();
/** `onPick`: the annotated words, or their mark, were pressed. */
export const highlightsExtension = (onPick) => Extension.create({
    name: 'annotationMarks',
    addProseMirrorPlugins() {
        return [
            new Plugin({
                key: marksKey,
                state: {
                    init: () => ({ threads: [], active: undefined, found: new Map(), drawn: DecorationSet.empty }),
                    apply: (tr, marks, _old, state) => nextMarks(tr, marks, state),
                },
                props: {
                    decorations: (state) => marksKey.getState(state)?.drawn,
                    handleClick: (_view, _at, event) => pick(event.target, onPick),
                },
            }),
        ];
    },
});
function pick(target, onPick) {
    const mark = target instanceof Element ? target.closest('[data-thread]') : null;
    const key = mark?.getAttribute('data-thread');
    if (key)
        onPick(key);
    return key !== undefined && key !== null && mark instanceof HTMLButtonElement;
}
/**
 * One's own edits reach the Yjs document only after the editor has them: until then places are moved along with the
 * edit. Others' edits come from Yjs, and places are looked up again.
 */
function nextMarks(tr, marks, state) {
    const told = tr.getMeta(marksKey);
    if (!told && !tr.docChanged)
        return marks;
    const { threads, active } = told ?? marks;
    const found = told || isChangeOrigin(tr) ? findAll(state, threads, marks) : moveAll(marks.found, threads, tr);
    return { threads, active, found, drawn: draw(state, threads, found, active) };
}
function findAll(state, threads, before) {
    const text = textStateOf(state);
    if (!text)
        return new Map(before.found);
    return new Map(threads.map((thread) => [thread.key, findAnchor(text, thread)]));
}
function moveAll(found, threads, tr) {
    const moved = new Map();
    for (const { key } of threads) {
        const place = found.get(key);
        if (!place || place.by === 'nothing') {
            if (place)
                moved.set(key, place);
            continue;
        }
        const from = tr.mapping.map(place.from, 1);
        const to = tr.mapping.map(place.to, -1);
        moved.set(key, from < to ? { by: place.by, from, to } : { by: 'nothing' });
    }
    return moved;
}
function draw(state, threads, found, active) {
    const drawn = [];
    let open = 0;
    for (const { thread, place } of inReadingOrder(threads, found)) {
        const look = thread.resolved ? 'anchor-q' : 'anchor';
        const lit = thread.key === active ? ' is-on' : '';
        drawn.push(Decoration.inline(place.from, place.to, { class: look + lit, 'data-thread': thread.key }));
        if (!thread.resolved) {
            open += 1;
            drawn.push(numberMark(place.to, thread, open));
        }
    }
    return DecorationSet.create(state.doc, drawn);
}
function inReadingOrder(threads, found) {
    const placed = threads.flatMap((thread) => {
        const place = found.get(thread.key);
        return place && place.by !== 'nothing' ? [{ thread, place }] : [];
    });
    return placed.sort((a, b) => a.place.from - b.place.from);
}
/** Only small screens show it: there the cards are in a drawer. */
const numberMark = (at, thread, number) => Decoration.widget(at, () => {
    const mark = document.createElement('button');
    mark.type = 'button';
    mark.className = 'note-n';
    mark.dataset.thread = thread.key;
    mark.contentEditable = 'false';
    mark.setAttribute('aria-label', thread.label);
    mark.textContent = String(number);
    return mark;
}, { side: 1, key: `note-${thread.key}-${number}`, ignoreSelection: true });
