/** The copies of documents that this browser holds: one IndexedDB database each, named after its person and document. */
import { DocumentId, PersonId } from '../../shared/ids.ts';
const prefix = 'trama-copy';
export const databaseOf = ({ person, documentId }) => `${prefix}/${person}/${documentId}`;
/** Every copy here, of whomever. None where the browser has no such storage. */
export async function listCopies() {
    try {
        const databases = await indexedDB.databases();
        return databases.flatMap(({ name }) => copyNameOf(name ?? ''));
    }
    catch {
        return [];
    }
}
function copyNameOf(name) {
    const [first, person, documentId] = name.split('/');
    const parsed = { person: PersonId.safeParse(person), documentId: DocumentId.safeParse(documentId) };
    return first === prefix && parsed.person.success && parsed.documentId.success
        ? [{ person: parsed.person.data, documentId: parsed.documentId.data }]
        : [];
}
/** Deletes it. Resolves when it is gone, or when this browser can't delete it. */
export function wipeCopy(name) {
    return new Promise((done) => {
        const request = indexedDB.deleteDatabase(databaseOf(name));
        request.onsuccess = () => done();
        request.onerror = () => done();
    });
}
