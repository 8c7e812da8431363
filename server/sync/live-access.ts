/**
 * Access that changes while sockets are open. Whoever may be concerned is held — nothing is sent to them — until they
 * are authorised anew, and then goes on, at their new level, or is closed. Commits compare epochs by themselves; this is
 * about reading. Told directly, or found by comparing epochs after a hint and every second.
 */

import { CloseCode } from '../../shared/sync/protocol.ts';
import type { Bus } from '../bus/bus.ts';
import { type AccessChange, type Authority, idOf } from './authority.ts';
import type { UpdateLog } from './log.ts';
import type { Session } from './session.ts';

const pollMs = 1_000;
const shortestGapMs = 200;

export type LiveAccess = {
  /** Authorises again, now, every open session of this household or person. Resolves when all have their answer. */
  accessChanged(change: AccessChange): Promise<void>;
  /** The same for one session, open or gone. Calls meanwhile share one answer that is younger than all of them. */
  reauthorise(session: Session): Promise<void>;
  /** Grows with every change: who is let in while it grows must be asked again. */
  changes(): number;
  close(): void;
};

export type LiveAccessWorld = {
  readonly authority: Authority;
  readonly log: UpdateLog;
  readonly bus: Bus;
  readonly sessions: ReadonlySet<Session>;
  readonly report: (error: unknown, doing: string) => void;
};

export function createLiveAccess({ authority, log, bus, sessions, report }: LiveAccessWorld): LiveAccess {
  const underWay = new Map<Session, { again: boolean; readonly done: Promise<void> }>();
  let changes = 0;
  let isComparing = false;
  let comparedAt = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;

  function reauthorise(session: Session): Promise<void> {
    const running = underWay.get(session);
    if (running !== undefined) {
      running.again = true;
      return running.done;
    }
    const entry = { again: true, done: Promise.resolve() };
    const done = (async () => {
      while (entry.again) {
        entry.again = false;
        await ask(session, () => !entry.again);
      }
    })().finally(() => underWay.delete(session));
    underWay.set(session, Object.assign(entry, { done }));
    return done;
  }

  async function ask(session: Session, isStillAsked: () => boolean): Promise<void> {
    try {
      const identity = await authority.signIn(session.headers);
      if (identity === null || idOf(identity) !== session.knockerId()) {
        session.close(CloseCode.signedOut, 'signed-out');
        return;
      }
      const grant = await authority.accessTo(identity, session.documentId);
      if (grant === null) session.close(CloseCode.notAvailable, 'not-available');
      else if (isStillAsked()) session.regrant(identity, grant);
    } catch (error) {
      report(error, 'authorising again');
      session.close(CloseCode.restart, 'not-authorised'); // it isn't known: it comes back and is asked at the door
    }
  }

  async function askAll(mayConcern: readonly Session[]): Promise<void> {
    const concerned = mayConcern.filter((session) => !session.isClosed());
    for (const session of concerned) session.hold();
    await Promise.all(concerned.map(reauthorise));
  }

  async function compare(): Promise<void> {
    if (sessions.size === 0) return;
    const open = [...sessions];
    const now = await log.epochs({
      households: [...new Set(open.map((session) => session.householdId()))],
      persons: [...new Set(open.flatMap((session) => session.personId() ?? []))],
      guests: [...new Set(open.flatMap((session) => session.guestId() ?? []))],
    });
    const ownEpochNow = (session: Session): number | undefined => {
      const [personId, guestId] = [session.personId(), session.guestId()];
      return (personId && now.persons.get(personId)) ?? (guestId && now.guests.get(guestId)) ?? undefined;
    };
    await askAll(
      open.filter((session) => {
        const { householdId, householdEpoch, ownEpoch } = session.grant();
        return now.households.get(householdId) !== householdEpoch || ownEpochNow(session) !== ownEpoch;
      }),
    );
  }

  function compareNow(): void {
    if (isComparing) return; // the next poll looks again
    isComparing = true;
    comparedAt = performance.now();
    compare()
      .catch((error: unknown) => report(error, 'comparing access'))
      .finally(() => {
        isComparing = false;
      });
  }

  const unsubscribe = bus.subscribe((hint) => {
    if ((hint.kind !== 'activity' && hint.kind !== 'missed') || sessions.size === 0) return;
    soon ??= setTimeout(
      () => {
        soon = undefined;
        compareNow();
      },
      Math.max(0, comparedAt + shortestGapMs - performance.now()),
    );
  });
  const polling = setInterval(compareNow, pollMs).unref();

  return {
    reauthorise,
    changes: () => changes,
    async accessChanged(change) {
      changes++;
      await askAll(
        [...sessions].filter((session) =>
          'householdId' in change
            ? session.householdId() === change.householdId
            : session.personId() === change.personId,
        ),
      );
    },
    close() {
      unsubscribe();
      clearInterval(polling);
      clearTimeout(soon);
    },
  };
}
