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

/**
 * The letters that accepting a suggestion wrote into the plan: `length` of them from `clock` on, under one Yjs client.
 * Acceptances are replies, because a list keeps both where two people accept at once, and a map's field only one.
 */
export const Acceptance = z.strictObject({
  client: z.int().nonnegative(),
  clock: z.int().nonnegative(),
  length: z.int().min(0).max(8000),
});
export type Acceptance = z.infer<typeof Acceptance>;

export const Reply = z.strictObject({
  author: PersonId,
  createdAt: Instant,
  language: ContentLanguage,
  text: z.string().max(4000),
  /** Its own name, so that its author can mend it; a reply without one stays as it is. */
  key: z.uuid().optional(),
  editedAt: Instant.optional(),
  /** Its author took the words away; that there was an answer stays. */
  takenAway: Instant.optional(),
  /** It says that a suggestion was accepted, and which letters that wrote into the plan. */
  accepts: Acceptance.optional(),
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
/** Characters of `letters`. */
export const maxLetters = 3000;

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
  /** A few words before and after, by which the words are known again when they moved. */
  before: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
  /** How much another place read the same when it was hung: see client/editor/anchor-search.ts. */
  alike: z.int().min(0).max(200).optional(),
  /** Which letters it hangs on and which were others', by their Yjs ids, base64: see client/editor/anchor-known.ts. */
  letters: z.string().max(maxLetters).optional(),
  /** Written live by its author: a Y.Text. */
  text: z.string().max(8000),
  replies: z.array(Reply),
  mentions: z.array(PersonId).max(20).optional(),
  /** Of a suggestion: what should stand instead of the quote; empty proposes to take it out. */
  replacement: z.string().max(4000).optional(),
  outcome: SuggestionOutcome.optional(),
  resolved: Resolution.optional(),
  editedAt: Instant.optional(),
  /** Its author took the words away; the answers stay. */
  takenAway: Instant.optional(),
});
export type Thread = z.infer<typeof Thread>;

export type NewThread = Omit<Thread, 'replies' | 'resolved' | 'outcome' | 'editedAt' | 'takenAway'>;

export const threads = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('threads');

/** Hangs a new thread. Its text is a Y.Text, so others see it being written. */
export function addThread(doc: Y.Doc, key: string, thread: NewThread): void {
  const { text, ...fields } = thread;
  doc.transact(() => {
    const set = Object.entries(fields).filter(([, value]) => value !== undefined);
    const entry = new Y.Map<unknown>(set);
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

/** Only while nobody can have answered: an answer written meanwhile elsewhere would go with it. */
export const removeThread = (doc: Y.Doc, key: string): void => threads(doc).delete(key);

/** Its author's words go; the thread stays, so that an answer that is on its way isn't lost. */
export function takeThreadAway(doc: Y.Doc, key: string, at: Instant): void {
  doc.transact(() => {
    const entry = threads(doc).get(key);
    const text = threadText(doc, key);
    text?.delete(0, text.length);
    for (const field of ['mentions', 'replacement']) entry?.delete(field);
    entry?.set('takenAway', at);
  });
}

/** After its author wrote on in a thread's text. */
export function setThreadFields(
  doc: Y.Doc,
  key: string,
  fields: Partial<Pick<Thread, 'mentions' | 'editedAt' | 'replacement' | 'outcome'>>,
): void {
  const entry = threads(doc).get(key);
  if (!entry) return;
  doc.transact(() => {
    for (const [field, value] of Object.entries(fields)) if (value !== undefined) entry.set(field, value);
  });
}

/** Puts other words in the place of a reply; nothing when it isn't there. */
export function changeReply(doc: Y.Doc, key: string, replyKey: string, change: Partial<Reply>): void {
  const replies = threads(doc).get(key)?.get('replies');
  if (!(replies instanceof Y.Array)) return;
  const at = replies.toArray().findIndex((reply) => Reply.safeParse(reply).data?.key === replyKey);
  const reply = Reply.safeParse(at < 0 ? undefined : replies.get(at));
  if (!reply.success) return;
  doc.transact(() => {
    replies.delete(at, 1);
    replies.insert(at, [{ ...reply.data, ...change }]);
  });
}

export const takeReplyAway = (doc: Y.Doc, key: string, replyKey: string, at: Instant): void =>
  changeReply(doc, key, replyKey, { text: '', mentions: [], takenAway: at });

/** What became of a suggestion. Accepted stands before refused: then the plan's words have changed already. */
export function outcomeOf({ kind, replies, outcome }: Thread): SuggestionOutcome | undefined {
  if (kind !== 'suggestion') return undefined;
  const accepted = replies.find((reply) => reply.accepts);
  return accepted ? { outcome: 'accepted', by: accepted.author, at: accepted.createdAt } : outcome;
}

/** Neither words nor answers are left of it. */
const isEmptied = ({ takenAway, replies }: Thread): boolean =>
  takenAway !== undefined && replies.every((reply) => reply.takenAway !== undefined);

/** One thread as it stands; undefined for what is none, or nothing any more. A reply mended twice at once stands once. */
export function readThread(entry: unknown): Thread | undefined {
  const parsed = Thread.safeParse(entry instanceof Y.Map ? entry.toJSON() : undefined);
  if (!parsed.success || isEmptied(parsed.data)) return undefined;
  const last = new Map<string, Reply>();
  for (const reply of parsed.data.replies) {
    const known = reply.key === undefined ? undefined : last.get(reply.key);
    if (reply.key !== undefined && !(known && isLater(known, reply))) last.set(reply.key, reply);
  }
  const replies = parsed.data.replies.filter(({ key }, index, all) => {
    return key === undefined || all.findIndex((other) => other.key === key) === index;
  });
  return { ...parsed.data, replies: replies.map((reply) => last.get(reply.key ?? '') ?? reply) };
}

/** What was taken away doesn't come back by a correction. */
const isLater = (a: Reply, b: Reply): boolean =>
  a.takenAway !== undefined || (b.takenAway === undefined && (a.editedAt ?? '') > (b.editedAt ?? ''));

/** The valid threads by key, oldest first. */
export function readThreads(doc: Y.Doc): Map<string, Thread> {
  const read: [string, Thread][] = [];
  for (const [key, entry] of threads(doc)) {
    const thread = readThread(entry);
    if (thread) read.push([key, thread]);
  }
  return inOrder(read);
}

const inOrder = (read: readonly [string, Thread][]): Map<string, Thread> =>
  new Map([...read].sort(([, a], [, b]) => a.createdAt.localeCompare(b.createdAt)));

export type ThreadReader = {
  /** The same thread is the same object until it changes. */
  read(): Map<string, Thread>;
  close(): void;
};

/** Reads again only what changed since: three hundred threads are not parsed at each letter somebody writes in one. */
export function createThreadReader(doc: Y.Doc): ThreadReader {
  const root = threads(doc);
  const known = new Map<string, Thread | undefined>();
  const forget = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events) {
      const [key] = event.path;
      if (typeof key === 'string') known.delete(key);
      else for (const changed of event.keys.keys()) known.delete(changed);
    }
  };
  root.observeDeep(forget);
  return {
    read() {
      const read: [string, Thread][] = [];
      for (const [key, entry] of root) {
        if (!known.has(key)) known.set(key, readThread(entry));
        const thread = known.get(key);
        if (thread) read.push([key, thread]);
      }
      return inOrder(read);
    },
    close: () => root.unobserveDeep(forget),
  };
}
