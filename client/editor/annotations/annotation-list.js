/**
 * The annotations of a text as its margin needs them: threads, what I am writing, which one is looked at. Everything is
 * kept in the annotations' own document, through the accessors of shared/documents.
 */
import { createMemo, createSignal } from 'solid-js';
import { z } from 'zod';
import { instantOf } from '../../../shared/dates.ts';
import { addReply, addThread, readThreads, removeThread, reopenThread, resolveThread, threads as threadsRoot, threadText, } from '../../../shared/documents/annotations.ts';
import { newId } from '../../../shared/ids.ts';
import { createYSignal } from '../../collab/y-signals.ts';
const sectionOf = (key) => `thread-${key}`;
/** Call inside an owner. `language` is what a reply is taken to be in. */
export function createAnnotationList(shared, me, language) {
    const { doc, presence } = shared;
    const threads = createYSignal(threadsRoot(doc), () => readThreads(doc));
    const [draft, setDraft] = createSignal();
    const [writing, setWriting] = createSignal();
    const mayWrite = createMemo(() => shared.access() === 'write' && shared.ready() && !shared.closeReason());
    const now = () => instantOf(new Date());
    const write = (key) => {
        setWriting(key);
        presence.tell('section', key && sectionOf(key));
    };
    const endWriting = () => {
        const key = writing();
        write(undefined);
        if (key && !threadText(doc, key)?.toString().trim() && threads().get(key)?.replies.length === 0)
            removeThread(doc, key);
    };
    return {
        threads,
        mayWrite,
        draft,
        setDraft(next) {
            endWriting();
            setDraft(() => next);
        },
        writing,
        begin(firstWords) {
            const begun = draft();
            if (!begun)
                return;
            const key = newId(z.uuid());
            const { anchor, kind, language: spoken } = begun;
            addThread(doc, key, {
                ...anchor,
                kind,
                language: spoken,
                author: me.id,
                createdAt: now(),
                text: firstWords,
            });
            setDraft(undefined);
            write(key);
            presence.typed();
        },
        edit: write,
        endWriting,
        typed: presence.typed,
        reply: (key, text) => addReply(doc, key, { author: me.id, createdAt: now(), language: language(), text }),
        resolve: (key) => resolveThread(doc, key, { by: me.id, at: now() }),
        reopen: (key) => reopenThread(doc, key),
        writerOf: (key) => presence
            .people()
            .find((person) => person.typing && person.section === sectionOf(key))
            ?.name.split(' ')[0],
    };
}
