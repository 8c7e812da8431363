/** When presence is sent: at most once per room and tick, and whole to whoever has just come. */
import { CloseCode, Limits } from '../../shared/sync/protocol.ts';
import { createPresence } from './presence.ts';
import type { Session } from './session.ts';

export type Showing = {
  receive(from: Session, states: Uint8Array): void;
  /** Will be shown everybody at the next tick. */
  newcomer(session: Session): void;
  leave(session: Session): void;
  /** Stops the tick. */
  close(): void;
};

export function createShowing(sessions: ReadonlyMap<Session, unknown>, now: () => number): Showing {
  const presence = createPresence<Session>();
  const newcomers = new Set<Session>();
  let ticking: ReturnType<typeof setTimeout> | undefined;
  let tickedAt = Number.NEGATIVE_INFINITY;

  function tickSoon(): void {
    ticking ??= setTimeout(tick, Math.max(0, tickedAt + Limits.presenceTickMs - now()));
  }

  function tick(): void {
    ticking = undefined;
    tickedAt = now();
    const everybody = newcomers.size > 0 ? presence.everybody() : undefined;
    const changes = presence.isDirty() ? presence.takeChanges() : undefined;
    for (const session of sessions.keys()) {
      const frame = newcomers.has(session) ? everybody : changes;
      if (frame !== undefined) session.send(frame);
    }
    newcomers.clear();
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
      if (presence.isDirty() && sessions.size > 0) tickSoon();
    },
    close: () => clearTimeout(ticking),
  };
}
