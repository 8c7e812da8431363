/**
 * Group commit: one transaction at a time carries every waiting update of every room. While one is under way the next
 * batch gathers; a lone edit waits for nothing, and batches grow with the load (pace.ts).
 */
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { CloseCode } from '../../shared/sync/protocol.ts';
import type { Counters, Queue } from './counters.ts';
import { CommitAborted, type DocumentBatch, type UpdateLog } from './log.ts';
import type { Outbox } from './outbox.ts';
import type { Pace } from './pace.ts';
import type { Room } from './room.ts';

/** One transaction carries no more than this, so that a storm of returning pages doesn't hold up everybody. */
const mostBytesPerCommit = 8 * 1024 * 1024;

export type Flusher = {
  /** The room has something to stage. */
  wake(room: Room): void;
  /** What waits now. */
  queue(): Queue;
};

export type FlusherWorld = {
  readonly log: UpdateLog;
  readonly counters: Counters;
  readonly outbox: Outbox;
  readonly pace: Pace;
  readonly report: (error: unknown, doing: string) => void;
};

type Waiting = { readonly room: Room; readonly batch: DocumentBatch };

export function createFlusher({ log, counters, outbox, pace, report }: FlusherWorld): Flusher {
  const dirty = new Set<Room>();
  let isRunning = false;
  let committing = 0;
  /** Of the oldest that waits, and of what is being committed. */
  let waitingSince: number | undefined;
  let committingSince: number | undefined;

  async function run(): Promise<void> {
    while (dirty.size > 0) {
      const waitMs = pace.waitMs();
      if (waitMs >= 1) await sleep(waitMs);
      await nextTurn(); // frames that are already on the sockets join this batch
      const waiting = stageAll();
      outbox.flush();
      pace.began();
      if (waiting.length > 0) await commit(waiting);
      committing = 0;
      committingSince = undefined;
      outbox.flush();
    }
  }

  function stageAll(): Waiting[] {
    const waiting: Waiting[] = [];
    let bytes = 0;
    committingSince = waitingSince;
    waitingSince = undefined;
    for (const room of dirty) {
      if (bytes > mostBytesPerCommit) break;
      dirty.delete(room);
      const batch = room.stage();
      if (batch === undefined) continue;
      waiting.push({ room, batch });
      for (const write of batch.writes) bytes += write.bytes.length;
    }
    if (dirty.size > 0) waitingSince = committingSince;
    committing = waiting.length;
    return waiting;
  }

  async function commit(waiting: readonly Waiting[]): Promise<void> {
    const startedAt = performance.now();
    try {
      const results = await log.commit(waiting.map(({ batch }) => batch));
      const rows = waiting.reduce((sum, { batch }) => sum + batch.writes.length, 0);
      counters.observeCommit(performance.now() - startedAt, rows);
      for (const { room, batch } of waiting) {
        const result = results.get(batch.documentId) ?? { kind: 'behind' };
        if (result.kind === 'committed') {
          counters.documentsCommitted++;
          counters.rowsCommitted += batch.writes.length;
        }
        room.settle(result);
      }
    } catch (error) {
      counters.commitsFailed++;
      report(error, 'committing updates');
      for (const { room } of waiting) {
        if (error instanceof CommitAborted) room.tryAgain();
        // Whether it was stored is unknown: forget, load, and let the pages send again. Yjs recognises what it has.
        else room.close(CloseCode.restart, 'reload');
      }
    }
  }

  return {
    queue: () => ({
      rooms: dirty.size + committing,
      ageMs: Math.max(0, performance.now() - (committingSince ?? waitingSince ?? Number.POSITIVE_INFINITY)),
    }),
    wake(room) {
      dirty.add(room);
      waitingSince ??= performance.now();
      if (isRunning) return;
      isRunning = true;
      run()
        .catch((error: unknown) => report(error, 'flushing'))
        .finally(() => {
          isRunning = false;
          const [stranded] = dirty;
          if (stranded !== undefined) this.wake(stranded);
        });
    },
  };
}
