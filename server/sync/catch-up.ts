/**
 * When a room reads what other nodes committed to its document. It never reads while a commit of its own is under way,
 * and never stages while it reads; so what it stages is on top of everything that it knows to be stored. Where two nodes
 * write one document at the same moment they take turns: whoever has committed leaves the others a moment to do so.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentId } from '../../shared/ids.ts';
import type { Had, Since, UpdateLog } from './log.ts';

/** The moment left to the others, and how long after their last rows it is still left. */
const turnMs = 8;
const sharedMs = 2_000;
/** After a read that failed. */
const againAfterMs = 200;
/** A commit that comes too late again and again for so long is given up. */
const longestBehindMs = 10_000;

export type CatchUpWorld = {
  readonly log: UpdateLog;
  readonly now: () => number;
  readonly report: (error: unknown, doing: string) => void;
};

/** The room, as this needs it. */
export type CatchingRoom = {
  /** It can take rows: it is open, and no commit of its own is under way. */
  isReady(): boolean;
  headSeq(): number;
  /** Undefined while it isn't open. */
  had(): Had | undefined;
  take(since: Since): void;
  /** It may stage again. */
  resume(): void;
};

export type CatchUp = {
  /** Somebody says that the log reached this seq. */
  heard(seq: number): void;
  /** The room may not stage now; `resume` follows. */
  isHolding(): boolean;
  /** The room's own commit is done. */
  committed(): void;
  /** The room's own commit came too late: others were faster. False when it isn't worth another try. */
  behind(): boolean;
  /** How often it was at the head of the log for certain. */
  looks(): number;
  close(): void;
};

export function createCatchUp(
  { log, now, report }: CatchUpWorld,
  documentId: DocumentId,
  room: CatchingRoom,
): CatchUp {
  let newest = 0;
  let looks = 0;
  let isReading = false;
  let behindSince: number | undefined;
  let othersWroteAt = Number.NEGATIVE_INFINITY;
  let turn: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    if (isReading || newest <= room.headSeq() || !room.isReady()) return;
    const had = room.had();
    if (had === undefined) return;
    isReading = true;
    read(had)
      .catch(async (error: unknown) => {
        newest = 0; // the next hint or look asks again
        report(error, 'catching up');
        await sleep(againAfterMs, undefined, { ref: false });
      })
      .finally(() => {
        isReading = false;
        room.resume();
      });
  }

  async function read(had: Had): Promise<void> {
    const asked = newest;
    const since = await log.since(documentId, had);
    looks++;
    const current = room.had();
    if (current?.seq !== had.seq || current.epoch !== had.epoch) return; // it was loaded anew meanwhile
    if (since.kind === 'grown') {
      if (newest === asked) newest = since.headSeq;
      if (since.updates.length > 0) {
        othersWroteAt = now();
        endTurn();
      }
    }
    room.take(since);
  }

  function endTurn(): void {
    clearTimeout(turn);
    turn = undefined;
  }

  return {
    heard(seq) {
      newest = Math.max(newest, seq);
      look();
    },
    isHolding() {
      look();
      return isReading || turn !== undefined;
    },
    committed() {
      behindSince = undefined;
      if (now() - othersWroteAt <= sharedMs) {
        turn ??= setTimeout(() => {
          endTurn();
          room.resume();
        }, turnMs);
      }
      look(); // what was said while the commit was under way
    },
    behind() {
      behindSince ??= now();
      if (now() - behindSince > longestBehindMs) return false;
      newest = Math.max(newest, room.headSeq() + 1);
      look();
      return true;
    },
    looks: () => looks,
    close: endTurn,
  };
}
