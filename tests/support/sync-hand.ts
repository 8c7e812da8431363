/**
 * Sync held in the hand: real rooms, sessions and flusher on a log in memory, and pages whose sockets are pairs of
 * arrays. Commits wait when they are told to, the clock stands still until it is moved.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createLocalBus } from '../../server/bus/bus.ts';
import type { Authority, Grant, Identity } from '../../server/sync/authority.ts';
import type { UpdateLog } from '../../server/sync/log.ts';
import { createMemoryLog } from '../../server/sync/memory-log.ts';
import { createSyncOn } from '../../server/sync/sync.ts';
import type { Wire } from '../../server/sync/wire.ts';
import type { DocumentAccess, DocumentKind } from '../../shared/documents/kinds.ts';
import { DocumentId, HouseholdId, newId, PersonId } from '../../shared/ids.ts';
import { MessageKind } from '../../shared/sync/protocol.ts';

export const people = { anna: newId(PersonId), bilal: newId(PersonId), chiara: newId(PersonId) };
export type PersonName = keyof typeof people;

/** What the pages' documents and the server's are compared by. */
export const textOfDoc = (doc: Y.Doc): string => doc.getXmlFragment('content').toString();

/** A document with one paragraph, as the server seeds it. */
export function seededPlan(text = 'Piano'): Uint8Array {
  const doc = new Y.Doc();
  write(doc, text);
  return Y.encodeStateAsUpdate(doc);
}

/** Adds a paragraph. */
export function write(doc: Y.Doc, text: string): void {
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph');
    doc.getXmlFragment('content').push([paragraph]);
    paragraph.push([new Y.XmlText(text)]);
  });
}

/** `rows` are what is stored already. */
export function holdSync({ kind = 'care-plan' as DocumentKind, rows = [seededPlan()] } = {}) {
  const memory = createMemoryLog();
  const documentId = newId(DocumentId);
  const householdId = newId(HouseholdId);
  const seedOwners = new Map(
    [...Y.parseUpdateMeta(Y.mergeUpdates(rows)).from.keys()].map((id) => [id, null]),
  );
  memory.add(documentId, { kind, householdId, updates: rows, owners: seedOwners });

  const accessOf = new Map<PersonId, DocumentAccess>();
  const signedOut = new Set<PersonId>();
  const epochs = { household: 1, persons: new Map<PersonId, number>() };
  const authority: Authority = {
    async signIn({ cookie }) {
      const name = cookie as PersonName; // the pages below send nothing else
      return signedOut.has(people[name]) ? null : identityOf(name);
    },
    async accessTo(identity): Promise<Grant | null> {
      if (identity.kind === 'guest') return null;
      const { personId } = identity.actor;
      const access = accessOf.get(personId);
      if (access === undefined) return null;
      const ownEpoch = epochs.persons.get(personId) ?? 1;
      return { householdId, kind, access, householdEpoch: epochs.household, ownEpoch };
    },
  };

  let held: Promise<void> | undefined;
  let failure: Error | undefined;
  let loads: Promise<void> | undefined;
  let commits = 0;
  const log: UpdateLog = {
    ...memory,
    async load(id) {
      await loads;
      return memory.load(id);
    },
    async commit(batches) {
      commits++;
      await held;
      const failing = failure;
      failure = undefined;
      if (failing !== undefined) throw failing;
      return memory.commit(batches);
    },
  };

  const clock = { ms: 0 };
  const reported: unknown[] = [];
  const sync = createSyncOn({
    log,
    authority,
    bus: createLocalBus(),
    origins: [],
    now: () => clock.ms,
    report: (error) => reported.push(error),
  });
  onTestFinished(() => sync.close());

  return {
    sync,
    memory,
    documentId,
    householdId,
    clock,
    reported,
    commits: () => commits,
    /** Everything that is stored, as a document. */
    stored(): Y.Doc {
      const doc = new Y.Doc();
      for (const update of memory.stored(documentId)) Y.applyUpdate(doc, update);
      return doc;
    },
    /** Commits wait from now on; answers how to let them go. */
    holdCommits(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return () => {
        held = undefined;
        resolve();
      };
    },
    holdLoads(): (error?: Error) => void {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      loads = promise;
      return (error) => {
        loads = undefined;
        if (error === undefined) resolve();
        else reject(error);
      };
    },
    failNextCommit(error: Error): void {
      failure = error;
    },
    /** Changes what somebody may do, as a command would: the epoch steps. Nobody is told. */
    setAccess(name: PersonName, access: DocumentAccess | undefined): void {
      if (access === undefined) accessOf.delete(people[name]);
      else accessOf.set(people[name], access);
      memory.setEpoch(householdId, ++epochs.household);
    },
    signOut(name: PersonName): void {
      signedOut.add(people[name]);
      const epoch = (epochs.persons.get(people[name]) ?? 1) + 1;
      epochs.persons.set(people[name], epoch);
      memory.setEpoch(people[name], epoch);
    },
    /** A page that opens the document; `epoch` is what it says of the replica it brings. */
    async open(name: PersonName, access: DocumentAccess = 'write', doc = new Y.Doc(), epoch?: number) {
      if (!accessOf.has(people[name])) accessOf.set(people[name], access);
      const grant = await authority.accessTo(identityOf(name), documentId);
      if (grant === null) throw new Error(`${name} has no access`);
      const admitted = { documentId, headers: { cookie: name }, identity: identityOf(name), grant };
      return openPage((wire) => sync.open(wire, { ...admitted, epoch }), doc);
    },
  };
}

