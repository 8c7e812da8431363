/** Documents whose log is to be compacted, one after the other: it is work for idle moments, and nobody waits for it. */
import type { DocumentId } from '../../shared/ids.ts';
import type { Counters } from './counters.ts';
import type { UpdateLog } from './log.ts';

export type CompactionQueue = {
  /** A document that waits already isn't added twice. */
  add(documentId: DocumentId): void;
  /** Resolves when nothing waits. */
  settled(): Promise<void>;
  /** Goes on for so long at most, ends the one under way and forgets the others: a later start finds them. */
  close(withinMs: number): Promise<void>;
};

export type CompactionWorld = {
  readonly log: UpdateLog;
  readonly counters: Counters;
  readonly report: (error: unknown, doing: string) => void;
};

export function createCompactionQueue({ log, counters, report }: CompactionWorld): CompactionQueue {
  const waiting = new Set<DocumentId>();
  let running: Promise<void> | undefined;
  let isClosed = false;

  async function run(): Promise<void> {
    for (const documentId of waiting) {
      waiting.delete(documentId);
      try {
        const { kind } = await log.compact(documentId);
        if (kind === 'compacted') counters.compactions++;
      } catch (error) {
        report(error, 'compacting');
      }
    }
  }

  const settled = async (): Promise<void> => {
    while (running !== undefined) await running;
  };

  return {
    settled,
    add(documentId) {
      if (isClosed) return;
      waiting.add(documentId);
      running ??= run().finally(() => {
        running = undefined;
      });
    },
    async close(withinMs) {
      isClosed = true;
      const giveUp = setTimeout(() => waiting.clear(), withinMs);
      await settled();
      clearTimeout(giveUp);
    },
  };
}
