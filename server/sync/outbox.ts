/** Sessions that have something to write. All of a turn's frames to one client leave in one write: writes are the cost. */
import type { Session } from './session.ts';

/** So long an acknowledgement waits under load for something else to go along with. */
const lateMs = 20;

export type Outbox = {
  /** At the end of this turn of the event loop. */
  flushSoon(session: Session): void;
  /** The same while there is little to do; under load a few milliseconds later, if nothing else is written to it before. */
  flushLater(session: Session): void;
  /** Now, all but those that are late. */
  flush(): void;
};

export function createOutbox(isBusy: () => boolean = () => false): Outbox {
  const waiting = new Set<Session>();
  let late = new Set<Session>();
  let isScheduled = false;

  function flush(): void {
    for (const session of waiting) {
      waiting.delete(session);
      session.flush();
    }
  }

  function flushSoon(session: Session): void {
    waiting.add(session);
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      flush();
    });
  }

  function flushLate(): void {
    const due = late;
    late = new Set();
    for (const session of due) session.flush();
  }

  return {
    flush,
    flushSoon,
    flushLater(session) {
      if (!isBusy()) {
        flushSoon(session);
        return;
      }
      if (late.size === 0) setTimeout(flushLate, lateMs);
      late.add(session);
    },
  };
}