export type HeldSync = ReturnType<typeof holdSync>;
export type Page = Awaited<ReturnType<HeldSync['open']>>;

function identityOf(name: PersonName): Identity {
  const actor = { personId: people[name], function: 'social', bodyId: null, householdId: null } as const;
  return {
    kind: 'person',
    actor,
    presence: { id: people[name], name, function: 'social', body: null },
    sessionId: name,
  };
}

type OpenSession = ReturnType<typeof createSyncOn>['open'];

/** A page as y-websocket is one, on a wire of arrays. */
function openPage(connect: (wire: Wire) => ReturnType<OpenSession>, doc: Y.Doc) {
  const received: Uint8Array[] = [];
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  onTestFinished(() => awareness.destroy());
  const page = {
    doc,
    awareness,
    received,
    /** Socket writes; several frames may share one. */
    writes: 0,
    /** Update frames sent, and how many the server says are committed. */
    sent: 0,
    acked: 0,
    synced: false,
    /** As the server told it. */
    epoch: undefined as number | undefined,
    closed: undefined as { code: number; reason: string } | undefined,
    unsentBytes: 0,
    isPaused: false,
    pings: 0,
    raw: (bytes: Uint8Array, isBinary = true) => session.receive(bytes, isBinary),
    sendUpdate(update: Uint8Array, kind: 1 | 2 = 2): void {
      page.sent++;
      page.raw(syncMessage(kind, update));
    },
    sendStep1: (stateVector = Y.encodeStateVector(doc)) => page.raw(syncMessage(0, stateVector)),
    sendPresence: (update: Uint8Array) => page.raw(message(MessageKind.awareness, update)),
    /** As onopen of y-websocket. */
    start(): void {
      page.sendStep1();
      if (awareness.getLocalState() !== null) page.showOneself();
    },
    showOneself: () => page.sendPresence(encodeAwarenessUpdate(awareness, [doc.clientID])),
    /** The socket breaks. */
    leave: () => session.ended(),
    isSaved: () => page.sent === page.acked,
  };
  const wire: Wire = {
    write(frames) {
      page.writes++;
      for (const { payload } of frames) hear(payload.slice());
    },
    unsentBytes: () => page.unsentBytes,
    pause: () => {
      page.isPaused = true;
    },
    resume: () => {
      page.isPaused = false;
    },
    ping: () => {
      page.pings++;
    },
    close: (code, reason) => {
      page.closed ??= { code, reason };
    },
    terminate: () => session.ended(),
  };

  function hear(payload: Uint8Array): void {
    received.push(payload);
    const decoder = decoding.createDecoder(payload);
    const kind = decoding.readVarUint(decoder);
    if (kind === MessageKind.ack) page.acked = decoding.readVarUint(decoder);
    else if (kind === MessageKind.epoch) page.epoch = decoding.readVarUint(decoder);
    else if (kind === MessageKind.awareness) {
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), 'server');
    } else if (kind === MessageKind.sync) {
      const step = decoding.readVarUint(decoder);
      const bytes = decoding.readVarUint8Array(decoder);
      if (step === 0) page.sendUpdate(Y.encodeStateAsUpdate(doc, bytes), 1);
      else Y.applyUpdate(doc, bytes, 'server');
      if (step === 1) page.synced = true;
    }
  }

  const session = connect(wire);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server' && page.closed === undefined) page.sendUpdate(update);
  });
  return page;
}

export const syncMessage = (kind: 0 | 1 | 2, bytes: Uint8Array): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, MessageKind.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });

const message = (kind: number, bytes: Uint8Array): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });

function encode(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** An awareness update with any states, as an impostor would write it. */
export const presenceUpdate = (
  entries: readonly { readonly id: number; readonly clock: number; readonly state: unknown }[],
): Uint8Array =>
  encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { id, clock, state } of entries) {
      encoding.writeVarUint(encoder, id);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
  });
