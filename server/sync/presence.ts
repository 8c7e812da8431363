/**
 * Who is here, and where their cursors are. The server vouches for it: an awareness client id is bound to one
 * connection, and `user` in its state is written here from the session. No Awareness object is kept: states are passed
 * on as text, merged into one frame per tick, and may be lost.
 */
import { Limits } from '../../shared/sync/protocol.ts';
import type { PresenceUser } from './authority.ts';
import { type Frame, findPresence, type PresenceEntry, presenceFrame } from './frame.ts';
import { vouched } from './vouch.ts';

/** A connection as presence sees it. */
export type PresentConnection = { readonly presenceUser: () => PresenceUser };

type Bound = { readonly clientId: number; lastClock: number };

export type Presence<C extends PresentConnection> = {
  /** Takes an awareness update of a connection. */
  receive(from: C, states: Uint8Array): 'shown' | 'ignored' | 'malformed';
  /** The connection is gone: the others are told at the next tick. */
  leave(connection: C): void;
  readonly isDirty: () => boolean;
  /** What changed since the last tick. */
  takeChanges(): Frame;
  /** Everybody, for whoever has just come. Undefined when nobody is shown. */
  everybody(): Frame | undefined;
};

export function createPresence<C extends PresentConnection>(): Presence<C> {
  const boundOf = new Map<C, Bound>();
  const connectionOf = new Map<number, C>();
  const shown = new Map<number, PresenceEntry>();
  const changes = new Map<number, PresenceEntry>();
  /** The last clock sent per client id: replicas ignore an entry that isn't newer, even after its owner left. */
  const lastSent = new Map<number, number>();
  let full: Frame | undefined;

  function show(clientId: number, clientClock: number, state: string): void {
    const sent = lastSent.get(clientId);
    // Who leaves keeps the clock, as Awareness does; who returns must be newer than what the others remember.
    const clock = sent === undefined || clientClock > sent ? clientClock : sent + (state === 'null' ? 0 : 1);
    lastSent.set(clientId, clock);
    const entry = { clientId, clock, state };
    if (state === 'null') shown.delete(clientId);
    else shown.set(clientId, entry);
    changes.set(clientId, entry);
    full = undefined;
  }

  function bind(connection: C, clientId: number): Bound | undefined {
    const holder = connectionOf.get(clientId);
    if (holder !== undefined && holder !== connection) {
      // The same person's page came back before its old socket was noticed to be dead.
      if (holder.presenceUser().id !== connection.presenceUser().id) return undefined;
      boundOf.delete(holder);
    }
    const bound = { clientId, lastClock: -1 };
    boundOf.set(connection, bound);
    connectionOf.set(clientId, connection);
    return bound;
  }

  /** A page without a state of its own still sends back what it hears. */
  const isEcho = ({ clientId, clock, state }: PresenceEntry): boolean => {
    const known = shown.get(clientId);
    return state === 'null' || (known !== undefined && known.clock === clock && known.state === state);
  };

  function take(from: C, entry: PresenceEntry): boolean {
    const bound = boundOf.get(from) ?? (isEcho(entry) ? undefined : bind(from, entry.clientId));
    if (bound === undefined || entry.clock <= bound.lastClock) return false;
    const state = vouched(entry.state, from.presenceUser());
    if (state === undefined) return false;
    bound.lastClock = entry.clock;
    if (state === 'null' && !shown.has(bound.clientId)) return false;
    show(bound.clientId, entry.clock, state);
    return true;
  }

  return {
    receive(from, states) {
      const known = boundOf.get(from);
      const entry = findOwn(states, (clientId) => known === undefined || clientId === known.clientId);
      if (entry === 'malformed') return entry;
      if (entry === undefined || entry.state.length > Limits.presenceBytes) return 'ignored';
      return take(from, entry) ? 'shown' : 'ignored';
    },
    leave(connection) {
      const bound = boundOf.get(connection);
      if (bound === undefined) return;
      boundOf.delete(connection);
      connectionOf.delete(bound.clientId);
      if (shown.has(bound.clientId)) show(bound.clientId, bound.lastClock, 'null');
    },
    isDirty: () => changes.size > 0,
    takeChanges() {
      const frame = presenceFrame([...changes.values()]);
      changes.clear();
      return frame;
    },
    everybody() {
      if (shown.size === 0) return undefined;
      full ??= presenceFrame([...shown.values()]);
      return full;
    },
  };
}

function findOwn(
  states: Uint8Array,
  isOwn: (clientId: number) => boolean,
): PresenceEntry | undefined | 'malformed' {
  try {
    return findPresence(states, isOwn);
  } catch {
    return 'malformed'; // lib0 throws where the bytes end too early
  }
}
