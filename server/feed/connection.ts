/**
 * One open feed: first what was missed since the last event id, then what happens, in order and each once.
 *
 *   subscribed (entries queue) → catching up from the log → live from the queue → ended
 */
import type { FeedMessage } from '../../shared/activity.ts';
import { assert } from '../../shared/assert.ts';
import type { LoggedEvent } from '../activity/log.ts';
import type { ActivityTail } from '../activity/tail.ts';
import type { Audience } from './audience.ts';

export type FeedSource = {
  readonly tail: ActivityTail;
  /** Reads the log after a position, oldest first; empty when there is no more. */
  readonly readLog: (seq: number) => Promise<LoggedEvent[]>;
  readonly audience: Audience;
  /** Whether this entry may have ended the session the feed was opened with. */
  readonly mayEndSession: (entry: LoggedEvent) => boolean;
  readonly isLive: () => Promise<boolean>;
  /** Calls when what this person was told in the app changed. Answers how to stop. */
  readonly onNotified: (listener: () => void) => () => void;
  readonly heartbeatMs: number;
};

export type FeedSink = {
  /** Sends a piece of the stream; resolves when there is room for the next. */
  readonly write: (text: string) => Promise<unknown>;
  /** Aborts when the reader is gone or we close. */
  readonly signal: AbortSignal;
};

/** Entries waiting for a reader that doesn't empty its socket; then it is let go, and resumes where it was. */
const longestQueue = 2_000;
/** How long the browser waits before it connects again, milliseconds. */
const retryMs = 1_000;

/**
 * Sends everything after position `from` (null: from now on, told in an event `ready`). Returns when the reader is gone
 * or too slow, or when the session ended.
 */
export async function runFeedConnection(
  source: FeedSource,
  sink: FeedSink,
  from: number | null,
): Promise<void> {
  const { tail, audience, isLive } = source;
  const queue: LoggedEvent[] = [];
  let ended = sink.signal.aborted;
  let beatDue = false;
  let notifiedDue = false;
  let sending = false;
  let wake = (): void => undefined;

  const end = (): void => {
    ended = true;
    wake();
  };
  const unsubscribe = tail.subscribe((entry) => {
    queue.push(entry);
    if (queue.length > longestQueue) end();
    else if (!sending) wake();
  });
  const beat = setInterval(() => {
    if (sending && beatDue) end(); // for a whole beat nobody has taken the last piece
    beatDue = true;
    if (!sending) wake();
  }, source.heartbeatMs);
  const stopNotified = source.onNotified(() => {
    notifiedDue = true;
    if (!sending) wake();
  });
  sink.signal.addEventListener('abort', end, { once: true });

  const subscribedAt = tail.position();
  let cursor = Math.min(from ?? subscribedAt, subscribedAt);

  /** Resolves when the piece is taken, or at once when the connection ends meanwhile. */
  async function send(text: string): Promise<void> {
    sending = true;
    await new Promise<void>((resolve) => {
      wake = resolve;
      sink.write(text).then(() => resolve(), end);
    });
    sending = false;
  }

  async function pass(entry: LoggedEvent): Promise<void> {
    if (entry.seq <= cursor) return;
    cursor = entry.seq;
    if (source.mayEndSession(entry) && !(await isLive())) return end();
    const message = await audience.messageOf(entry);
    if (message !== null) await send(eventOf(message));
  }

  async function beatNow(): Promise<void> {
    beatDue = false;
    if (!(await isLive())) return end();
    // An id without data moves the browser's last event id and nothing else.
    await send(`: still here\nid: ${cursor}\n\n`);
  }

  /** Beside the log, without an id: whoever missed it asks anew when they connect. */
  async function tellNotified(): Promise<void> {
    notifiedDue = false;
    if (!(await isLive())) return end();
    await send('event: notified\ndata: {}\n\n');
  }

  const somethingNew = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });

  try {
    await send(`retry: ${retryMs}\n\n`);
    if (from === null) await send(`event: ready\nid: ${cursor}\ndata: {"seq":${cursor}}\n\n`);
    while (!ended && cursor < subscribedAt) {
      const missed = await source.readLog(cursor);
      assert(missed.length > 0, 'the log holds every position up to the one handed out');
      for (const entry of missed) if (!ended) await pass(entry);
    }
    while (!ended) {
      const entry = queue.shift();
      if (entry) await pass(entry);
      else if (notifiedDue) await tellNotified();
      else if (beatDue) await beatNow();
      else await somethingNew();
    }
  } finally {
    clearInterval(beat);
    unsubscribe();
    stopNotified();
    sink.signal.removeEventListener('abort', end);
  }
}

const eventOf = (message: FeedMessage): string => `id: ${message.seq}\ndata: ${JSON.stringify(message)}\n\n`;
