/**
 * A clock that moves when it is told: every timer of the process stands on it, so a minute passes in a moment, and the
 * same seed meets the same order of events. Promises and turns of the event loop stay real.
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

type Timer = {
  at: number;
  readonly order: number;
  readonly everyMs: number | undefined;
  readonly run: () => void;
};

export type VirtualClock = {
  now(): number;
  /** Runs everything that is due in the next `ms`, each thing to its end before the next. */
  advance(ms: number): Promise<void>;
  after(ms: number, run: () => void): void;
  sleep(ms: number): Promise<void>;
  /** Something of ours is on its way that isn't a timer: `advance` waits for it. */
  busy<T>(work: Promise<T>): Promise<T>;
  /** Drops every timer and gives the real ones back. */
  uninstall(): void;
};

/** Turns of the event loop in which nothing happens any more: a flush, a commit and its answer take three. */
const quietTurns = 4;

const realImmediate = setImmediate;

export function installClock(): VirtualClock {
  const real = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    now: performance.now,
    sleep: timers.setTimeout,
  };
  const waiting = new Set<Timer>();
  let time = 1_000;
  let order = 0;
  let activity = 0;
  let pending = 0;

  function add(run: () => void, ms: number, everyMs?: number): Timer {
    const timer = { at: time + Math.max(1, ms || 0), order: order++, everyMs, run };
    waiting.add(timer);
    activity++;
    return Object.assign(timer, { ref: () => timer, unref: () => timer, hasRef: () => false });
  }

  const remove = (timer: unknown): void => void waiting.delete(timer as Timer);
  const sleep = (ms = 1): Promise<void> => new Promise((resolve) => void add(resolve, ms));

  Object.assign(globalThis, {
    setTimeout: (run: (...args: unknown[]) => void, ms: number, ...args: unknown[]) =>
      add(() => run(...args), ms),
    setInterval: (run: () => void, ms: number) => add(run, ms, ms),
    clearTimeout: remove,
    clearInterval: remove,
  });
  performance.now = () => time;
  Object.assign(timers, { setTimeout: sleep });
  syncBuiltinESMExports();

  async function settle(): Promise<void> {
    let seen = activity;
    for (let quiet = 0; quiet < quietTurns || pending > 0; quiet++) {
      await new Promise((turned) => realImmediate(turned));
      if (activity !== seen) quiet = 0;
      seen = activity;
    }
  }

  function next(until: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of waiting) {
      if (timer.at > until) continue;
      if (first === undefined || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer;
    }
    return first;
  }

  return {
    now: () => time,
    sleep,
    after: (ms, run) => void add(run, ms),
    async busy(work) {
      pending++;
      try {
        return await work;
      } finally {
        pending--;
        activity++;
      }
    },
    async advance(ms) {
      const end = time + ms;
      await settle();
      for (let timer = next(end); timer !== undefined; timer = next(end)) {
        time = Math.max(time, timer.at);
        if (timer.everyMs === undefined) waiting.delete(timer);
        else timer.at = time + timer.everyMs;
        timer.run();
        await settle();
      }
      time = end;
    },
    uninstall() {
      waiting.clear();
      const { now, sleep: realSleep, ...ofGlobal } = real;
      Object.assign(globalThis, ofGlobal);
      performance.now = now;
      Object.assign(timers, { setTimeout: realSleep });
      syncBuiltinESMExports();
    },
  };
}
