/** Sums over a cube with what must not be told left out: by whichever key one filters, no small number can be had by subtraction. */
import type { BodyId } from '../../../shared/ids.ts';
import { hiddenParts, isSmall } from '../../../shared/records/suppress.ts';
import type { Cell, Metric, Spread } from './cube.ts';

/** Which households: all where a key is missing, and at most one is there. `district: null` is those without one. */
export type Where = {
  readonly district?: number | null;
  readonly desk?: BodyId | null;
  readonly programme?: boolean;
};

export type Counting = {
  readonly sum: (metric: Metric, where: Where) => number;
  /** The sum, or null where it must not be told. */
  readonly told: (metric: Metric, where: Where) => number | null;
  /** A part of a whole, told only if neither it nor the rest of the whole is small. */
  readonly toldPart: (part: Metric, unknown: Metric | null, whole: Metric, where: Where) => number | null;
  /** Of the single values, how often each occurs. */
  readonly spread: (list: 'weeks' | 'ages', where: Where) => Spread;
};

export function countingOf(cube: readonly Cell[]): Counting {
  const among = (where: Where) => cube.filter((cell) => matches(cell, where));
  const sums = new Map<string, number>();
  const sum = (metric: Metric, where: Where) => {
    const key = `${metric} ${JSON.stringify(where)}`;
    const known = sums.get(key) ?? among(where).reduce((total, cell) => total + cell[metric], 0);
    sums.set(key, known);
    return known;
  };

  const told = (metric: Metric, where: Where): number | null => {
    const count = sum(metric, where);
    if (isSmall(count)) return null;
    return dimensionsOf(where).some((dimension) => isHiddenAmong(metric, where, dimension)) ? null : count;
  };

  /** Beside its siblings along one dimension, whose whole is told without this filter. */
  function isHiddenAmong(metric: Metric, where: Where, dimension: keyof Where): boolean {
    const values: Where[keyof Where][] = [...new Set(cube.map((cell) => cell[dimension]))];
    const counts = values.map((value) => sum(metric, { ...where, [dimension]: value }));
    return hiddenParts(counts)[values.indexOf(where[dimension])] ?? false;
  }

  return {
    sum,
    told,
    toldPart(part, unknown, whole, where) {
      const count = told(part, where);
      if (dimensionsOf(where).length === 0) return count; // the network's own figure is published as it is
      const rest = sum(whole, where) - sum(part, where) - (unknown ? sum(unknown, where) : 0);
      return isSmall(rest) || told(whole, where) === null ? null : count;
    },
    spread(list, where) {
      const all = new Map<number, number>();
      for (const cell of among(where))
        for (const [value, count] of cell[list]) all.set(value, (all.get(value) ?? 0) + count);
      return all;
    },
  };
}

const dimensionsOf = (where: Where): (keyof Where)[] =>
  (['district', 'desk', 'programme'] as const).filter((dimension) => where[dimension] !== undefined);

const matches = (cell: Cell, where: Where): boolean =>
  dimensionsOf(where).every((dimension) => cell[dimension] === where[dimension]);
