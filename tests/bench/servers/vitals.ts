/**
 * What a measured server's process says about itself when its parent asks over the IPC channel. Every server here runs
 * with it, and with --expose-gc.
 */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Vitals } from './server.ts';

export type Question = 'vitals' | 'collected-vitals';

const resolutionMs = 10;

/** Tells the parent the port, then answers its questions; ends with it. `counters` may add the server's own. */
export function answerParent(port: number, counters: () => unknown = () => undefined): void {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  let since = performance.eventLoopUtilization();
  // The histogram holds whole intervals of its timer.
  const toDelay = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolutionMs);

  process.on('message', (question: Question) => {
    const loopBusy = performance.eventLoopUtilization(since).utilization;
    const loopDelay = {
      p50: toDelay(delay.percentile(50)),
      p99: toDelay(delay.percentile(99)),
      max: toDelay(delay.max),
    };
    if (question === 'collected-vitals') for (let round = 0; round < 3; round++) globalThis.gc?.();
    const vitals: Vitals = {
      residentBytes: process.memoryUsage.rss(),
      loopDelay,
      loopBusy,
      counters: counters(),
    };
    process.send?.(vitals);
    delay.reset();
    since = performance.eventLoopUtilization();
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port });
}
