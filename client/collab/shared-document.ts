/**
 * One open shared document: its replica, its socket, who else is here, and whether what stands on the screen is
 * committed. Made and shared out by open-documents.ts; nothing else in the client makes a provider.
 */

import * as decoding from 'lib0/decoding';
import { type Accessor, createSignal } from 'solid-js';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type DocumentAccess, type DocumentKind, schemaVersion } from '../../shared/documents/kinds.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { CloseCode, MessageKind, schemaParameter } from '../../shared/sync/protocol.ts';
import { gatedSocket } from './gated-socket.ts';
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

export type Replica = Omit<SharedDocument, 'close'> & {
  setAccess(access: DocumentAccess): void;
  /** Ends socket, presence and replica at once, saved or not. */
  destroy(): void;
  /** The same when somebody signs out: words not yet saved are left behind. */
  abandon(): void;
};

/**
 * Connects at once and reconnects until destroyed or finally refused. `leaveBehind` is given one's unsaved words when
 * the document is taken away.
 */
export function connectReplica(
  request: OpenRequest,
  line: Line,
  leaveBehind: (words: string) => void,
): Replica {
  const { documentId, kind } = request;
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const ledger = createSaveLedger();
  const [access, setAccess] = createSignal(request.access);
  const [ready, setReady] = createSignal(false);
  const [state, setState] = createSignal<SaveState>(ledger.state(), { equals: sameState });
  const [closeReason, setCloseReason] = createSignal<CloseReason>();
  const tell = () => setState(ledger.state());

  // Before the provider's own listener: a change has to be in the ledger when its frame leaves.
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === provider || access() !== 'write') return;
    ledger.changed(update);
    tell();
  });
  const gate = {
    clientId: doc.clientID,
    mayWrite: () => access() === 'write',
    sent: (frame: 'step2' | 'update') => {
      ledger.sent(frame);
      tell();
    },
  };
  const provider = new WebsocketProvider(`${line.origin}/sync`, documentId, doc, {
    awareness,
    connect: false,
    disableBc: true,
    params: { [schemaParameter]: String(schemaVersion) },
    WebSocketPolyfill: gatedSocket(line.WebSocket, gate),
  });
  const onAck: MessageHandler = (_encoder, decoder) => {
    ledger.acknowledged(decoding.readVarUint(decoder));
    tell();
  };
  provider.messageHandlers[MessageKind.ack] = onAck;
  provider.on('status', ({ status }) => {
    if (status === 'connected') ledger.opened();
    if (status === 'disconnected') ledger.lost();
    tell();
  });
  provider.on('sync', (synced) => {
    if (!synced) return;
    ledger.synced();
    setReady(true);
    tell();
  });

  let ended = false;
  const destroy = () => {
    if (ended) return;
    ended = true;
    presence.close();
    provider.destroy();
    awareness.destroy();
    doc.destroy();
  };
  provider.on('closed', ({ code, reason }) => {
    ledger.ended(code, reason);
    const unsavedText = wordsOf(ledger.unconfirmed());
    tell();
    leaveBehind(unsavedText);
    setCloseReason({ code: code as CloseCode, reason, unsavedText }); // the server closes with no other final codes
    if (dropping.includes(code)) destroy();
  });

  const abandon = () => {
    if (!closeReason()) leaveBehind(wordsOf(ledger.unconfirmed()));
    destroy();
  };

  const presence = createPresence(awareness);
  provider.connect();
  return {
    documentId,
    kind,
    doc,
    provider,
    presence,
    access,
    setAccess,
    ready,
    state,
    closeReason,
    destroy,
    abandon,
  };
}

const sameState = (a: SaveState, b: SaveState): boolean => JSON.stringify(a) === JSON.stringify(b);
