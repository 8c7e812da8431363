/**
 * A room's document in memory: what is committed, and during a commit what is on its way. Kept as bytes until somebody
 * needs a Y.Doc, because most opens are answered by a copy of those bytes.
 */
import * as Y from 'yjs';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { rootsOf } from '../../shared/documents/kinds.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { StoredDocument } from './log.ts';
import { mergeInChunks } from './merge.ts';

/** A storm of returning pages asks with few different state vectors. */
const mostAnswersKept = 32;

export type StagedDocument = {
  /** The live Y.Doc. Read it synchronously: later it may hold what is not committed. */
  doc(): Y.Doc;
  /** What a replica with this state vector lacks. Throws at a malformed one. */
  missingFrom(stateVector: Uint8Array): Uint8Array;
  stateVector(): Uint8Array;
  /** Runs `work`, which may `apply`, in one Yjs transaction: many updates are tidied up once. */
  transact(work: () => void): void;
  /** The update must have passed the gate. */
  apply(update: Uint8Array): void;
  /** Whose a client id is; claims of this room's own are added. */
  readonly owners: Map<number, PersonId | null>;
  close(): void;
};

export function stageDocument(stored: StoredDocument): StagedDocument {
  const bytes = mergeInChunks(stored.updates);
  let live: Y.Doc | undefined;
  let isChanged = false;
  const answers = new Map<string, Uint8Array>();

  function doc(): Y.Doc {
    live ??= load(bytes, stored.kind);
    return live;
  }

  function answer(stateVector: Uint8Array): Uint8Array {
    if (isEmptyStateVector(stateVector) && !isChanged) return bytes;
    return Y.encodeStateAsUpdate(doc(), stateVector);
  }

  return {
    doc,
    missingFrom(stateVector) {
      const key = Buffer.from(stateVector).toString('latin1');
      const known = answers.get(key);
      if (known !== undefined) return known;
      const fresh = answer(stateVector);
      if (answers.size >= mostAnswersKept) answers.clear();
      answers.set(key, fresh);
      return fresh;
    },
    stateVector: () => Y.encodeStateVector(doc()),
    transact: (work) => doc().transact(work),
    apply(update) {
      isChanged = true;
      answers.clear();
      Y.applyUpdate(doc(), update);
    },
    owners: new Map(stored.owners),
    close: () => live?.destroy(),
  };
}

/** A replica that has nothing. */
export const isEmptyStateVector = (stateVector: Uint8Array): boolean =>
  stateVector.length === 1 && stateVector[0] === 0;

function load(bytes: Uint8Array, kind: DocumentKind): Y.Doc {
  const doc = new Y.Doc();
  for (const [name, type] of Object.entries(rootsOf[kind])) {
    if (type === 'rich-text') doc.getXmlFragment(name);
    else doc.getMap(name);
  }
  Y.applyUpdate(doc, bytes);
  return doc;
}
