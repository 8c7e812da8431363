/**
 * Follows the log as it grows and hands each entry to whoever listens on this node: in order of position, each once. A
 * hint on the bus wakes it at once; it also looks by itself, because hints may be lost.
 */
import type { World } from '../command.ts';
import { headSeq, type LoggedEvent, since } from './log.ts';

export type ActivityListener = (entry: LoggedEvent) => void;

export type ActivityTail = {
  /** Hears every entry after `position()`. Answers how to stop. */
  subscribe(listener: ActivityListener): () => void;
  /** The last entry handed out. */
  position(): number;
  close(): Promise<void>;
};

export type TailOptions = {
  /** How long a lost hint can go unnoticed, milliseconds. */
  readonly pollMs?: number;
  /** Reading failed; it is tried again at the next poll. */
  readonly onError?: (error: unknown) => void;
};

/** As many entries as one read takes. */
const batchSize = 500;

/** Starts at the log's end: what happened before is history. */
export async function createActivityTail(
  world: World,
  { pollMs = 2_000, onError = () => undefined }: TailOptions = {},
): Promise<ActivityTail> {
  let position = await headSeq(world.db.orm);
  let closed = false;
  let reading: Promise<void> | undefined;
  let askedAgain = false;
  const listeners = new Set<ActivityListener>();

  /** One read at a time; whoever asks meanwhile is served by one more read after it. */
  function look(): void {
    if (closed) return;
    askedAgain = true;
    reading ??= readOn().finally(() => {
      reading = undefined;
    });
  }

  async function readOn(): Promise<void> {
    while (askedAgain && !closed) {
      askedAgain = false;
      try {
        const entries = await since(world.db.orm, position, batchSize);
        for (const entry of entries) handOut(entry);
        if (entries.length === batchSize) askedAgain = true;
      } catch (error) {
        if (!closed) onError(error);
      }
    }
  }

  function handOut(entry: LoggedEvent): void {
    position = entry.seq;
    for (const listener of listeners) listener(entry);
  }

  const unsubscribe = world.bus.subscribe((hint) => {
    if (hint.kind === 'activity' || hint.kind === 'missed') look();
  });
  const poll = setInterval(look, pollMs);

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    position: () => position,
    async close() {
      closed = true;
      clearInterval(poll);
      unsubscribe();
      listeners.clear();
      await reading;
    },
  };
}
