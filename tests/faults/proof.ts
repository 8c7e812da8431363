/**
 * What a proof is and how it is run: rounds that are independent of each other, each with chance of its own made from
 * one seed and the round's number. So a run can be cut off and resumed, and a round that finds something can be had again.
 */
import type { Database } from '../../server/db/connect.ts';
import { createRandom, type Random } from '../support/faults-random.ts';

/** Where a proof takes place. */
export type Stage = {
  /** `short` is the version of `npm test`: the same rounds, with fewer people and documents in each. */
  readonly size: 'short' | 'long';
  /** A migrated database for this proof alone, and its address for programs of its own. */
  database(): Promise<{ readonly db: Database; readonly url: string }>;
  /** An empty folder that vanishes afterwards and any account may enter. */
  folder(): Promise<string>;
  /** How long a proof that isn't made of many rounds should take. */
  readonly minutes: number | undefined;
};

export type Round = {
  /** Added up over the rounds: `{ kills: 1, words: 240 }`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Of these the highest counts: `{ restartMs: 812 }`. */
  readonly worst?: Readonly<Record<string, number>>;
  /** What broke a promise, in words that help to find out why. */
  readonly findings: readonly string[];
};

export type OpenProof = {
  round(random: Random, index: number): Promise<Round>;
  /** What can only be said at the end, if anything. */
  close(): Promise<Round | undefined>;
};

export type Proof = {
  readonly name: string;
  /** The promise in one sentence. */
  readonly promise: string;
  /** Rounds of the long version, after which the figure of the promise is reached. */
  readonly rounds: number;
  open(stage: Stage): Promise<OpenProof>;
  /** Findings of the run as a whole: a control that lost nothing, a figure that was missed. */
  judge?(summary: Summary): readonly string[];
};

export type Finding = { readonly seed: number; readonly round: number; readonly what: string };

/** A run so far; kept as JSON between its parts. */
export type Summary = {
  readonly proof: string;
  readonly seed: number;
  rounds: number;
  seconds: number;
  counts: Record<string, number>;
  worst: Record<string, number>;
  findings: Finding[];
};

export const newSummary = (proof: Proof, seed: number): Summary => ({
  proof: proof.name,
  seed,
  rounds: 0,
  seconds: 0,
  counts: {},
  worst: {},
  findings: [],
});

export type RunOptions = {
  readonly stage: Stage;
  /** Goes on from here; `newSummary` begins. Changed as the run goes. */
  readonly summary: Summary;
  readonly rounds: number;
  /** Begins no further round after it answers true. */
  readonly isOver?: () => boolean;
  readonly onRound?: (summary: Summary) => void | Promise<void>;
};

/** No round takes this long unless something hangs. */
const roundDeadlineMs = 180_000;
/** More of the same help nobody. */
const mostFindings = 50;

/** Runs rounds until there are as many as asked for, or it is over. A round that throws is a finding, and ends the run. */
export async function runProof(proof: Proof, options: RunOptions): Promise<Summary> {
  const { stage, summary, rounds, isOver = () => false, onRound } = options;
  const secondsBefore = summary.seconds;
  const began = performance.now();
  const open = await proof.open(stage);
  try {
    while (summary.rounds < rounds && !isOver() && summary.findings.length < mostFindings) {
      const index = summary.rounds;
      const random = createRandom(summary.seed).fork(index);
      const deadlineMs = roundDeadlineMs + (stage.minutes ?? 0) * 60_000;
      add(summary, await withDeadline(open.round(random, index), deadlineMs), index);
      summary.rounds++;
      summary.seconds = secondsBefore + (performance.now() - began) / 1000;
      await onRound?.(summary);
    }
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    summary.findings.push({ seed: summary.seed, round: summary.rounds, what: `the round broke: ${what}` });
  } finally {
    const last = await open.close();
    if (last !== undefined) add(summary, last, summary.rounds);
  }
  return summary;
}

/** Everything that broke the promise, of single rounds and of the run as a whole. */
export const findingsOf = (proof: Proof, summary: Summary): string[] => [
  ...summary.findings.map(({ seed, round, what }) => `--seed ${seed}, round ${round}: ${what}`),
  ...(proof.judge?.(summary) ?? []),
];

function add(summary: Summary, { counts, worst = {}, findings }: Round, round: number): void {
  for (const [name, count] of Object.entries(counts)) {
    summary.counts[name] = (summary.counts[name] ?? 0) + count;
  }
  for (const [name, value] of Object.entries(worst)) {
    summary.worst[name] = Math.max(summary.worst[name] ?? Number.NEGATIVE_INFINITY, value);
  }
  for (const what of findings) summary.findings.push({ seed: summary.seed, round, what });
}

async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`it didn't end within ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Several parts of a round, or several rounds, as one. */
export function together(...parts: readonly Round[]): Round {
  const summary = { counts: {}, worst: {}, findings: [] } as Pick<Summary, 'counts' | 'worst' | 'findings'>;
  const whole: Summary = { proof: '', seed: 0, rounds: 0, seconds: 0, ...summary };
  for (const part of parts) add(whole, part, 0);
  return { counts: whole.counts, worst: whole.worst, findings: whole.findings.map(({ what }) => what) };
}
