/**
 * How long the next commit may gather. A commit costs the same for one update as for ten, so under load they are spaced
 * apart; while few write, an edit waits for nothing.
 */

/** Over this time the load is averaged, milliseconds. */
const memoryMs = 200;
/** Updates a second for each millisecond between two commits: fifty busy rooms of eight make 1,600, which is 2 ms. */
const updatesPerSecondPerMs = 800;
/** Longer is felt by who reads. */
const mostMs = 20;

export type Pace = {
  /** A commit with so many updates begins now. */
  began(updates: number): void;
  /** Milliseconds until the next one should begin; 0 or less: now. */
  waitMs(): number;
  /** Whether commits are spaced apart. */
  isBusy(): boolean;
};

/** `now` is in milliseconds. */
export function createPace(now: () => number): Pace {
  let beganAt = now();
  /** Updates per millisecond. */
  let rate = 0;
  const gapMs = (): number => Math.min(mostMs, (rate * 1000) / updatesPerSecondPerMs);
  return {
    began(updates) {
      const passedMs = now() - beganAt;
      beganAt = now();
      rate = rate * Math.exp(-passedMs / memoryMs) + updates / memoryMs;
    },
    waitMs: () => beganAt + gapMs() - now(),
    isBusy: () => gapMs() >= 1,
  };
}
