/** What a scenario is: something done to a server that gives figures, in turns with the other servers. */
import type { BenchServer } from '../servers/server.ts';

export type Figure = {
  /** What stands in the table: the same words for every server. */
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** Which is good. */
  readonly better: 'less' | 'more';
  /** Decimals in the table. */
  readonly digits: number;
};

export type Settings = {
  /** Rooms of a conference. */
  readonly rooms: number;
  /** Of a measuring window. */
  readonly seconds: number;
  readonly warmupSeconds: number;
  /** Counts from 0; the load's seed. */
  readonly round: number;
  /** Small sizes: only whether it works. */
  readonly quick: boolean;
  /** Households of the networks, from small to large. */
  readonly sizes: readonly number[];
  /** Where generated networks stay. */
  readonly keep: string | undefined;
  readonly say: (line: string) => void;
};

export type Outcome = {
  readonly figures: readonly Figure[];
  /** Everything else that was seen, for --json. */
  readonly details: unknown;
};

export type Scenario = {
  readonly title: (settings: Settings) => string;
  readonly run: (server: BenchServer, settings: Settings) => Promise<Outcome>;
};

/** Client ids of one plan are above those of all earlier ones. */
let nextClientId = 1_500_000_000;
export function takeClientIds(count: number): number {
  nextClientId += count;
  return nextClientId - count;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The value below which this share of them lies; of two neighbours the lower. NaN for none. */
export const valueAt = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN;
