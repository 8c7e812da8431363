/**
 * Measures words and cards, and keeps each card beside its words while either changes. Everything is read after the
 * frame is painted, when nothing has to be laid out for it, so no keystroke waits for three hundred cards; where a place
 * stands within its block is read once for each state of that block.
 */
import type { Editor } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { Found } from '../anchors.ts';
import { marksOf } from './highlights.ts';
import { type Card, layOut } from './margin-layout.ts';

export type MarginLayout = {
  setMargin(margin: HTMLElement): void;
  watch(key: string, card: HTMLElement): void;
  /** Pixels from the top of the margin. Reactive. */
  topOf(key: string): number;
  /** Whether its card is on the screen or about to be: only then it is drawn. Reactive. */
  isNear(key: string): boolean;
  /** Below the last card. */
  readonly end: Accessor<number>;
};

const gapPx = 24;
/** Of a card that has never been drawn. */
const likelyHeightPx = 96;
/** Eight people who write change the text thirty times a second: cards follow a few times. */
const writtenMs = 120;
/** Cards this far outside the window are drawn ahead of scrolling. */
const aheadPx = 900;

export function createMarginLayout(
  editor: Editor,
  keys: Accessor<readonly string[]>,
  placeOf: (key: string) => Found,
  focused: Accessor<string | undefined>,
): MarginLayout {
  const cards = new Map<string, HTMLElement>();
  const heights = new Map<string, number>();
  const [tops, setTops] = createSignal<ReadonlyMap<string, number>>(new Map(), { equals: sameTops });
  const [near, setNear] = createSignal<ReadonlySet<string>>(new Set(), { equals: sameKeys });
  const [end, setEnd] = createSignal(0);
  const lines = createLines(editor);
  let margin: HTMLElement | undefined;
  let frame = 0;
  let painted: ReturnType<typeof setTimeout> | undefined;
  let written: ReturnType<typeof setTimeout> | undefined;

  const measure = () => {
    painted = undefined;
    if (editor.isDestroyed || !margin) return;
    const zero = margin.getBoundingClientRect().top;
    const measured: Card[] = [];
    const topAt = lines.read();
    for (const key of keys()) {
      const place = placeOf(key);
      const drawn = cards.get(key)?.firstElementChild ? cards.get(key)?.offsetHeight : undefined;
      if (drawn) heights.set(key, drawn);
      const height = heights.get(key) ?? likelyHeightPx;
      if (place.by !== 'nothing') measured.push({ key, wanted: topAt(place.from) - zero, height });
    }
    const laid = layOut(measured, focused());
    const [from, to] = [-zero - aheadPx, -zero + window.innerHeight + aheadPx];
    const isNear = ({ key, height }: Card) => {
      const top = laid.get(key) ?? 0;
      return key === focused() || (top + height > from && top < to);
    };
    setNear(new Set(measured.filter(isNear).map(({ key }) => key)));
    setTops(laid);
    setEnd(
      measured.reduce((low, { key, height }) => Math.max(low, (laid.get(key) ?? 0) + height + gapPx), 0),
    );
  };
  const later = () => {
    clearTimeout(written);
    written = undefined;
    if (frame !== 0 || painted !== undefined) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      painted = setTimeout(measure);
    });
  };
  const readAgain = () => {
    lines.forget();
    later();
  };
  let drawn = marksOf(editor.state)?.drawn;
  const onTransaction = ({ transaction }: { transaction: Transaction }) => {
    const before = drawn;
    drawn = marksOf(editor.state)?.drawn;
    if (transaction.docChanged) written ??= setTimeout(later, writtenMs);
    else if (drawn !== before) readAgain(); // what is proposed stands within the lines
  };
  const sizes = new ResizeObserver(later);
  onCleanup(() => sizes.disconnect());
  editor.on('transaction', onTransaction);
  document.addEventListener('scroll', later, { capture: true, passive: true });
  document.fonts.addEventListener('loadingdone', readAgain); // the same words break elsewhere in their own letters
  onCleanup(() => {
    document.fonts.removeEventListener('loadingdone', readAgain);
    editor.off('transaction', onTransaction);
    document.removeEventListener('scroll', later, { capture: true });
    cancelAnimationFrame(frame);
    clearTimeout(painted);
    clearTimeout(written);
  });
  sizes.observe(editor.view.dom);
  createEffect(() => {
    keys();
    focused();
    later();
  });

  return {
    setMargin(element) {
      margin = element;
      later();
    },
    watch(key, card) {
      cards.set(key, card);
      sizes.observe(card);
      onCleanup(() => {
        sizes.unobserve(card);
        if (cards.get(key) === card) cards.delete(key);
      });
    },
    topOf: (key) => tops().get(key) ?? 0,
    isNear: (key) => near().has(key),
    end,
  };
}

/** Tops of lines in the window's pixels. Within a block they are kept until the block, or its size, is another. */
function createLines(editor: Editor) {
  type Kept = { block: TextNode; readonly size: DOMRect; readonly tops: Map<number, number> };
  let known = new WeakMap<HTMLElement, Kept>();
  const keptOf = (block: TextNode, element: HTMLElement, size: DOMRect): Kept => {
    const before = known.get(element);
    const isSameSize = before?.size.width === size.width && before.size.height === size.height;
    if (before && isSameSize && (before.block === block || before.block.eq(block))) {
      before.block = block;
      return before;
    }
    const kept = { block, size, tops: new Map<number, number>() };
    known.set(element, kept);
    return kept;
  };
  return {
    /** The same blocks may break their lines elsewhere now. */
    forget() {
      known = new WeakMap();
    },
    /** Reads the page as it is now: each block once, however many places it has. */
    read() {
      const { doc } = editor.state;
      const blocks = new Map<number, { readonly kept: Kept; readonly top: number } | undefined>();
      const blockAt = (start: number, block: TextNode) => {
        if (blocks.has(start)) return blocks.get(start);
        const element = editor.view.nodeDOM(start);
        if (!(element instanceof HTMLElement)) {
          blocks.set(start, undefined);
          return undefined;
        }
        const size = element.getBoundingClientRect();
        const read = { kept: keptOf(block, element, size), top: size.top };
        blocks.set(start, read);
        return read;
      };
      return (position: number): number => {
        const at = doc.resolve(Math.min(position, doc.content.size));
        const start = at.depth > 0 ? at.before(1) : 0;
        const block = at.depth > 0 ? blockAt(start, at.node(1)) : undefined;
        if (!block) return editor.view.coordsAtPos(at.pos).top;
        const { kept, top } = block;
        const within = kept.tops.get(at.pos - start) ?? editor.view.coordsAtPos(at.pos).top - top;
        kept.tops.set(at.pos - start, within);
        return top + within;
      };
    },
  };
}

const sameTops = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([key, top]) => b.get(key) === top);

const sameKeys = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((key) => b.has(key));
