/** Measures words and cards, and keeps each card beside its words while either changes. */
import type { Editor } from '@tiptap/core';
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';
import type { Found } from '../anchors.ts';
import { type Card, layOut } from './margin-layout.ts';

export type MarginLayout = {
  setMargin(margin: HTMLElement): void;
  watch(key: string, card: HTMLElement): void;
  /** Pixels from the top of the margin. Reactive. */
  topOf(key: string): number;
  /** Below the last card. */
  readonly end: Accessor<number>;
};

const gapPx = 24;

export function createMarginLayout(
  editor: Editor,
  keys: Accessor<readonly string[]>,
  placeOf: (key: string) => Found,
  focused: Accessor<string | undefined>,
): MarginLayout {
  const cards = new Map<string, HTMLElement>();
  const [tops, setTops] = createSignal<ReadonlyMap<string, number>>(new Map(), { equals: sameTops });
  const [end, setEnd] = createSignal(0);
  let margin: HTMLElement | undefined;
  let frame = 0;

  const topAt = (position: number): number => {
    const zero = margin?.getBoundingClientRect().top ?? 0;
    return editor.view.coordsAtPos(Math.min(position, editor.state.doc.content.size)).top - zero;
  };
  const measure = () => {
    frame = 0;
    if (editor.isDestroyed || !margin) return;
    const measured: Card[] = [];
    for (const key of keys()) {
      const place = placeOf(key);
      const height = cards.get(key)?.offsetHeight ?? 0;
      if (place.by !== 'nothing') measured.push({ key, wanted: topAt(place.from), height });
    }
    const laid = layOut(measured, focused());
    setTops(laid);
    setEnd(
      measured.reduce((low, { key, height }) => Math.max(low, (laid.get(key) ?? 0) + height + gapPx), 0),
    );
  };
  const later = () => {
    if (frame === 0) frame = requestAnimationFrame(measure);
  };
  const sizes = new ResizeObserver(later);
  onCleanup(() => sizes.disconnect());
  editor.on('transaction', later);
  onCleanup(() => {
    editor.off('transaction', later);
    cancelAnimationFrame(frame);
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
    end,
  };
}

const sameTops = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([key, top]) => b.get(key) === top);
