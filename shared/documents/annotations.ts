/**
 * The plan's annotations, in a document of their own so that a mediator may write them while the server refuses her
 * writes to the text. Each thread hangs on words of the plan by two Yjs relative positions and keeps those words as a
 * quote, which finds the place again when the positions no longer resolve.
 */

import * as Y from 'yjs';
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { PersonId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';

export const AnnotationKind = z.enum(['comment', 'translation', 'cultural_note', 'question', 'suggestion']);
export type AnnotationKind = z.infer<typeof AnnotationKind>;

export const Reply = z.strictObject({
  author: PersonId,
  createdAt: Instant,
  language: ContentLanguage,
  text: z.string().max(4000),
  /** Whom it calls: they are told, without its words. */
  mentions: z.array(PersonId).max(20).optional(),
});
export type Reply = z.infer<typeof Reply>;

/** Who resolved it and when. */
export const Resolution = z.strictObject({ by: PersonId, at: Instant });
export type Resolution = z.infer<typeof Resolution>;

/** What became of a suggestion, who said so and when. */
export const SuggestionOutcome = z.strictObject({
  outcome: z.enum(['accepted', 'refused']),
  by: PersonId,
  at: Instant,
});
export type SuggestionOutcome = z.infer<typeof SuggestionOutcome>;

/** Characters of the text that a thread keeps. */
export const maxQuote = 2000;

export const Thread = z.strictObject({
  kind: AnnotationKind,
  author: PersonId,
  createdAt: Instant,
  language: ContentLanguage,
  /** The words it hangs on, as they were; of a translation, the words that were translated. */
  quote: z.string().max(maxQuote),
  /** Encoded Yjs relative positions into the plan's text, base64. */
  from: z.string().max(400),
  to: z.string().max(400),
  /** Written live by its author: a Y.Text. */
  text: z.string().max(8000),
  replies: z.array(Reply),
  mentions: z.array(PersonId).max(20).optional(),
  /** Of a suggestion: what should stand instead of the quote; empty proposes to take it out. */
  replacement: z.string().max(4000).optional(),
  outcome: SuggestionOutcome.optional(),
  resolved: Resolution.optional(),
});
export type Thread = z.infer<typeof Thread>;

export type NewThread = Omit<Thread, 'replies' | 'resolved' | 'outcome'>;

export const threads = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('threads');

/** Hangs a new thread. Its text is a Y.Text, so others see it being written. */
export function addThread(doc: Y.Doc, key: string, thread: NewThread): void {
  const { text, ...fields } = thread;
  doc.transact(() => {
    const entry = new Y.Map<unknown>(Object.entries(fields));
    entry.set('text', new Y.Text(text));
    entry.set('replies', new Y.Array<Reply>());
    threads(doc).set(key, entry);
  });
}

export const threadText = (doc: Y.Doc, key: string): Y.Text | undefined => {
  const text = threads(doc).get(key)?.get('text');
  return text instanceof Y.Text ? text : undefined;
};

/** A translation looked at again: it renders these words, which stand there now. */
export function confirmTranslation(doc: Y.Doc, key: string, quote: string): void {
  const entry = threads(doc).get(key);
  if (entry?.get('kind') === 'translation') entry.set('quote', quote.slice(0, maxQuote));
}

export function addReply(doc: Y.Doc, key: string, reply: Reply): void {
  const replies = threads(doc).get(key)?.get('replies');
  if (replies instanceof Y.Array) replies.push([reply]);
}

export function resolveThread(doc: Y.Doc, key: string, resolution: Resolution): void {
  threads(doc).get(key)?.set('resolved', resolution);
}

export const reopenThread = (doc: Y.Doc, key: string): void => threads(doc).get(key)?.delete('resolved');

export const removeThread = (doc: Y.Doc, key: string): void => threads(doc).delete(key);

/** The valid threads by key, oldest first. */
export function readThreads(doc: Y.Doc): Map<string, Thread> {
  const read: [string, Thread][] = [];
  for (const [key, entry] of threads(doc)) {
    const parsed = Thread.safeParse(entry instanceof Y.Map ? entry.toJSON() : undefined);
    if (parsed.success) read.push([key, parsed.data]);
  }
  return new Map(read.sort(([, a], [, b]) => a.createdAt.localeCompare(b.createdAt)));
}
