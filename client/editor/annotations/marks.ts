/** How one thread is drawn in the text: its words lit, a suggestion's change in them, on small screens a mark after them. */
import type { Node as TextNode } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import { type Range, wordsBetween } from '../anchors.ts';
import type { MarkedThread } from './highlights.ts';
import { wordDiff } from './word-diff.ts';

/** Id of a thread's card on the page, which the words name as their detail. */
export const cardId = (key: string): string => `annotation-${key}`;

/** ARIA 1.3; the typed attributes don't know the role yet. */
export const asComment = (element: HTMLElement): void => element.setAttribute('role', 'comment');

type Look = { readonly lit: boolean; readonly narrow: boolean };

export function drawThread(doc: TextNode, thread: MarkedThread, place: Range, look: Look): Decoration[] {
  const spec = { thread: thread.key };
  const words = Decoration.inline(
    place.from,
    place.to,
    {
      class: `${thread.resolved ? 'anchor-q' : 'anchor'}${look.lit ? ' is-on' : ''}`,
      'data-thread': thread.key,
      // ARIA 1.3, "mark" and "aria-details": a screen reader says that there is a comment, and goes to it.
      ...(thread.resolved ? {} : { role: 'mark', 'aria-description': thread.label }),
      ...(thread.resolved || look.narrow ? {} : { 'aria-details': cardId(thread.key) }),
    },
    spec,
  );
  const change = thread.replacement === undefined ? [] : drawChange(doc, thread, place, thread.replacement);
  const opener = look.narrow && !thread.resolved ? [drawOpener(place.to, thread)] : [];
  return [words, ...change, ...opener];
}

/** Only while the words are those the suggestion was made for: then it can be taken as it stands. */
function drawChange(
  doc: TextNode,
  { key, quote }: MarkedThread,
  { from, to }: Range,
  replacement: string,
): Decoration[] {
  if (wordsBetween(doc, { from, to }) !== quote) return [];
  const drawn: Decoration[] = [];
  let at = from;
  for (const { kind, text } of wordDiff(quote, replacement)) {
    if (kind === 'gone')
      drawn.push(
        Decoration.inline(at, at + text.length, { nodeName: 'del', class: 'sugg-gone' }, { thread: key }),
      );
    if (kind === 'new') drawn.push(drawInsertion(at, key, text));
    if (kind !== 'new') at += text.length;
  }
  return drawn;
}

const drawInsertion = (at: number, key: string, text: string): Decoration =>
  Decoration.widget(
    at,
    () => {
      const words = document.createElement('ins');
      words.className = 'sugg-new';
      words.dataset.thread = key;
      words.contentEditable = 'false';
      words.dir = 'auto';
      words.textContent = text;
      return words;
    },
    { side: 1, key: `new-${key}-${at}-${text}`, ignoreSelection: true, thread: key },
  );

/** Only small screens have it: there the cards are in a drawer. */
const drawOpener = (at: number, thread: MarkedThread): Decoration =>
  Decoration.widget(
    at,
    () => {
      const mark = document.createElement('button');
      mark.type = 'button';
      mark.className = 'note-n';
      mark.dataset.thread = thread.key;
      mark.contentEditable = 'false';
      mark.setAttribute('aria-label', thread.label);
      return mark;
    },
    { side: 1, key: `note-${thread.key}-${thread.label}`, ignoreSelection: true, thread: thread.key },
  );
