/**
 * One open shared document: its replica, its socket, who else is here, and whether what stands on the screen is
 * committed. Made and shared out by open-documents.ts; nothing else in the client makes a provider.
 */

import * as decoding from 'lib0/decoding';
import { type Accessor, createSignal } from 'solid-js';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type DocumentAccess, type DocumentKind, schemaVersion } from '../../shared/documents/kinds.ts';
import { createUntidied } from '../../shared/documents/untidied.ts';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import {
  CloseCode,
  epochParameter,
  guestParameter,
  Limits,
  MessageKind,
  noEpoch,
  schemaParameter,
} from '../../shared/sync/protocol.ts';
import { createCopyKeeper } from './copy-keeper.ts';
import { gatedSocket } from './gated-socket.ts';
import type { LeftBehindWords } from './left-behind.ts';
import { createPresence, type Presence } from './presence.ts';
import { type MessageHandler, WebsocketProvider } from './provider.ts';
import { createSaveLedger, type SaveState } from './save-state.ts';
import { wordsOf } from './unsaved-text.ts';

export type OpenRequest = {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  /** From the household's or the conference's record. Only `write` lets document updates leave this page. */
  readonly access: DocumentAccess;
  /** What the page calls it (the household's name), for words that have to be given back. */
  readonly label?: string;
  /** A guest of a conference opens it: her cookie counts, and no copy is ever kept. */
  readonly asGuest?: boolean;
};

/** Why the server ended it for good. */
export type CloseReason = {
  readonly code: CloseCode;
  readonly reason: string;
  /** One's own words that were never committed; empty when there are none. */
  readonly unsavedText: string;
};

export type SharedDocument = {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly presence: Presence;
  /** Reactive. `annotate` writes nothing here: annotations are a document of their own. */
  readonly access: Accessor<DocumentAccess>;
  /** Reactive: the replica has had everything the server had, once. Nothing may read or edit it before. */
  readonly ready: Accessor<boolean>;
  readonly state: Accessor<SaveState>;
  /** Reactive; set once, never taken back. The replica is gone then. */
  readonly closeReason: Accessor<CloseReason | undefined>;
  /** Leaves it. The socket closes when nobody on the page uses it and everything written is committed. */
  close(): void;
};

/** What a replica needs of the world: an address and a socket. */
export type Line = {
  /** Origin of the sync server, `wss://trama.example`. */
  readonly origin: string;
  readonly WebSocket: typeof WebSocket;
};

/** After these the replica must not stay in memory: access is gone, or it belongs to a rebuilt document. */
const dropping: readonly number[] = [CloseCode.signedOut, CloseCode.notAvailable, CloseCode.oldEpoch];
/** After these it may stay on the page, to be read, but not on the device: it would be refused for ever. */
const refusing: readonly number[] = [CloseCode.unsound, CloseCode.badFrame];

export type Replica = Omit<SharedDocument, 'close'> & {
  setAccess(access: DocumentAccess): void;
  /** Keeps a copy on this device for this person from now on, or (undefined) wipes the one there is. */
  keepFor(person: PersonId | undefined): void;
  /** Ends socket, presence and replica at once, saved or not. */
  destroy(): void;
  /** The same when somebody signs out: words not yet saved are left behind. */
  abandon(): void;
};

export type ReplicaWorld = {
  readonly line: Line;
  /** For whom a copy is kept on this device, if for anybody. */
  readonly keptFor: PersonId | undefined;
  /** Is given one's unsaved words when the document is taken away. */
  readonly leaveBehind: (words: Pick<LeftBehindWords, 'text' | 'why'>) => void;
};

/** Makes a replica and connects it until it is destroyed or finally refused; with a copy, once that is read. */
export type Connect = (request: OpenRequest, world: ReplicaWorld) => Replica;

