/**
 * A page as y-websocket is one, on a wire that is slow and breaks but never reorders. It keeps its replica through every
 * break and comes back to whichever node it is led to.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Wire } from '../../server/sync/wire.ts';
import { MessageKind } from '../../shared/sync/protocol.ts';
import type { VirtualClock } from './faults-clock.ts';
import { syncFrame } from './faults-corpus.ts';
import type { Random } from './faults-random.ts';

/** The server's end of a connection. */
export type Ears = { receive(bytes: Uint8Array, isBinary: boolean): void; ended(): void };
export type Connect = (wire: Wire) => Ears;

export type PageWorld = {
  readonly clock: VirtualClock;
  readonly random: Random;
  /** Of either direction. */
  readonly weather: { mostDelayMs: number };
  /** Leads to a node that lives. */
  readonly lead: () => Connect;
  /** It is shown this update, or told that all it sent is saved. */
  readonly shown: (update: Uint8Array) => void;
  readonly saved: (own: number) => void;
  /** The server ended it for good. */
  readonly refused: (code: number, reason: string) => void;
};

export type FaultyPage = ReturnType<typeof createFaultyPage>;

export function createFaultyPage(
  doc: Y.Doc,
  { clock, random, weather, lead, shown, saved, refused }: PageWorld,
) {
  const fromServer = {};
  let line: { isOpen: boolean; readonly ears: Ears } | undefined;
  let sent = 0;
  let acked = 0;
  let isSynced = false;
  let comingBack = false;

  /** Things happen in the order they were sent, each a little later. */
  function createQueue(isOpen: () => boolean): (deliver: () => void) => void {
    let last = 0;
    return (deliver) => {
      last = Math.max(last + 0.001, clock.now() + 1 + random.below(weather.mostDelayMs + 1));
      clock.after(last - clock.now(), () => isOpen() && deliver());
    };
  }

  function connect(): void {
    sent = acked = 0;
    isSynced = false;
    const own = { isOpen: true } as { isOpen: boolean; ears: Ears };
    const isOpen = (): boolean => own.isOpen;
    const down = createQueue(isOpen);
    own.ears = lead()({
      write: (frames) => {
        for (const { payload } of frames) {
          const bytes = payload.slice();
          down(() => hear(bytes));
        }
      },
      unsentBytes: () => 0,
      pause: () => undefined,
      resume: () => undefined,
      ping: () => undefined,
      close: (code, reason) =>
        down(() => {
          if (code >= 4400 && code < 4500) refused(code, reason);
          cut();
        }),
      terminate: () => cut(),
    });
    line = own;
    up = createQueue(isOpen);
    say(syncFrame(0, Y.encodeStateVector(doc)));
  }

  let up = createQueue(() => false);
  function say(bytes: Uint8Array): void {
    const ears = line?.ears;
    up(() => ears?.receive(bytes, true));
  }

  function sendUpdate(kind: 1 | 2, update: Uint8Array): void {
    sent++;
    say(syncFrame(kind, update));
  }

  function hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const kind = decoding.readVarUint(decoder);
    if (kind === MessageKind.ack) {
      acked = decoding.readVarUint(decoder);
      if (isSaved()) saved(Y.getState(doc.store, doc.clientID));
    } else if (kind === MessageKind.sync) {
      const step = decoding.readVarUint(decoder);
      const content = decoding.readVarUint8Array(decoder);
      if (step === 0) sendUpdate(1, Y.encodeStateAsUpdate(doc, content));
      else {
        shown(content);
        Y.applyUpdate(doc, content, fromServer);
        if (step === 1) isSynced = true;
      }
    }
  }

  /** The socket breaks, with all that is on its way; the server notices a little later. */
  function cut(): void {
    const broken = line;
    if (broken === undefined || !broken.isOpen) return;
    broken.isOpen = false;
    line = undefined;
    clock.after(random.below(200), () => broken.ears.ended());
    comeBackLater();
  }

  function comeBackLater(): void {
    if (comingBack) return;
    comingBack = true;
    clock.after(50 + random.below(500), () => {
      comingBack = false;
      connect();
    });
  }

  const isSaved = (): boolean => line !== undefined && isSynced && sent === acked;

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromServer && line !== undefined) sendUpdate(2, update);
  });
  return { doc, connect, cut, isSaved };
}
