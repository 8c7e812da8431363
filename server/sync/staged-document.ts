/**
 * A room's document in memory: what is committed, and during a commit what is on its way. Kept as bytes, beginning and
 * later updates apart, because most opens are answered by a copy of those bytes; a Y.Doc is made when somebody writes
 * or brings a replica, and let go when that was long ago: it takes ten times the memory.
 */
import * as Y from 'yjs';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { rootsOf } from '../../shared/documents/kinds.ts';
import { createUntidied } from '../../shared/documents/untidied.ts';
import { type Frame, step2Frame, updateFrame } from './frame.ts';
import type { ClientOwner, StoredDocument } from './log.ts';
import { emptyUpdate, mergeInChunks } from './merge.ts';

/** A storm of returning pages asks with few different state vectors. */
const mostAnswersKept = 32;
/** Later updates that are cheaper to merge at an open than the whole document is to encode. */
const smallTailBytes = 32 * 1024;
/** So many are merged into one: an update of one letter takes ten times its bytes. */
const mostApart = 100;

export type StagedDocument = {
  /** The live Y.Doc. Read it synchronously: later it may hold what is not committed. */
  doc(): Y.Doc;
  /** What a replica with this state vector lacks. Throws at a malformed one. */
  missingFrom(stateVector: Uint8Array): Uint8Array;
  /** The same as frames to send, in this order: the last is the step 2. The same ones for whoever asks alike. */
  answerTo(stateVector: Uint8Array): readonly Frame[];
  stateVector(): Uint8Array;
  /** Runs `work`, which may `apply`, in one Yjs transaction: many updates are tidied up once. */
  transact(work: () => void): void;
  /** The update must have passed the gate. */
  apply(update: Uint8Array): void;
  /** Lets the Y.Doc go, if there is one; everything must be committed. */
  rest(): void;
  /** Whose a client id is; claims of this room's own are added. */
  readonly owners: Map<number, ClientOwner>;
  close(): void;
};

export function stageDocument({ updates, kind, owners }: StoredDocument): StagedDocument {
  /** What was loaded or last encoded; undefined where so much came after it that only `live` has it all. */
  let base: Uint8Array | undefined = updates[0] ?? emptyUpdate;
  /** What came after `base`: merged updates, then those since. */
  let tail: Uint8Array[] = updates.length > 1 ? [mergeInChunks(updates.slice(1))] : [];
  let apart: Uint8Array[] = [];
  let tailBytes = bytesOf(tail);
  let live: Y.Doc | undefined;
  let whole: readonly Frame[] | undefined;
  const answers = new Map<string, readonly Frame[]>();

  function doc(): Y.Doc {
    live ??= load([base ?? emptyUpdate, ...tail, ...apart], kind);
    return live;
  }

  function setBase(bytes: Uint8Array | undefined): void {
    base = bytes;
    tail = [];
    apart = [];
    tailBytes = 0;
    whole = undefined;
  }

  /** For a replica that has nothing: what was loaded, as it is, and then what came after. */
  function everything(): readonly Frame[] {
    if (whole !== undefined) return whole;
    const loaded = base ?? Y.encodeStateAsUpdate(doc());
    if (base === undefined) setBase(loaded);
    if (tail.length + apart.length > 1) tail = [mergeInChunks([...tail, ...apart])];
    else tail.push(...apart);
    apart = [];
    const [later] = tail;
    whole = later === undefined ? [step2Frame(loaded)] : [updateFrame(loaded), step2Frame(later)];
    return whole;
  }

  return {
    doc,
    missingFrom: (stateVector) => Y.encodeStateAsUpdate(doc(), stateVector),
    answerTo(stateVector) {
      if (isEmptyStateVector(stateVector)) return everything();
      const key = Buffer.from(stateVector).toString('latin1');
      const known = answers.get(key);
      if (known !== undefined) return known;
      const fresh = [step2Frame(Y.encodeStateAsUpdate(doc(), stateVector))];
      if (answers.size >= mostAnswersKept) answers.clear();
      answers.set(key, fresh);
      return fresh;
    },
    stateVector: () => Y.encodeStateVector(doc()),
    transact: (work) => doc().transact(work),
    apply(update) {
      Y.applyUpdate(doc(), update);
      whole = undefined;
      answers.clear();
      if (base === undefined) return;
      apart.push(update);
      tailBytes += update.length;
      // Nobody has opened it for long: what a whole evening writes isn't kept twice until somebody does.
      if (tailBytes > Math.max(smallTailBytes, base.length / 4)) setBase(undefined);
      else if (apart.length >= mostApart) tail.push(mergeInChunks(apart.splice(0)));
    },
    rest() {
      if (live === undefined) return;
      setBase(Y.encodeStateAsUpdate(live));
      answers.clear();
      live.destroy();
      live = undefined;
    },
    owners: new Map(owners),
    close: () => live?.destroy(),
  };
}

const bytesOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, { length }) => sum + length, 0);

/** A replica that has nothing. */
export const isEmptyStateVector = (stateVector: Uint8Array): boolean =>
  stateVector.length === 1 && stateVector[0] === 0;

function load(updates: readonly Uint8Array[], kind: DocumentKind): Y.Doc {
  const doc = createUntidied();
  for (const [name, type] of Object.entries(rootsOf[kind])) {
    if (type === 'rich-text') doc.getXmlFragment(name);
    else doc.getMap(name);
  }
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}
