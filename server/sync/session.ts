/**
 * One connection: who it is and what they may do here, now; what it has been told; and how it ends. Frames come in
 * through `receive`, go to the room, and what the room answers is gathered and written once per flush.
 *
 *   open ──(access may have changed)──▶ held ──▶ open
 *     └────────────┬──────────────────────┘
 *                closed: `left` (its last words still count) or `refused` (they don't)
 */
import type { DocumentAccess } from '../../shared/documents/kinds.ts';
import type { DocumentId, GuestId, HouseholdId, PersonId } from '../../shared/ids.ts';
import { CloseCode, Limits } from '../../shared/sync/protocol.ts';
import { type Grant, type Identity, idOf, type PresenceUser, type SessionHeaders } from './authority.ts';
import type { Counters } from './counters.ts';
import { ackFrame, type Frame, keepAliveFrame, type Message, readMessage } from './frame.ts';
import { createTokenBucket } from './token-bucket.ts';
import type { Wire } from './wire.ts';

type State =
  | { readonly kind: 'open' }
  /** Being authorised anew: nothing is sent until that is answered. */
  | { readonly kind: 'held' }
  | { readonly kind: 'closed'; readonly how: 'left' | 'refused' };

/** Silence after which a peer is asked whether it lives, and after which it is taken for dead. */
const askAfterMs = 25_000;
const deadAfterMs = 60_000;

/** What a session needs of its room. */
export type SessionRoom = {
  receive(session: Session, message: Message): void;
  leave(session: Session): void;
};

/** What all sessions of a node share. */
export type SessionWorld = {
  readonly now: () => number;
  readonly counters: Counters;
  /** Asks for `flush()` at the end of this turn of the event loop. */
  readonly flushSoon: (session: Session) => void;
  /** Asks for `flush()` soon; something else may be written before, and what is gathered goes along. */
  readonly flushLater: (session: Session) => void;
};

/** Who was let in where, and the headers to ask again with. */
export type Admission = {
  readonly documentId: DocumentId;
  readonly headers: SessionHeaders;
  readonly identity: Identity;
  readonly grant: Grant;
};

export type Session = ReturnType<typeof createSession>;

