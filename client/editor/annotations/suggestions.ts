/**
 * Taking a suggestion into the plan: an ordinary edit at its words, under the name of whoever accepts it.
 *
 * Two who accept the same suggestion at once, each before hearing of the other, both take the old words out (which is one
 * deletion for Yjs) and both set the new ones in (which are two insertions: the words would stand twice). Making the two
 * insertions one by giving them the same id is not open to us: the server lets nobody write under another's Yjs client,
 * and two insertions with one id but different neighbours would part the replicas for good. So the doubling is undone
 * afterwards. Each acceptance is a reply, in a list, which keeps both; it says which letters it wrote. The first in the
 * list is the one that counts, and every replica has the list in the same order. Whose acceptance is not the first takes
 * its own letters out again, by their ids: a deletion, so it doesn't matter how often it is done. Only the page that wrote
 * them does so by itself; what a colleague's page left standing (it was closed meanwhile) anybody who may write takes out
 * by a press, having read it: an annotation is written by people who may not change the plan, and no page may delete the
 * plan's letters because an annotation says so.
 */
import type { Editor } from '@tiptap/core';
import * as Y from 'yjs';
import type { Acceptance, Thread } from '../../../shared/documents/annotations.ts';
import { type Range, wordsBetween } from '../anchors.ts';
import { textStateOf } from '../text-state.ts';

export type Standing =
  /** The words are those the suggestion was made for. */
  | { readonly state: 'as-it-was' }
  /** Somebody has already written what it suggests. */
  | { readonly state: 'already' }
  | { readonly state: 'changed'; readonly now: string }
  | { readonly state: 'gone' };

type Suggestion = Pick<Thread, 'quote' | 'replacement'>;

/** How the plan's words stand to what a suggestion was made for. */
export function standingOf(
  editor: Editor,
  { quote, replacement = '' }: Suggestion,
  place: Range | undefined,
): Standing {
  if (!place) return { state: 'gone' };
  const now = wordsBetween(editor.state.doc, place);
  if (now === quote) return { state: 'as-it-was' };
  return now === replacement ? { state: 'already' } : { state: 'changed', now };
}

/** Words of one block, without chips: only these can be written anew as plain words. */
export function canBeSuggestedFor(editor: Editor, { from, to }: Range): boolean {
  const { doc } = editor.state;
  if (from >= to || !doc.resolve(from).sameParent(doc.resolve(to))) return false;
  let plain = true;
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline && !node.isText) plain = false;
  });
  return plain;
}

/**
 * Writes it, and answers which letters that set in; undefined when the words aren't those of the suggestion any more.
 * Only what differs is written, so marks at both ends stay, and new words take on the marks of those they replace.
 */
export function writeSuggestion(
  editor: Editor,
  { quote, replacement = '' }: Suggestion,
  place: Range,
): Acceptance | undefined {
  const { state, view } = editor;
  const doc = textStateOf(state)?.fragment.doc;
  if (!doc || wordsBetween(state.doc, place) !== quote) return undefined;
  const { start, end } = sameEnds(quote, replacement);
  const from = place.from + start;
  const to = place.to - end;
  const words = replacement.slice(start, replacement.length - end);
  // What this one edit wrote is what its client counted meanwhile.
  const clock = Y.getState(doc.store, doc.clientID);
  if (words) view.dispatch(state.tr.insertText(words, from, to));
  else if (from < to) view.dispatch(state.tr.delete(from, to));
  return { client: doc.clientID, clock, length: Y.getState(doc.store, doc.clientID) - clock };
}

/** How many signs both begin with, and end with; a sign of two halves is not cut. */
function sameEnds(a: string, b: string): { start: number; end: number } {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  if (/[\ud800-\udbff]/.test(a.charAt(start - 1))) start -= 1;
  if (end > 0 && /[\udc00-\udfff]/.test(a.charAt(a.length - end))) end -= 1;
  return { start, end };
}

/** Acceptances whose letters stand beside those of the one that counts. */
export const doubledIn = ({ replies }: Thread): Acceptance[] =>
  replies.flatMap(({ accepts }) => accepts ?? []).slice(1);

/** Takes exactly these letters out of the text, wherever they stand; what others wrote among them stays. */
export function takeOut(fragment: Y.XmlFragment, { client, clock, length }: Acceptance): boolean {
  const texts: Y.XmlText[] = [];
  collectTexts(fragment, texts);
  let any = false;
  fragment.doc?.transact(() => {
    for (const text of texts)
      for (const { at, count } of runsOf(text, client, clock, clock + length).reverse()) {
        text.delete(at, count);
        any = true;
      }
  });
  return any;
}

/** Whether any of these letters stand in the text. */
export function standsIn(fragment: Y.XmlFragment, { client, clock, length }: Acceptance): boolean {
  const texts: Y.XmlText[] = [];
  collectTexts(fragment, texts);
  return texts.some((text) => runsOf(text, client, clock, clock + length).length > 0);
}

function collectTexts(parent: Y.XmlFragment | Y.XmlElement, into: Y.XmlText[]): void {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) into.push(child);
    else if (child instanceof Y.XmlElement) collectTexts(child, into);
  }
}

/** Where letters with these clocks stand, in the text's own count. */
function runsOf(text: Y.XmlText, client: number, from: number, to: number): { at: number; count: number }[] {
  const runs: { at: number; count: number }[] = [];
  let at = 0;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (item.id.client === client) {
      const first = Math.max(from, item.id.clock);
      const end = Math.min(to, item.id.clock + item.length);
      if (first < end) runs.push({ at: at + first - item.id.clock, count: end - first });
    }
    at += item.length;
  }
  return runs;
}
