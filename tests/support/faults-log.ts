/**
 * The log as nodes of a bad day meet it: it takes its time, commits whose answer never comes, loads that fail. It
 * remembers what is stored, so that whatever a page is shown can be looked up at that moment.
 */
import * as Y from 'yjs';
import type { UpdateLog } from '../../server/sync/log.ts';
import type { VirtualClock } from './faults-clock.ts';
import type { Random } from './faults-random.ts';

export type LogWeather = { mostDelayMs: number; failing: number };

export type Stored = {
  readonly log: UpdateLog;
  /** By Yjs client id, how much of it is stored. */
  readonly clocks: Map<number, number>;
};

/** What all nodes share. Everything committed through it is remembered. */
export function rememberStored(
  honest: UpdateLog,
  seed: Uint8Array,
  logOf: (honest: UpdateLog) => UpdateLog,
): Stored {
  const clocks = Y.parseUpdateMeta(seed).to;
  const remembering: UpdateLog = {
    ...honest,
    async commit(batches) {
      const results = await honest.commit(batches);
      for (const { documentId, writes } of batches) {
        if (results.get(documentId)?.kind !== 'committed') continue;
        for (const { bytes } of writes) {
          for (const [client, clock] of Y.parseUpdateMeta(bytes).to) {
            clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
          }
        }
      }
      return results;
    },
  };
  return { clocks, log: logOf(remembering) };
}

/** The negative control: every tenth commit is answered and not done. */
export function forgetfulLog(log: UpdateLog): UpdateLog {
  let commits = 0;
  return {
    ...log,
    async commit(batches) {
      if (++commits % 10 > 0) return log.commit(batches);
      return new Map(
        batches.map(({ documentId, headSeq, writes }) => [
          documentId,
          { kind: 'committed', headSeq: headSeq + writes.length },
        ]),
      );
    },
  };
}

/** One node's way to it. `isDead`: the node has crashed; what it asks from then on isn't asked, or not answered. */
export function faultyLog(
  { log }: Stored,
  {
    clock,
    random,
    weather,
    isDead,
  }: { clock: VirtualClock; random: Random; weather: LogWeather; isDead: () => boolean },
): UpdateLog {
  async function through<T>(ask: () => Promise<T>): Promise<T> {
    await clock.sleep(random.below(weather.mostDelayMs + 1));
    const fails = random.chance(weather.failing);
    // Asked by a node that died meanwhile, it may have arrived in time or not.
    const arrives = isDead() ? random.chance(0.5) : !fails || random.chance(0.5);
    const answer = arrives ? await clock.busy(ask()) : undefined;
    await clock.sleep(random.below(weather.mostDelayMs + 1));
    if (isDead()) await new Promise(() => undefined);
    if (fails || answer === undefined) throw new Error('the connection was lost');
    return answer;
  }
  return {
    ...log,
    load: (id) => through(async () => ({ found: await log.load(id) })).then(({ found }) => found),
    since: (id, had) => through(() => log.since(id, had)),
    heads: (ids) => through(() => log.heads(ids)),
    commit: (batches) => through(() => log.commit(batches)),
    epochs: (of) => through(() => log.epochs(of)),
  };
}
