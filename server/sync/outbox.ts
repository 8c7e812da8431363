/** Sessions that have something to write. All of a turn's frames to one client leave in one write: writes are the cost. */
import type { Session } from './session.ts';

export type Outbox = {
  /** At the end of this turn of the event loop. */
  flushSoon(session: Session): void;
  /** Now. */
  flush(): void;
};

export function createOutbox(): Outbox {
  const waiting = new Set<Session>();
  let isScheduled = false;

  function flush(): void {
    for (const session of waiting) {
      waiting.delete(session);
      session.flush();
    }
  }

  return {
    flushSoon(session) {
      waiting.add(session);
      if (isScheduled) return;
      isScheduled = true;
      setImmediate(() => {
        isScheduled = false;
        flush();
      });
    },
    flush,
  };
}
