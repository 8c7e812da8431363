/**
 * Text never jumps under a reader because another writes above it. Before a remote change is drawn, the block one looks
 * at is measured; afterwards the page is scrolled by as much as it moved. The browser's own scroll anchoring is off for
 * the sheet (editor.css), for it gives up whenever the editor replaces the block it had chosen.
 */

import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

export const SteadyScroll = Extension.create<object, { isHearing: boolean }>({
  name: 'steadyScroll',
  addStorage: () => ({ isHearing: false }),
  addProseMirrorPlugins() {
    // y-tiptap asks for the caret to be scrolled to with each change of others: it stays where it is, and asking costs a layout.
    const handleScrollToSelection = () => this.storage.isHearing;
    return [new Plugin({ key: new PluginKey('steadyScroll'), props: { handleScrollToSelection } })];
  },
  dispatchTransaction({ transaction, next }) {
    const { view } = this.editor;
    if (!transaction.docChanged || !isChangeOrigin(transaction)) return next(transaction);
    const steady = lookedAt(view);
    this.storage.isHearing = !transaction.getMeta(ySyncPluginKey)?.isUndoRedoOperation;
    try {
      next(transaction);
    } finally {
      this.storage.isHearing = false;
    }
    if (steady?.isStillThere()) steady.scroller.scrollBy({ top: steady.moved(), behavior: 'instant' });
  },
});

type Looked = { readonly scroller: Element; isStillThere(): boolean; moved(): number };

/** The caret's block when one is writing and it is on the screen, else the first block not above the screen. */
function lookedAt(view: EditorView): Looked | undefined {
  const scroller = scrollerOf(view.dom);
  const top = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
  const inSight = (block: Element) => {
    const box = block.getBoundingClientRect();
    return box.bottom > top && box.top < window.innerHeight;
  };
  const blocks = [...view.dom.children];
  const caret = view.hasFocus() ? view.domAtPos(view.state.selection.head).node : null;
  const own = caret && blocks.find((block) => block.contains(caret));
  const block = own && inSight(own) ? own : blocks.find(inSight);
  if (!block) return undefined;
  const before = block.getBoundingClientRect().top;
  return {
    scroller,
    isStillThere: () => block.isConnected,
    moved: () => block.getBoundingClientRect().top - before,
  };
}

function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
