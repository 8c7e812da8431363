/**
 * The long versions of the proofs: `npm run test:faults -- [proof…] [--seed N] [--rounds N] [--minutes M]
 * [--resume file]`. Without a proof's name all of them run, one after the other. `--minutes` is for each proof: it ends
 * earlier than its rounds would, and `--resume` keeps in the file how far it came and goes on from there next time.
 * The last line is the result as JSON; the exit code is 1 when anything was found.
 */
import { randomInt } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openStage } from '../support/faults-stage.ts';
import { findingsOf, newSummary, type Proof, runProof, type Summary } from './proof.ts';
import { proofs } from './proofs.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    rounds: { type: 'string' },
    minutes: { type: 'string' },
    resume: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !proofs.some((proof) => proof.name === name));
if (unknown.length > 0) {
  say(`There is no proof named ${unknown.join(', ')}. There are:`);
  for (const { name, promise } of proofs) say(`  ${name.padEnd(12)} ${promise}`);
  process.exit(2);
}
const chosen = proofs.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
const kept = await readKept(values.resume);

let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopped) process.exit(130);
    isStopped = true;
    say('Stopping after this round; once more stops at once.');
  });
}

async function readKept(file: string | undefined): Promise<Record<string, Summary>> {
  if (file === undefined) return {};
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text) as Record<string, Summary>; // written by this program
}

/** Whole or not at all: a run may be killed while it writes. */
async function keep(file: string | undefined, summary: Summary): Promise<void> {
  if (file === undefined) return;
  kept[summary.proof] = summary;
  await writeFile(`${file}.new`, JSON.stringify(kept, null, 2));
  await rename(`${file}.new`, file);
}

async function runOne(proof: Proof): Promise<{ summary: Summary; found: string[] }> {
  const seed = values.seed === undefined ? randomInt(2 ** 32) : Number(values.seed);
  const summary = kept[proof.name] ?? newSummary(proof, seed);
  const rounds = values.rounds === undefined ? proof.rounds : Number(values.rounds);
  say(`${proof.name}: ${proof.promise}`);
  say(`  --seed ${summary.seed}, ${summary.rounds} of ${rounds} rounds done`);
  const began = performance.now();
  const roundsBefore = summary.rounds;
  let shownAt = began;
  let keptAt = began;
  const stage = await openStage({ size: values.short ? 'short' : 'long', minutes });
  try {
    await runProof(proof, {
      stage,
      summary,
      rounds,
      isOver: () => isStopped || (minutes !== undefined && performance.now() - began > minutes * 60_000),
      async onRound(now) {
        const time = performance.now();
        if (time - keptAt > 1_000) {
          keptAt = time;
          await keep(values.resume, now);
        }
        if (time - shownAt < 5_000) return;
        shownAt = time;
        const perSecond = (now.rounds - roundsBefore) / ((time - began) / 1000);
        const left = Math.round((rounds - now.rounds) / perSecond);
        say(
          `  ${now.rounds} of ${rounds} rounds, ${perSecond.toFixed(2)} a second, ${now.findings.length} found, ${left} s left · ${show(now.counts)} · worst: ${show(now.worst)}`,
        );
      },
    });
  } finally {
    await stage.close();
  }
  await keep(values.resume, summary);
  const found = findingsOf(proof, summary);
  say(
    `  ${found.length === 0 ? 'holds' : 'BROKEN'} after ${summary.rounds} rounds, ${summary.seconds.toFixed(0)} s`,
  );
  say(`  ${show(summary.counts)} · worst: ${show(summary.worst)}`);
  for (const what of found) say(`  found: ${what}`);
  return { summary, found };
}

const show = (numbers: Readonly<Record<string, number>>): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${name} ${Number.isInteger(value) ? value : value.toFixed(1)}`)
    .join(', ');

const results: { summary: Summary; found: string[] }[] = [];
for (const proof of chosen) {
  if (isStopped) break;
  results.push(await runOne(proof));
}
say(JSON.stringify(results.map(({ summary, found }) => ({ ...summary, found }))));
process.exit(results.some(({ found }) => found.length > 0) ? 1 : 0);
