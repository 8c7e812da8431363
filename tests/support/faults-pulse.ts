/** An honest pair of pages: one types, the other sees, and the time between is kept. */
import { write } from './sync-hand.ts';
import type { ProviderPage } from './sync-world.ts';
import { until } from './until.ts';

export type Pulse = {
  /** Waits for the last word, closes the first page and answers how long words took, in milliseconds. */
  stop(): Promise<{ readonly p50: number; readonly p99: number; readonly beats: number }>;
};

/** Types a word every `everyMs` until it is stopped. */
export async function createPulse(from: ProviderPage, to: ProviderPage, everyMs = 20): Promise<Pulse> {
  await until(() => from.provider.synced && to.provider.synced, 30_000);
  const typedAt: number[] = [];
  const took: number[] = [];
  // Words come in the order they were typed, and stand in the bytes as they are.
  const hear = (update: Uint8Array): void => {
    const now = performance.now();
    for (const [, number] of Buffer.from(update)
      .toString('latin1')
      .matchAll(/polso-(\d+)\./g)) {
      while (took.length <= Number(number)) took.push(now - (typedAt[took.length] ?? now));
    }
  };
  to.doc.on('update', hear);
  const timer = setInterval(() => {
    typedAt.push(performance.now());
    write(from.doc, `polso-${typedAt.length - 1}.`);
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await until(() => took.length === typedAt.length && from.isSaved(), 30_000);
      to.doc.off('update', hear);
      from.destroy();
      const sorted = took.toSorted((a, b) => a - b);
      const at = (part: number): number =>
        sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
      return { p50: at(0.5), p99: at(0.99), beats: took.length };
    },
  };
}
