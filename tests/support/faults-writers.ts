/**
 * People who type numbered words over real sockets, and what they were promised: a word is promised to its author when
 * the server said it is committed, and to the other when it stands in their replica.
 */
import * as Y from 'yjs';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { textOfDoc, write } from './sync-hand.ts';
import { openProvider, type ProviderPage } from './sync-world.ts';

export type Writer = {
  readonly page: ProviderPage;
  /** One word more. */
  type(): void;
  /** Words that were called saved. Counts anew. */
  saved(): ReadonlySet<string>;
  /** All of them. */
  typed(): number;
  /** Whether everything typed is called saved on this connection. */
  isSaved(): boolean;
};

const wordsOf = (name: string, doc: Y.Doc): string[] =>
  textOfDoc(doc).match(new RegExp(`\\b${name}-\\d+\\.`, 'g')) ?? [];

/** Each y-websocket provider listens for the process's end. */
process.setMaxListeners(0);

/** `name` is letters only, of no other writer of this document. */
export function openWriter(url: string, documentId: DocumentId, personId: PersonId, name: string): Writer {
  const page = openProvider(url, documentId, personId);
  const saved = new Set<string>();
  let waiting: { readonly word: string; readonly connection: number; readonly frame: number }[] = [];
  let connection = 0;
  let count = 0;
  page.provider.on('status', ({ status }) => {
    if (status === 'connected') connection++;
  });

  // On a new connection the page answers the server's question with all it has: then `sent` isn't 0.
  const isSaved = (): boolean => page.isSaved() && (waiting.length === 0 || page.sent > 0);

  return {
    page,
    isSaved,
    typed: () => count,
    type() {
      const word = `${name}-${count++}.`;
      write(page.doc, word);
      waiting.push({
        word,
        connection,
        frame: page.provider.wsconnected ? page.sent : Number.POSITIVE_INFINITY,
      });
    },
    saved() {
      const isAll = isSaved();
      waiting = waiting.filter(({ word, connection: on, frame }) => {
        const isPromised = isAll || (on === connection && frame <= page.acked);
        if (isPromised) saved.add(word);
        return !isPromised;
      });
      return saved;
    },
  };
}

/** Two people in one document. */
export type Pair = {
  readonly documentId: DocumentId;
  readonly writers: readonly [Writer, Writer];
};

export const openPair = (
  url: string,
  documentId: DocumentId,
  [anna, bilal]: readonly [PersonId, PersonId],
): Pair => ({
  documentId,
  writers: [openWriter(url, documentId, anna, 'a'), openWriter(url, documentId, bilal, 'b')],
});

/** Words seen by the other, or called saved. */
export function promisedIn({ writers: [first, second] }: Pair): Set<string> {
  return new Set([
    ...first.saved(),
    ...second.saved(),
    ...wordsOf('b', first.page.doc),
    ...wordsOf('a', second.page.doc),
  ]);
}

/** What Postgres holds of some documents, read as their rows come: all rows, in order, and nothing waiting for another. */
export function createLedger() {
  const doc = new Y.Doc();
  let lastSeq = 0;
  return {
    lastSeq: () => lastSeq,
    /** Answers what is wrong with the row, if anything. */
    add(seq: number, bytes: Uint8Array): string | undefined {
      if (seq !== lastSeq + 1) return `row ${seq} follows row ${lastSeq}`;
      lastSeq = seq;
      Y.applyUpdate(doc, bytes);
      return doc.store.pendingStructs === null && doc.store.pendingDs === null
        ? undefined
        : `row ${seq} hangs on something that isn't stored`;
    },
    words: (): ReadonlySet<string> => new Set([...wordsOf('a', doc), ...wordsOf('b', doc)]),
  };
}

export type Ledger = ReturnType<typeof createLedger>;
