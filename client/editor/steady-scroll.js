/**
 * Text never jumps under a reader because another writes above it. Before a remote change is drawn, the block one looks
 * at is measured; afterwards the page is scrolled by as much as it moved. The browser's own scroll anchoring is off for
 * the sheet (editor.css), for it gives up whenever the editor replaces the block it had chosen.
 */
import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
export const SteadyScroll = Extension.create({
    name: 'steadyScroll',
    dispatchTransaction({ transaction, next }) {
        const { view } = this.editor;
        if (!transaction.docChanged || !isChangeOrigin(transaction))
            return next(transaction);
        const steady = lookedAt(view);
        next(transaction);
        if (steady?.isStillThere())
            steady.scroller.scrollBy({ top: steady.moved(), behavior: 'instant' });
    },
});
/** The caret's block when one is writing and it is on the screen, else the first block not above the screen. */
function lookedAt(view) {
    const scroller = scrollerOf(view.dom);
    const top = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
    const inSight = (block) => {
        const box = block.getBoundingClientRect();
        return box.bottom > top && box.top < window.innerHeight;
    };
    const blocks = [...view.dom.children];
    const caret = view.hasFocus() ? view.domAtPos(view.state.selection.head).node : null;
    const own = caret && blocks.find((block) => block.contains(caret));
    const block = own && inSight(own) ? own : blocks.find(inSight);
    if (!block)
        return undefined;
    const before = block.getBoundingClientRect().top;
    return {
        scroller,
        isStillThere: () => block.isConnected,
        moved: () => block.getBoundingClientRect().top - before,
    };
}
function scrollerOf(element) {
    for (let at = element.parentElement; at; at = at.parentElement) {
        const { overflowY } = getComputedStyle(at);
        if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight)
            return at;
    }
    return document.scrollingElement ?? document.documentElement;
}
