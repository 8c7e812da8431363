/**
 * Text never jumps under a reader because another writes above it. Before a remote change is drawn, what one looks at is
 * measured; with the next frame, before anybody sees it, the page is scrolled by as much as it moved, and once more when
 * something in the text grows later (a chip whose record arrives, a field that opens). The browser's own scroll anchoring
 * is off for the sheet (editor.css), for it gives up whenever the editor replaces the block it had chosen.
 */

import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

type Storage = { keeper: Keeper | undefined; isHearing: boolean };

export const SteadyScroll = Extension.create<Record<string, never>, Storage>({
  name: 'steadyScroll',
  addStorage: () => ({ keeper: undefined, isHearing: false }),
  dispatchTransaction({ transaction, next }) {
    const { keeper } = this.storage;
    if (!transaction.docChanged || !isChangeOrigin(transaction)) {
      const moves = transaction.docChanged || transaction.selectionSet;
      if (moves) keeper?.settle();
      next(transaction);
      if (moves) keeper?.lookLater();
      return;
    }
    keeper?.look();
    this.storage.isHearing = !transaction.getMeta(ySyncPluginKey)?.isUndoRedoOperation;
    try {
      next(transaction);
    } finally {
      this.storage.isHearing = false;
    }
    keeper?.settleLater();
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('steadyScroll'),
        // y-tiptap asks for the caret to be scrolled to with each change of others: it stays where it is, and asking costs a layout.
        props: { handleScrollToSelection: () => this.storage.isHearing },
        view: (view) => {
          const keeper = keepSteady(view);
          this.storage.keeper = keeper;
          return {
            destroy: () => {
              keeper.close();
              this.storage.keeper = undefined;
            },
          };
        },
      }),
    ];
  },
});

type Keeper = {
  /** Remembers where what one looks at stands, unless that is still to be settled. */
  look(): void;
  /** The same before the next frame: after one's own change, when the page is laid out anyway. */
  lookLater(): void;
  /** Scrolls by as much as it moved since, with the next frame: the page is laid out once for all that others wrote. */
  settleLater(): void;
  /** At once, if anything is to be settled: before one's own change. */
  settle(): void;
  close(): void;
};

function keepSteady(view: EditorView): Keeper {
  let looked: Looked | undefined;
  let frame = 0;
  let isUnsettled = false;
  // Looked for once: asking for styles and heights up the page costs more, at each letter of others, than all the rest.
  let scroller: Element | undefined;
  const look = () => {
    if (!scroller?.contains(view.dom)) scroller = scrollerOf(view.dom);
    looked = view.isDestroyed ? undefined : lookedAt(view, scroller);
  };
  const withFrame = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      settleNow();
      look();
    });
  };
  const settleNow = () => {
    if (isUnsettled) settle();
    isUnsettled = false;
  };
  const settle = () => {
    if (!looked?.isStillThere()) return;
    const top = looked.moved();
    if (Math.abs(top) < 0.5) return;
    looked.scroller.scrollBy({ top, behavior: 'instant' });
    look();
  };
  const onScroll = ({ target }: Event) => {
    if (!(target instanceof Node) || !target.contains(view.dom)) return;
    if (target !== (scroller === document.scrollingElement ? document : scroller)) scroller = undefined;
    if (!isUnsettled) look();
  };
  document.addEventListener('scroll', onScroll, { capture: true, passive: true });
  // At its top, unread yet, a page fills: what comes above the text must not scroll the page's head away.
  const sizes = new ResizeObserver(() => {
    scroller = undefined;
    if (looked && !looked.isAtStart()) settle();
    else look();
  });
  sizes.observe(view.dom);
  return {
    look: () => isUnsettled || look(),
    lookLater: withFrame,
    settle: settleNow,
    settleLater() {
      isUnsettled = true;
      withFrame();
    },
    close() {
      document.removeEventListener('scroll', onScroll, { capture: true });
      sizes.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}

type Looked = {
  readonly scroller: Element;
  isStillThere(): boolean;
  /** Pixels it was moved by, other than by whoever scrolls. */
  moved(): number;
  /** Nobody scrolled and nobody writes: nothing of the text is above what one looks at. */
  isAtStart(): boolean;
};

/** The line one writes in when it is on the screen, else the first block not above the screen. */
function lookedAt(view: EditorView, scroller: Element): Looked | undefined {
  const top = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
  const caret = view.hasFocus() ? caretLine(view) : undefined;
  const scrolled = scroller.scrollTop;
  if (caret !== undefined && caret >= top && caret < window.innerHeight) {
    return {
      scroller,
      isStillThere: () => !view.isDestroyed && view.hasFocus(),
      moved: () => {
        const now = caretLine(view);
        return now === undefined ? 0 : now - caret + scroller.scrollTop - scrolled;
      },
      isAtStart: () => false,
    };
  }
  const block = firstBelow(view.dom.children, top);
  if (!block) return undefined;
  const before = block.getBoundingClientRect().top;
  return {
    scroller,
    isStillThere: () => block.isConnected,
    moved: () => block.getBoundingClientRect().top - before + scroller.scrollTop - scrolled,
    isAtStart: () => scroller.scrollTop === 0,
  };
}

/** Where the line of one's caret begins on the screen; undefined while the text and the screen don't agree. */
function caretLine(view: EditorView): number | undefined {
  try {
    return view.coordsAtPos(view.state.selection.head).top;
  } catch {
    return undefined;
  }
}

/** Blocks stand one below the other: the first that ends below `top` is found by halving. */
function firstBelow(blocks: HTMLCollection, top: number): Element | undefined {
  let [from, to] = [0, blocks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const block = blocks[middle];
    if (block && block.getBoundingClientRect().bottom > top) to = middle;
    else from = middle + 1;
  }
  return blocks[from];
}

export function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
