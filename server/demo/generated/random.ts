/** Chance that is the same every time: one seed gives one network. */
import type { z } from 'zod';
import { assert } from '../../../shared/assert.ts';

export type Random = {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** That many different ones, or all there are. */
  some<T>(from: readonly T[], count: number): T[];
  /** A UUID version 7 of the given moment. */
  id<S extends z.ZodType<string>>(schema: S, at: Date): z.output<S>;
};

/** Mulberry32 (T. Ettinger): small, fast, and good enough for stories. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const hex = (digits: number) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join('');
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick(from) {
      const picked = from[between(0, from.length - 1)];
      assert(picked !== undefined, 'there is something to pick from');
      return picked;
    },
    some(from, count) {
      const left = [...from];
      const taken = Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(between(0, left.length - 1), 1),
      );
      return taken.flat();
    },
    id(schema, at) {
      const time = at.getTime().toString(16).padStart(12, '0');
      return schema.parse(`${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`);
    },
  };
}
