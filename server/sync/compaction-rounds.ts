/**
 * What rooms can't see to: logs that stayed long because their node was killed, and rows that have left the history
 * window. Soon after the start and once a day, in small steps.
 */
import type { Sql } from 'postgres';
import type { DocumentId } from '../../shared/ids.ts';
import type { CompactionQueue } from './compaction-queue.ts';
import { historyWindowDays } from './postgres-forgetting.ts';

/** Rows behind a snapshot that a cold open still reads in no time. */
export const shortTail = 100;

/** Whoever comes back after a restart goes first. */
const firstRoundAfterMs = 60_000;
const everyMs = 24 * 60 * 60 * 1000;
/** A round leaves the rest to the next. */
const mostDocuments = 1_000;

export type CompactionRoundsWorld = {
  readonly sql: Sql;
  readonly queue: CompactionQueue;
  readonly report: (error: unknown, doing: string) => void;
};

export function createCompactionRounds(world: CompactionRoundsWorld): { close(): Promise<void> } {
  let isClosed = false;
  let running: Promise<void> = Promise.resolve();
  let next: ReturnType<typeof setTimeout>;

  function schedule(afterMs: number): void {
    next = setTimeout(() => {
      running = compactionRound(world, () => isClosed)
        .catch((error: unknown) => world.report(error, 'looking for long logs'))
        .finally(() => {
          if (!isClosed) schedule(everyMs);
        });
    }, afterMs).unref();
  }
  schedule(firstRoundAfterMs);
  return {
    async close() {
      isClosed = true;
      clearTimeout(next);
      await running;
    },
  };
}

/** One round; `stop` is asked between its steps. Several nodes may do it at once: compacting twice changes nothing. */
export async function compactionRound(
  { sql, queue }: Pick<CompactionRoundsWorld, 'sql' | 'queue'>,
  stop: () => boolean = () => false,
): Promise<void> {
  // Not the longest first: then every node would begin with the same one.
  const long = await sql<{ id: DocumentId }[]>`
    select id from document left join document_snapshot on document_id = id
    where head_seq - coalesce(seq, 0) > ${shortTail} or id in (
      select past.document_id from document_update past join document_snapshot snapshot using (document_id)
      where past.committed_at < now() - make_interval(days => ${historyWindowDays}) and past.seq <= snapshot.seq)
    order by random() limit ${mostDocuments}`;
  for (const { id } of long) {
    if (stop()) return;
    queue.add(id);
    await queue.settled();
  }
}
