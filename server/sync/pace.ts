/**
 * How long the next commit may gather. While the process has time to spare an edit waits for nothing; as it runs out of
 * time commits move apart, up to a few hundredths of a second: fewer and fuller commits, and above all fewer socket
 * writes, the dearest thing it does.
 */
import { type EventLoopUtilization, performance } from 'node:perf_hooks';

/** Shares of its time that the event loop is at work: below the first nothing waits, from the second on it waits longest. */
const [relaxed, full] = [0.6, 0.95];
/** Longer would be felt by who reads. */
const mostMs = 40;
/** The load is looked at so often, and half of what was known is kept. */
const lookMs = 100;

export type Pace = {
  /** A commit begins now. */
  began(): void;
  /** Milliseconds until the next one should begin; 0 or less: now. */
  waitMs(): number;
  /** Whether commits are spaced apart. */
  isBusy(): boolean;
};

/** `load` answers the share of time at work since the look before; the process's own unless given. */
export function createPace(load: () => number = createLoad()): Pace {
  let beganAt = 0;
  let lookedAt = 0;
  let smoothed = 0;

  function gapMs(): number {
    const now = performance.now();
    if (now - lookedAt >= lookMs) {
      lookedAt = now;
      smoothed = (smoothed + load()) / 2;
    }
    const strain = Math.min(1, Math.max(0, (smoothed - relaxed) / (full - relaxed)));
    return mostMs * strain * strain;
  }

  return {
    began() {
      beganAt = performance.now();
    },
    waitMs: () => beganAt + gapMs() - performance.now(),
    isBusy: () => gapMs() >= 1,
  };
}

function createLoad(): () => number {
  let last: EventLoopUtilization = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last);
    last = now;
    return utilization;
  };
}
