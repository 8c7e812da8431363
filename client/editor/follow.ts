/** Keeping another person's caret in sight, until one takes the page in one's own hands again. */
import type { Editor } from '@tiptap/core';
import type { PersonId } from '../../shared/ids.ts';
import { scrollerOf } from './steady-scroll.ts';

export const caretIn = (editor: Editor, personId: PersonId): Element | null =>
  editor.view.dom.querySelector(`.caret[data-person="${CSS.escape(personId)}"]`);

/** Calm for whoever asked the machine for less motion. */
export function scrollToMiddle(element: Element): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
}

const scrollingKeys = ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' '];

/** The caret may wander between these shares of the window's height before the page moves after it. */
const quietFrom = 0.2;
const quietTo = 0.75;

/** Ends by the function it answers, or by itself when one scrolls, writes or presses Escape; `onEnd` hears it once. */
export function followCaret(editor: Editor, personId: PersonId, onEnd: () => void): () => void {
  const look = () => {
    const caret = caretIn(editor, personId);
    if (!caret) return;
    const height = caret.getBoundingClientRect().top / window.innerHeight;
    if (height < quietFrom || height > quietTo) scrollToMiddle(caret);
  };
  const own = new AbortController();
  const end = () => {
    if (own.signal.aborted) return;
    own.abort();
    editor.off('transaction', look);
    editor.off('destroy', end);
    onEnd();
  };
  // A hand on another pane is no hand on this one.
  const scroller = scrollerOf(editor.view.dom);
  const isHere = ({ target }: Event) =>
    target === document.body || (target instanceof Node && scroller.contains(target));
  const options = { signal: own.signal, passive: true, capture: true } as const;
  for (const hand of ['wheel', 'touchmove', 'beforeinput'] as const)
    document.addEventListener(hand, (event) => isHere(event) && end(), options);
  document.addEventListener(
    'pointerdown',
    // On the bar at the side: presses on the words reach something inside.
    ({ target }) => target === scroller && end(),
    options,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' || (isHere(event) && scrollingKeys.includes(event.key))) end();
    },
    options,
  );
  // Each move of a caret is a transaction of the editor.
  editor.on('transaction', look);
  editor.on('destroy', end);
  look();
  return end;
}
