/**
 * The gate lets every honest page through: the client's own editor, map, minutes and annotations, on several replicas at
 * once, typing, pasting, undoing, going offline and coming back, write through the gate as a room would ask it. Not one
 * update may be refused, or even wait for another; and in the end all replicas say the same.
 */
import * as Y from 'yjs';
import { examine, type Verdict } from '../../server/sync/gate/gate.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { rootsOf } from '../../shared/documents/kinds.ts';
import { createUntidied } from '../../shared/documents/untidied.ts';
import { newId, PersonId } from '../../shared/ids.ts';
import { Limits } from '../../shared/sync/protocol.ts';
import { createActor } from '../support/faults-acts.ts';
import { openRoots, shownBy } from '../support/faults-documents.ts';
import type { Random } from '../support/faults-random.ts';
import type { Actor } from '../support/faults-words.ts';
import type { Proof, Round } from './proof.ts';

const actsPerRound = { short: 200, long: 250 };
const kinds = (Object.keys(rootsOf) as DocumentKind[]).flatMap((kind) =>
  rootsOf[kind].content === undefined || kind === 'care-plan' || kind === 'minutes' ? [kind, kind] : [kind],
);

export const editors: Proof = {
  name: 'editors',
  promise: 'a million updates of honest editors, and none refused',
  rounds: 900,
  async open({ size }) {
    return {
      round: async (random) => playRound(random, actsPerRound[size]),
      close: async () => undefined,
    };
  },
};

/** What a room is to its pages: what passes the gate is applied, remembered and given to everybody. */
function createKeeper(kind: DocumentKind, seed: Uint8Array) {
  const doc = openRoots(createUntidied(), kind);
  Y.applyUpdate(doc, seed);
  const owners = new Map<number, PersonId | null>(
    [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()].map((id) => [id, null]),
  );
  const committed: Uint8Array[] = [seed];
  return {
    doc,
    committed,
    offer(update: Uint8Array, writer: PersonId, mostBytes: number): Verdict {
      const verdict = examine(update, { doc, kind, ownerOf: (id) => owners.get(id), writer, mostBytes });
      if (verdict.kind !== 'sound') return verdict;
      for (const clientId of verdict.claims) owners.set(clientId, writer);
      Y.applyUpdate(doc, verdict.update);
      committed.push(verdict.update);
      return verdict;
    },
  };
}

type Keeper = ReturnType<typeof createKeeper>;

/** A tab: a replica, whoever acts on it, and a socket that may be slow or gone. */
function openTab(kind: DocumentKind, keeper: Keeper, personId: PersonId, random: Random) {
  const doc = openRoots(createUntidied(), kind);
  doc.clientID = random.below(2 ** 32);
  let heard = 0;
  let isOnline = true;
  let outgoing: Uint8Array[] = [];
  const fromServer = {};
  let broken = 0;
  const refusals: string[] = [];
  /** What throws in an editor is a browser's uncaught error: the page goes on, and so do its updates. */
  const surviving = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!isOfLibraries(error)) throw error;
      broken++;
    }
  };
  /** What was committed together comes as one frame. */
  const hear = (count: number): void => {
    const updates = keeper.committed.slice(heard, heard + count);
    heard += updates.length;
    if (updates.length === 0) return;
    // An editor that breaks here shows the text of before, and would write it over a colleague's.
    try {
      Y.applyUpdate(doc, Y.mergeUpdates(updates), fromServer);
    } catch (error) {
      refusals.push(`${kind}: broke on what it heard: ${String(error)}`);
    }
  };
  hear(Number.POSITIVE_INFINITY);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromServer && isOnline) outgoing.push(update);
  });
  const actor: Actor = createActor(kind, doc, personId);
  let updates = 0;
  let largest = 0;

  function offer(update: Uint8Array, mostBytes: number): void {
    updates++;
    largest = Math.max(largest, update.length);
    const verdict = keeper.offer(update, personId, mostBytes);
    if (verdict.kind === 'sound' || verdict.kind === 'nothing-new') return;
    const reason = verdict.kind === 'gap' ? 'gap' : verdict.reason;
    refusals.push(
      `${kind}: ${reason}, ${update.length} bytes: ${Buffer.from(update).toString('base64').slice(0, 2_000)}`,
    );
  }

  return {
    doc,
    refusals,
    counts: () => ({ updates, largest, broken }),
    act: (own: Random) => surviving(() => actor.act(own)),
    /** Some of what is on its way, in either direction. */
    flow(own: Random): void {
      if (!isOnline) return;
      for (const update of outgoing.splice(0, own.below(20))) offer(update, Limits.updateBytes);
      hear(own.below(30));
    },
    /** The socket breaks, and what was on its way with it. */
    leave(): void {
      isOnline = false;
      outgoing = [];
    },
    /** As y-websocket: each says what it has, and gets what it lacks. */
    comeBack(): void {
      if (isOnline) return;
      isOnline = true;
      hear(Number.POSITIVE_INFINITY);
      const missing = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(keeper.doc));
      offer(missing, Limits.frameBytes);
    },
    settle(): void {
      for (const update of outgoing.splice(0)) offer(update, Limits.updateBytes);
    },
    hearAll: () => hear(Number.POSITIVE_INFINITY),
    destroy(): void {
      actor.destroy();
      doc.destroy();
    },
  };
}

function playRound(random: Random, acts: number): Round {
  const kind = random.pick(kinds);
  const keeper = createKeeper(kind, seedOf(kind));
  const people = Array.from({ length: 3 }, () => newId(PersonId));
  const tabs = Array.from({ length: random.between(2, 5) }, (_, index) =>
    openTab(kind, keeper, people[index % people.length] ?? newId(PersonId), random),
  );
  for (let count = 0; count < acts; count++) {
    const tab = random.pick(tabs);
    tab.act(random);
    for (const other of tabs) if (random.chance(0.3)) other.flow(random);
    if (random.chance(0.01)) tab.leave();
    if (random.chance(0.02)) random.pick(tabs).comeBack();
  }
  // An editor writes once more when it hears something it would have written otherwise; that ends.
  for (let turn = 0; turn < 5; turn++) {
    for (const tab of tabs) {
      tab.comeBack();
      tab.settle();
    }
    for (const tab of tabs) tab.hearAll();
  }
  const wanted = shownBy(keeper.doc, kind);
  const findings = tabs.flatMap((tab) => tab.refusals);
  const refused = findings.length;
  const different = tabs.filter((tab) => shownBy(tab.doc, kind) !== wanted).length;
  if (different > 0) findings.push(`${kind}: ${different} of ${tabs.length} replicas differ in the end`);
  const counts = tabs.map((tab) => tab.counts());
  for (const tab of tabs) tab.destroy();
  return {
    counts: {
      updates: sum(counts.map(({ updates }) => updates)),
      refused,
      editorErrors: sum(counts.map(({ broken }) => broken)),
    },
    worst: { largestBytes: Math.max(...counts.map(({ largest }) => largest)) },
    findings,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Thrown by the editor's libraries, not by us. */
const isOfLibraries = (error: unknown): boolean =>
  error instanceof Error &&
  /^\s+at .*\/node_modules\//.test(error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '');

/** As the server seeds documents: text with one empty line. */
function seedOf(kind: DocumentKind): Uint8Array {
  const doc = new Y.Doc();
  if (rootsOf[kind].content !== undefined)
    doc.getXmlFragment('content').push([new Y.XmlElement('paragraph')]);
  return Y.encodeStateAsUpdate(doc);
}
