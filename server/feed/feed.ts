/** The live feed: what happened, pushed to whoever may hear of it, for as long as their session stands. */
import type { Actor } from '../../shared/access.ts';
import { since } from '../activity/log.ts';
import type { ActivityTail } from '../activity/tail.ts';
import type { World } from '../command.ts';
import { type AudienceFacts, createAudience } from './audience.ts';
import { runFeedConnection } from './connection.ts';

export type FeedReader = {
  readonly actor: Actor;
  readonly isLive: () => Promise<boolean>;
  /** The last position this reader has; null to begin now. */
  readonly from: number | null;
  readonly write: (text: string) => Promise<unknown>;
  /** Aborts when the reader goes away. */
  readonly signal: AbortSignal;
};

export type Feed = {
  /** Runs until the reader goes, their session ends or the feed closes. */
  serve(reader: FeedReader): Promise<void>;
  connections(): number;
  close(): Promise<void>;
};

export type FeedOptions = {
  readonly world: World;
  readonly tail: ActivityTail;
  readonly facts: AudienceFacts;
  readonly heartbeatMs?: number;
};

export function createFeed({ world, tail, facts, heartbeatMs = 15_000 }: FeedOptions): Feed {
  const closing = new AbortController();
  const open = new Set<Promise<void>>();
  return {
    async serve({ actor, isLive, from, write, signal }) {
      const { personId } = actor;
      const source = {
        tail,
        readLog: (seq: number) => since(world.db.orm, seq, 500),
        audience: createAudience(actor, facts),
        mayEndSession: ({ event }: { event: { kind: string; personId?: unknown } }) =>
          (event.kind === 'person.signed-out' || event.kind === 'person.closed') &&
          event.personId === personId,
        isLive,
        onNotified: (listener: () => void) =>
          world.bus.subscribe((heard) => {
            if (heard.kind === 'notified' && heard.personIds.includes(personId)) listener();
          }),
        heartbeatMs,
      };
      const running = runFeedConnection(
        source,
        { write, signal: AbortSignal.any([signal, closing.signal]) },
        from,
      );
      open.add(running);
      await running.finally(() => open.delete(running));
    },
    connections: () => open.size,
    async close() {
      closing.abort();
      await Promise.allSettled(open);
    },
  };
}