export function createSession(
  world: SessionWorld,
  wire: Wire,
  { documentId, headers, identity, grant }: Admission,
) {
  const { now, counters } = world;
  const bucket = createTokenBucket(now);
  const outgoing: Frame[] = [];
  let state: State = { kind: 'open' };
  let authority = { identity, grant };
  let room: SessionRoom | undefined;
  let resuming: ReturnType<typeof setTimeout> | undefined;
  let ending: ReturnType<typeof setTimeout> | undefined;
  let ackedFrames = 0;
  let owesAck = false;
  let lastWrittenAt = now();
  let lastHeardAt = now();
  counters.connections++;

  function end(how: 'left' | 'refused'): void {
    state = { kind: 'closed', how };
    outgoing.length = 0;
    clearTimeout(resuming);
    clearTimeout(ending);
    counters.connections--;
    room?.leave(session);
  }

  /** An end that is known beforehand comes by itself: to the others who are there, nothing happened. */
  function endInTime(): void {
    clearTimeout(ending);
    const { until } = authority.grant;
    if (until === undefined || state.kind === 'closed') return;
    ending = setTimeout(() => session.close(CloseCode.notAvailable, 'not-available'), until - Date.now());
  }

  /** Its timer may be late where much is done: not a byte leaves after the end. */
  const isOver = (): boolean => authority.grant.until !== undefined && Date.now() >= authority.grant.until;

  function pauseFor(ms: number): void {
    wire.pause();
    resuming ??= setTimeout(() => {
      resuming = undefined;
      wire.resume();
    }, ms);
  }

  const session = {
    documentId,
    headers,
    /** Person or guest. */
    knockerId: (): PersonId | GuestId => idOf(authority.identity),
    /** Null for a guest. */
    personId: (): PersonId | null =>
      authority.identity.kind === 'person' ? authority.identity.actor.personId : null,
    /** Null for a person. */
    guestId: (): GuestId | null => (authority.identity.kind === 'guest' ? authority.identity.guestId : null),
    /** Of a guest's state only her hand is passed on, and what a text once held she isn't sent. */
    isGuest: (): boolean => authority.identity.kind === 'guest',
    presenceUser: (): PresenceUser => authority.identity.presence,
    householdId: (): HouseholdId => authority.grant.householdId,
    grant: (): Grant => authority.grant,
    access: (): DocumentAccess => authority.grant.access,
    isClosed: (): boolean => state.kind === 'closed',
    /** Whether what it has sent no longer counts. */
    wasRefused: (): boolean => state.kind === 'closed' && state.how === 'refused',
    /** Whose words it brings; null when it may bring none. */
    writer: (): PersonId | null =>
      authority.grant.access === 'write' && !session.wasRefused() ? session.personId() : null,
    mayWrite: (): boolean => session.writer() !== null,

    /** The room that hears its frames from now on. */
    enter(entered: SessionRoom): void {
      room = entered;
    },

    /** One WebSocket message. */
    receive(bytes: Uint8Array, isBinary: boolean): void {
      if (state.kind === 'closed') return;
      lastHeardAt = now();
      counters.framesReceived++;
      counters.bytesReceived += bytes.length;
      const message = isBinary ? readMessage(bytes) : undefined;
      const pace = bucket.take(bytes.length, message?.kind === 'step1');
      if (pace === 'flooded') session.close(CloseCode.tooFast, 'too-fast');
      else if (message === undefined) session.close(CloseCode.badFrame, 'not-the-protocol');
      else {
        if (pace !== 'within') pauseFor(pace.waitMs);
        room?.receive(session, message);
      }
    },

    /** Something came that isn't a message: a pong. */
    heard(): void {
      lastHeardAt = now();
    },

    send(frame: Frame): void {
      if (state.kind === 'closed') return;
      outgoing.push(frame);
      world.flushSoon(session);
    },

    /** So many more of its update frames are committed. */
    ack(frames: number): void {
      if (state.kind === 'closed' || frames === 0) return;
      ackedFrames += frames;
      owesAck = true;
      world.flushLater(session);
    },

    /** Writes everything gathered at once. */
    flush(): void {
      if (state.kind !== 'open') return;
      if (isOver()) {
        session.close(CloseCode.notAvailable, 'not-available');
        return;
      }
      if (owesAck) outgoing.push(ackFrame(ackedFrames));
      owesAck = false;
      if (outgoing.length === 0) return;
      counters.writes++;
      counters.framesSent += outgoing.length;
      for (const frame of outgoing) counters.bytesSent += frame.bytes.length;
      wire.write(outgoing);
      outgoing.length = 0;
      lastWrittenAt = now();
      // It can't keep up: its replica catches up cheaper by syncing again than through a long queue.
      if (wire.unsentBytes() > Limits.unsentBytes) session.close(CloseCode.tryAgain, 'fell-behind');
    },

    /** Looks after a quiet connection; called every few seconds. */
    tend(intervalMs: number): void {
      if (state.kind !== 'open') return;
      const silentMs = now() - lastHeardAt;
      if (silentMs > deadAfterMs) wire.terminate();
      else if (silentMs > askAfterMs) wire.ping();
      if (now() - lastWrittenAt < Limits.keepAliveMs - intervalMs) return;
      session.send(keepAliveFrame);
      session.flush();
    },

    /** Holds back everything to send until `regrant` or a close. */
    hold(): void {
      if (state.kind === 'open') state = { kind: 'held' };
    },

    /** The answer of a new authorisation. */
    regrant(freshIdentity: Identity, freshGrant: Grant): void {
      authority = { identity: freshIdentity, grant: freshGrant };
      endInTime();
      if (state.kind !== 'held') return;
      state = { kind: 'open' };
      session.flush();
    },

    /** Ends it with a code that the page understands. What it sent and isn't staged yet is dropped, even after it left. */
    close(code: number, reason: string): void {
      if (state.kind === 'closed') {
        state = { kind: 'closed', how: 'refused' };
        return;
      }
      counters.countClose(code, reason);
      end('refused');
      wire.close(code, reason);
    },

    /** Whatever is gathered goes out first, then it ends. */
    finish(code: number, reason: string): void {
      session.flush();
      session.close(code, reason);
    },

    /** Its socket has ended; what it had sent is still stored. */
    ended(): void {
      if (state.kind !== 'closed') end('left');
    },
  };
  endInTime();
  return session;
}
