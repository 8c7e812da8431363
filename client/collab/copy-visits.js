/** Looking into the copies of documents that no page has open; loaded only where there are copies. */
import { lookIntoCopy } from './copy.ts';
import { wipeCopy } from './copy-names.ts';
import { connectReplica } from './shared-document.ts';
import { wordsOf } from './unsaved-text.ts';
/**
 * Sends what waits in these copies, all at once, and then brings the others up to date, one after another. Without a
 * network it waits for one; access that was lost wipes a copy.
 */
export async function visitCopies(names, documents, isWanted) {
    const looked = await Promise.all(names.map(async (name) => ({ name, kept: await lookIntoCopy(name) })));
    const waiting = looked.filter(({ kept }) => (kept?.waiting.length ?? 0) > 0);
    if (!isWanted())
        return;
    await Promise.all(waiting.map((one) => visit(one, documents)));
    for (const one of looked.filter((other) => !waiting.includes(other))) {
        if (!isWanted())
            return;
        await visit(one, documents);
    }
}
async function visit({ name, kept }, documents) {
    if (!kept)
        return wipeCopy(name);
    const { kind, access, label } = kept.facts;
    await documents.visit({ documentId: name.documentId, kind, access, label }, connectReplica);
}
/** What its person wrote and no server confirmed, as text; undefined when there is nothing of the sort. */
export async function unsavedWordsIn(name) {
    const kept = await lookIntoCopy(name);
    if (!kept || kept.waiting.length === 0)
        return undefined;
    const { kind, label } = kept.facts;
    return { documentId: name.documentId, kind, label, text: wordsOf(kept.waiting) };
}
