/**
 * Annotations by keyboard: Alt and an arrow down or up goes to the next or the one before, from where the caret is;
 * Alt-Enter goes from annotated words to their card, and Escape from a card back to its words.
 */
import type { Editor } from '@tiptap/core';
import { onCleanup, onMount } from 'solid-js';
import { scrollToMiddle } from '../follow.ts';
import { foundThreads } from './highlights.ts';
import { cardId } from './marks.ts';

export type GoThrough = {
  /** Lights it, and scrolls to its words; false when they are gone. */
  goTo(key: string): boolean;
  toCard(key: string): void;
};

/** Keys in reading order, of those with a place. */
export function inReadingOrder(editor: Editor, keys: readonly string[]): string[] {
  const found = foundThreads(editor.state);
  const placed = keys.flatMap((key) => {
    const place = found.get(key);
    return place && place.by !== 'nothing' ? [{ key, from: place.from }] : [];
  });
  return placed.sort((a, b) => a.from - b.from).map(({ key }) => key);
}

/** Call inside an owner. `open` are the threads one walks through. */
export function createGoThrough(
  editor: Editor,
  open: () => readonly string[],
  active: () => string | undefined,
  onActive: (key: string | undefined) => void,
): GoThrough {
  const placeOf = (key: string) => {
    const place = foundThreads(editor.state).get(key);
    return place && place.by !== 'nothing' ? place : undefined;
  };
  const goTo = (key: string): boolean => {
    onActive(key);
    const place = placeOf(key);
    if (!place) return false;
    // Where the text isn't one's own to write in, the caret stands all the same: reading goes on from there.
    editor.commands.focus(place.from, { scrollIntoView: false });
    const { node } = editor.view.domAtPos(place.from, 1);
    const words = node instanceof Element ? node : node.parentElement;
    if (words) scrollToMiddle(words);
    return true;
  };
  const toCard = (key: string) => {
    onActive(key);
    // It is drawn when it comes near.
    const look = (tries: number) => {
      const card = document.getElementById(cardId(key))?.querySelector<HTMLElement>('[data-card]');
      if (card) card.focus();
      else if (tries > 0) requestAnimationFrame(() => look(tries - 1));
    };
    look(20);
  };
  const step = (by: 1 | -1) => {
    const keys = inReadingOrder(editor, open());
    const current = active();
    const now = current === undefined ? -1 : keys.indexOf(current);
    const { from } = editor.state.selection;
    const after = keys.findIndex((key) => (placeOf(key)?.from ?? 0) > from);
    const start = after < 0 ? keys.length : after;
    const next = now >= 0 ? now + by : by > 0 ? start : start - 1;
    const key = keys[(next + keys.length) % (keys.length || 1)];
    if (key !== undefined) goTo(key);
  };
  const underCaret = (): string | undefined => {
    const { from } = editor.state.selection;
    return open().find((key) => {
      const place = placeOf(key);
      return place && place.from <= from && place.to >= from;
    });
  };
  const onKey = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.isComposing) return;
    const inText = target === editor.view.dom;
    const card = target.closest<HTMLElement>('[data-card]')?.dataset.card;
    if (target.matches('input, textarea, select') || !(inText || card || target === document.body)) return;
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      step(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.altKey && event.key === 'Enter' && inText) {
      const key = underCaret() ?? active();
      if (key === undefined) return;
      toCard(key);
    } else if (event.key === 'Escape' && card) goTo(card);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  onMount(() => document.addEventListener('keydown', onKey, { capture: true }));
  onCleanup(() => document.removeEventListener('keydown', onKey, { capture: true }));
  return { goTo, toCard };
}
