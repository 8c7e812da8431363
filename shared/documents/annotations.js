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
export const AnnotationKind = z.enum(['comment', 'translation', 'cultural_note', 'question']);
export const Reply = z.strictObject({
    author: PersonId,
    createdAt: Instant,
    language: ContentLanguage,
    text: z.string().max(4000),
});
/** Who resolved it and when. */
export const Resolution = z.strictObject({ by: PersonId, at: Instant });
export const Thread = z.strictObject({
    kind: AnnotationKind,
    author: PersonId,
    createdAt: Instant,
    language: ContentLanguage,
    /** The words it hangs on, as they were. */
    quote: z.string().max(2000),
    /** Encoded Yjs relative positions into the plan's text, base64. */
    from: z.string().max(400),
    to: z.string().max(400),
    /** Written live by its author: a Y.Text. */
    text: z.string().max(8000),
    replies: z.array(Reply),
    resolved: Resolution.optional(),
});
export const threads = (doc) => doc.getMap('threads');
/** Hangs a new thread. Its text is a Y.Text, so others see it being written. */
export function addThread(doc, key, thread) {
    const { text, ...fields } = thread;
    doc.transact(() => {
        const entry = new Y.Map(Object.entries(fields));
        entry.set('text', new Y.Text(text));
        entry.set('replies', new Y.Array());
        threads(doc).set(key, entry);
    });
}
export const threadText = (doc, key) => {
    const text = threads(doc).get(key)?.get('text');
    return text instanceof Y.Text ? text : undefined;
};
export function addReply(doc, key, reply) {
    const replies = threads(doc).get(key)?.get('replies');
    if (replies instanceof Y.Array)
        replies.push([reply]);
}
export function resolveThread(doc, key, resolution) {
    threads(doc).get(key)?.set('resolved', resolution);
}
export const reopenThread = (doc, key) => threads(doc).get(key)?.delete('resolved');
export const removeThread = (doc, key) => threads(doc).delete(key);
/** The valid threads by key, oldest first. */
export function readThreads(doc) {
    const read = [];
    for (const [key, entry] of threads(doc)) {
        const parsed = Thread.safeParse(entry instanceof Y.Map ? entry.toJSON() : undefined);
        if (parsed.success)
            read.push([key, parsed.data]);
    }
    return new Map(read.sort(([, a], [, b]) => a.createdAt.localeCompare(b.createdAt)));
}
