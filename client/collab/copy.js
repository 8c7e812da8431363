/**
 * A document's copy on the person's own device: its content, kept by y-indexeddb, and beside it what it belongs to
 * (epoch, kind, access) and the changes no server has confirmed yet. Not encrypted: whoever can read this browser's
 * files can read it, which is what the setting says.
 *
 *   openCopy → load → (keeps up with the document) → close, or wipe
 */
import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { z } from 'zod';
import { DocumentAccess, DocumentKind } from '../../shared/documents/kinds.ts';
import { databaseOf, wipeCopy } from './copy-names.ts';
/** What stands beside the content. Written before the first of it, so that no content is of an unknown epoch. */
const CopyFacts = z.object({
    kind: DocumentKind,
    access: DocumentAccess,
    label: z.string(),
    epoch: z.number().int(),
    /** It once had everything the server had: it may be shown before the server answers. */
    whole: z.boolean(),
});
const factsKey = 'facts';
const waitingPrefix = 'waiting/';
const custom = 'custom';
/** Copies of this page that are going: nobody reads one again before it is gone. */
const going = new Map();
/** As y-indexeddb makes it, so that either may come first. */
const makeStores = (db) => idb.createStores(db, [['updates', { autoIncrement: true }], [custom]]);
/** What a copy holds beside its content; undefined when there is none, or none that can be trusted. */
async function look(name) {
    await going.get(databaseOf(name));
    const db = await idb.openDB(databaseOf(name), makeStores);
    try {
        const [store] = idb.transact(db, [custom], 'readonly');
        if (!store)
            return undefined;
        const entries = await idb.getAllKeysValues(store, undefined);
        const facts = CopyFacts.safeParse(entries.find(({ k }) => k === factsKey)?.v);
        const waiting = entries.filter(({ k }) => typeof k === 'string' && k.startsWith(waitingPrefix));
        return facts.success
            ? { facts: facts.data, waiting: waiting.map(({ v }) => v), keys: waiting.map(({ k }) => k) }
            : undefined;
    }
    finally {
        db.close();
    }
}
/** What was written on this device and never confirmed; undefined when there is no copy. */
export async function lookIntoCopy(name) {
    const found = await look(name).catch(() => undefined);
    return found && { facts: found.facts, waiting: found.waiting };
}
/**
 * Fills `doc` with what is kept and keeps up with it from then on; also begins a copy of a document that is open.
 * Undefined where the browser doesn't let us.
 */
export async function openCopy(name, doc) {
    try {
        const found = await look(name);
        if (!found)
            await wipeCopy(name); // content of an unknown epoch is merged with nothing
        if (doc.isDestroyed)
            return undefined;
        const persistence = new IndexeddbPersistence(databaseOf(name), doc);
        await persistence.whenSynced;
        const { db } = persistence;
        if (!db)
            return undefined;
        // Another tab wipes it: let go at once, and keep nothing more.
        db.onversionchange = () => void persistence.destroy();
        // y-indexeddb commits a moment later than we do: what it missed as the tab was closed stands among these.
        for (const update of found?.waiting ?? [])
            Y.applyUpdate(doc, update, persistence);
        return { copy: copyOver(persistence, db, name, found?.keys ?? []), kept: found };
    }
    catch {
        return undefined;
    }
}
function copyOver(persistence, db, name, known) {
    let keys = [...known];
    let made = 0;
    /** In the order it is asked. Where it can't be done any more (another tab wiped the copy) nothing is kept. */
    const write = (change) => {
        try {
            const transaction = db.transaction(custom, 'readwrite');
            change(transaction.objectStore(custom));
            transaction.commit(); // at once: the tab may be closed after this very key
        }
        catch {
            keys = [];
        }
    };
    return {
        isOrigin: (origin) => origin === persistence,
        remember: (facts) => write((store) => store.put(facts, factsKey)),
        waits(update) {
            made += 1;
            const key = `${waitingPrefix}${Date.now()}-${persistence.doc.clientID}-${String(made).padStart(9, '0')}`;
            keys.push(key);
            write((store) => store.put(update, key));
        },
        confirmed(changes) {
            const gone = keys.slice(0, changes);
            keys = keys.slice(changes);
            if (gone.length > 0)
                write((store) => gone.map((key) => store.delete(key)));
        },
        wipe() {
            keys = [];
            const gone = persistence.destroy().then(() => wipeCopy(name));
            going.set(databaseOf(name), gone);
            return gone;
        },
    };
}