export const connectReplica: Connect = (request, { line, keptFor, leaveBehind }) => {
  const { documentId, kind } = request;
  const doc = createUntidied();
  const awareness = new Awareness(doc);
  const ledger = createSaveLedger();
  const [access, setAccess] = createSignal(request.access);
  const [ready, setReady] = createSignal(false);
  const [state, setState] = createSignal<SaveState>(ledger.state(), { equals: sameState });
  const [closeReason, setCloseReason] = createSignal<CloseReason>();
  const tell = () => setState(ledger.state());
  let begun = false;
  const keeper = createCopyKeeper(request, doc);

  // Before the provider's own listener: a change has to be in the ledger when its frame leaves.
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    // Before it has begun nobody writes: that is the copy being read.
    if (!begun || origin === provider || keeper.isOrigin(origin) || access() !== 'write') return;
    ledger.changed(update);
    keeper.waits(update);
    tell();
  });
  const gate = {
    clientId: doc.clientID,
    mayWrite: () => access() === 'write',
    sent: (frame: 'step2' | 'update' | 'part') => {
      ledger.sent(frame);
      tell();
    },
    inParts: () => joined(ledger.unconfirmed()),
  };
  const params = {
    [schemaParameter]: String(schemaVersion),
    [epochParameter]: String(noEpoch),
    ...(request.asGuest && { [guestParameter]: '1' }),
  };
  const provider = new WebsocketProvider(`${line.origin}/sync`, documentId, doc, {
    awareness,
    connect: false,
    disableBc: true,
    params,
    WebSocketPolyfill: gatedSocket(line.WebSocket, gate),
  });
  const onAck: MessageHandler = (_encoder, decoder) => {
    const before = ledger.unconfirmed().length;
    ledger.acknowledged(decoding.readVarUint(decoder));
    keeper.confirmed(before - ledger.unconfirmed().length);
    tell();
  };
  provider.messageHandlers[MessageKind.ack] = onAck;
  /** The epoch of what follows: said again at each reconnect, and written into the copy before any of it. */
  const holds = (epoch: number) => {
    params[epochParameter] = String(epoch);
    keeper.belongsTo(epoch);
  };
  const onEpoch: MessageHandler = (_encoder, decoder) => holds(decoding.readVarUint(decoder));
  provider.messageHandlers[MessageKind.epoch] = onEpoch;
  provider.on('status', ({ status }) => {
    if (status === 'connected') ledger.opened();
    if (status === 'disconnected') ledger.lost();
    tell();
  });
  provider.on('sync', (synced) => {
    if (!synced) return;
    ledger.synced();
    keeper.becameWhole();
    setReady(true);
    tell();
  });
  // Without the server, a copy that was once whole is read and written on; with it, what it answers comes first.
  provider.on('connection-close', (event) => {
    const final = event !== null && event.code >= 4400 && event.code < 4500;
    if (!final && keeper.isWhole()) setReady(true);
  });

  // A socket takes half a minute to notice that the network is gone; the browser knows at once.
  const reconnect = () => {
    if (!provider.shouldConnect) return;
    provider.disconnect();
    provider.connect();
  };
  globalThis.addEventListener?.('offline', reconnect);

  let ended = false;
  const destroy = () => {
    if (ended) return;
    ended = true;
    globalThis.removeEventListener?.('offline', reconnect);
    presence.close();
    provider.destroy();
    awareness.destroy();
    doc.destroy();
  };
  provider.on('closed', ({ code, reason }) => {
    ledger.ended(code, reason);
    const text = wordsOf(ledger.unconfirmed());
    tell();
    const gone = dropping.includes(code) || refusing.includes(code);
    if (gone) keeper.wipe();
    // What stays on the device is sent at the next visit: it isn't lost.
    if (gone || !keeper.isKeeping())
      leaveBehind({ text, why: code === CloseCode.oldEpoch ? 'rebuilt' : 'ended' });
    setCloseReason({ code: code as CloseCode, reason, unsavedText: text }); // the server closes with no other final codes
    if (dropping.includes(code)) destroy();
  });

  const presence = createPresence(awareness);
  const begin = async () => {
    const kept = keptFor && !request.asGuest && (await keeper.begin(keptFor));
    if (ended) return;
    begun = true;
    if (kept) {
      holds(kept.facts.epoch);
      ledger.restored(kept.waiting, kept.facts.whole);
      tell();
    }
    provider.connect();
  };
  void begin();

  return {
    documentId,
    kind,
    doc,
    provider,
    presence,
    access,
    setAccess(next) {
      setAccess(next);
      keeper.allows(next);
    },
    ready,
    state,
    closeReason,
    keepFor(person) {
      if (request.asGuest) return;
      if (!person) keeper.wipe();
      else if (ready() && !ended) void keeper.keepOpen(person, ledger.unconfirmed);
    },
    destroy,
    abandon() {
      if (!closeReason()) leaveBehind({ text: wordsOf(ledger.unconfirmed()), why: 'ended' });
      keeper.wipe();
      destroy();
    },
  };
};

const sameState = (a: SaveState, b: SaveState): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Neighbours joined while they stay well within what the server takes as one update. */
function joined(updates: readonly Uint8Array[]): Uint8Array[] {
  const groups: Uint8Array[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const update of updates) {
    size += update.length;
    if (size > Limits.updateBytes / 2) {
      groups.push([]);
      size = update.length;
    }
    groups.at(-1)?.push(update);
  }
  return groups.map((group) => Y.mergeUpdates(group));
}
