/**
 * A sync server held in the hand, for tests of the page's half alone: it keeps documents in memory, writes presence
 * `user` like the real one, and acknowledges frames only when told to. Whoever connects to `<origin>/<user as JSON>` is
 * that person.
 */
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type * as ws from 'ws';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import { examine } from '../../server/sync/gate/gate.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { PersonId } from '../../shared/ids.ts';
import { Limits, MessageKind } from '../../shared/sync/protocol.ts';

// Tests of the client resolve packages as a browser does, and there `ws` is an empty shell: take its file by its path.
const require = createRequire(import.meta.url);
const WebSocketServer: typeof ws.WebSocketServer = require(
  join(dirname(require.resolve('ws/package.json')), 'lib/websocket-server.js'),
);

export type RelayUser = { id: string; name: string; function: string; body: string | null };

export type Relay = {
  /** What a page of this person connects to. */
  originOf(user: RelayUser): string;
  doc(documentId: string): Y.Doc;
  /** From now on acknowledgements wait. */
  holdAcks(): void;
  /** Acknowledges what came in meanwhile, and everything from now on. */
  releaseAcks(): void;
  /** Document frames (step 2 and updates) received so far, by person. */
  documentFrames(userId: string): number;
  /** Presence frames received so far, by person: each with the awareness client ids it spoke for. */
  presenceFrames(userId: string): readonly (readonly number[])[];
  connections(): number;
  /** What the server's own gate would have refused of what came in; only with `kindOf`. */
  refusals(): readonly string[];
  /** Closes every socket with this code. */
  kick(code: number, reason?: string): void;
  /** Takes no connection until told to again. */
  refuse(refusing: boolean): void;
  close(): Promise<void>;
};

type Peer = { socket: ws.WebSocket; user: RelayUser; documentId: string; received: number };

export async function openRelay(kindOf?: (documentId: string) => DocumentKind): Promise<Relay> {
  const server = new WebSocketServer({ port: 0 });
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  const docs = new Map<string, Y.Doc>();
  const peers = new Set<Peer>();
  const documentFrames = new Map<string, number>();
  const presenceFrames = new Map<string, number[][]>();
  const presence = new Map<string, Map<number, Uint8Array>>();
  let held = false;
  let refusing = false;
  const refusals: string[] = [];

  const docOf = (id: string) => {
    const doc = docs.get(id) ?? new Y.Doc();
    docs.set(id, doc);
    return doc;
  };
  const ack = (peer: Peer) => {
    if (held) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MessageKind.ack);
    encoding.writeVarUint(encoder, peer.received);
    peer.socket.send(encoding.toUint8Array(encoder));
  };
  const others = (peer: Peer) =>
    [...peers].filter((other) => other !== peer && other.documentId === peer.documentId);

  const judge = (peer: Peer, frame: Uint8Array) => {
    if (!kindOf) return;
    const decoder = decoding.createDecoder(frame);
    decoding.readVarUint(decoder);
    if (decoding.readVarUint(decoder) === syncProtocol.messageYjsSyncStep1) return;
    const verdict = examine(decoding.readVarUint8Array(decoder), {
      doc: docOf(peer.documentId),
      kind: kindOf(peer.documentId),
      ownerOf: () => undefined,
      writer: PersonId.parse(peer.user.id),
      mostBytes: Limits.updateBytes,
    });
    if (verdict.kind === 'unsound') refusals.push(verdict.reason);
  };

  const onSync = (peer: Peer, decoder: decoding.Decoder, frame: Uint8Array) => {
    judge(peer, frame);
    const doc = docOf(peer.documentId);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MessageKind.sync);
    const step = syncProtocol.readSyncMessage(decoder, encoder, doc, peer);
    if (encoding.length(encoder) > 1) peer.socket.send(encoding.toUint8Array(encoder));
    if (step === syncProtocol.messageYjsSyncStep1) return;
    peer.received += 1;
    documentFrames.set(peer.user.id, (documentFrames.get(peer.user.id) ?? 0) + 1);
    for (const other of others(peer)) other.socket.send(frame);
    ack(peer);
  };
  const onPresence = (peer: Peer, update: Uint8Array) => {
    const states = presence.get(peer.documentId) ?? new Map<number, Uint8Array>();
    presence.set(peer.documentId, states);
    const spoken: number[] = [];
    const decoder = decoding.createDecoder(update);
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const id = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state: object | null = JSON.parse(decoding.readVarString(decoder));
      spoken.push(id);
      const frame = presenceFrame(id, clock, state && { ...state, user: peer.user });
      if (state) states.set(id, frame);
      else states.delete(id);
      for (const other of others(peer)) other.socket.send(frame);
    }
    presenceFrames.set(peer.user.id, [...(presenceFrames.get(peer.user.id) ?? []), spoken]);
  };

  server.on('connection', (socket, request) => {
    if (refusing) {
      socket.close(1013);
      return;
    }
    const [, user = '{}', , path = ''] = (request.url ?? '').split('/');
    const documentId = path.split('?')[0] ?? '';
    const peer: Peer = { socket, user: JSON.parse(decodeURIComponent(user)), documentId, received: 0 };
    peers.add(peer);
    socket.on('close', () => peers.delete(peer));
    socket.on('message', (data: Buffer) => {
      const frame = new Uint8Array(data);
      const decoder = decoding.createDecoder(frame);
      const kind = decoding.readVarUint(decoder);
      if (kind === MessageKind.sync) onSync(peer, decoder, frame);
      if (kind === MessageKind.awareness) onPresence(peer, decoding.readVarUint8Array(decoder));
    });
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MessageKind.sync);
    syncProtocol.writeSyncStep1(encoder, docOf(documentId));
    socket.send(encoding.toUint8Array(encoder));
    for (const frame of presence.get(documentId)?.values() ?? []) socket.send(frame);
  });

  return {
    originOf: (user) => `ws://localhost:${port}/${encodeURIComponent(JSON.stringify(user))}`,
    doc: docOf,
    holdAcks() {
      held = true;
    },
    releaseAcks() {
      held = false;
      for (const peer of peers) ack(peer);
    },
    documentFrames: (id) => documentFrames.get(id) ?? 0,
    presenceFrames: (id) => presenceFrames.get(id) ?? [],
    connections: () => peers.size,
    refusals: () => refusals,
    kick(code, reason = '') {
      for (const peer of peers) peer.socket.close(code, reason);
    },
    refuse(now) {
      refusing = now;
    },
    async close() {
      for (const client of server.clients) client.terminate();
      for (const doc of docs.values()) doc.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function presenceFrame(id: number, clock: number, state: object | null): Uint8Array {
  const update = encoding.createEncoder();
  encoding.writeVarUint(update, 1);
  encoding.writeVarUint(update, id);
  encoding.writeVarUint(update, clock);
  encoding.writeVarString(update, JSON.stringify(state));
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, MessageKind.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(update));
  return encoding.toUint8Array(frame);
}
