/** When presence is sent: at most once per room and tick, and whole to whoever has just come. */
import { CloseCode, Limits } from '../../shared/sync/protocol.ts';
import type { Frame } from './frame.ts';
import { createPresence } from './presence.ts';
import type { Elsewhere } from './remote-presence.ts';
import type { Session } from './session.ts';

export type Showing = {
  receive(from: Session, states: Uint8Array): void;
  /** Will be shown everybody at the next tick. */
  newcomer(session: Session): void;
  leave(session: Session): void;
  /** Everybody is written to now anyway: what waits for the tick goes along. */
  goAlong(): void;
  /** Stops the tick. */
  close(): void;
};

/** `openElsewhere` joins with the other nodes, if there can be any; it is given what to call when they tell something. */
export function createShowing(
  sessions: ReadonlyMap<Session, unknown>,
  now: () => number,
  openElsewhere: (changed: () => void) => Elsewhere | undefined,
): Showing {
  const presence = createPresence<Session>();
  const newcomers = new Set<Session>();
  let ticking: ReturnType<typeof setTimeout> | undefined;
  let tickedAt = Number.NEGATIVE_INFINITY;
  const elsewhere = openElsewhere(tickSoon);

  function tickSoon(): void {
    ticking ??= setTimeout(tick, Math.max(0, tickedAt + Limits.presenceTickMs - now()));
  }

  function tick(): void {
    clearTimeout(ticking);
    ticking = undefined;
    tickedAt = now();
    const everybody = newcomers.size > 0 ? presence.everybody() : undefined;
    const changes = presence.isDirty() ? presence.takeChanges() : undefined;
    for (const session of sessions.keys()) {
      const frame = newcomers.has(session) ? everybody : changes;
      if (frame !== undefined) session.send(frame);
    }
    if (elsewhere !== undefined) passOn(elsewhere, changes);
    newcomers.clear();
  }

  function passOn(others: Elsewhere, changesHere: Frame | undefined): void {
    if (changesHere !== undefined) others.tell(changesHere);
    const everybodyThere = newcomers.size > 0 ? others.everybody() : undefined;
    const changesThere = others.takeChanges();
    for (const session of sessions.keys()) {
      const frame = newcomers.has(session) ? everybodyThere : changesThere;
      if (frame !== undefined) session.send(frame);
    }
  }

  return {
    receive(from, states) {
      const answer = presence.receive(from, states);
      if (answer === 'malformed') from.close(CloseCode.badFrame, 'not-the-protocol');
      else if (answer === 'shown') tickSoon();
    },
    newcomer(session) {
      if (session.isClosed()) return;
      newcomers.add(session);
      tickSoon();
    },
    leave(session) {
      newcomers.delete(session);
      presence.leave(session);
      if (presence.isDirty() && (sessions.size > 0 || elsewhere !== undefined)) tickSoon();
    },
    goAlong() {
      if (ticking !== undefined) tick();
    },
    close() {
      clearTimeout(ticking);
      elsewhere?.close();
    },
  };
}
