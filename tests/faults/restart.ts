/**
 * Restarts under load: the whole program and its own Postgres, people typing without a pause. The program is killed and
 * started again, then Postgres is killed under it. Timed until it is ready, and until every page has everything saved.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/start.ts';
import { end, freePort } from '../support/child-process.ts';
import { isReady, openPage, signInAt } from '../support/faults-server.ts';
import { makeHousehold } from '../support/households.ts';
import { makePerson } from '../support/people.ts';
import { postmasterPid } from '../support/postmaster.ts';
import { textOfDoc, write } from '../support/sync-hand.ts';
import { until } from '../support/until.ts';
import type { Proof, Stage } from './proof.ts';

const program = fileURLToPath(new URL('../app/server-program.ts', import.meta.url));
const writers = { short: 3, long: 8 };
const typingEveryMs = 50;
/** A test machine may be slow. */
const mostMs = { long: { app: 3_000, database: 5_000 }, short: { app: 30_000, database: 30_000 } };
const patienceMs = 60_000;

export const restart: Proof = {
  name: 'restart',
  promise: 'killed under load, the app is back in 3 s, the database in 5 s, and nothing typed is lost',
  rounds: 50,
  async open(stage) {
    const { dataDir, email, planId } = await prepare(stage);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      LIMITS: 'off',
      PUBLIC_ORIGIN: url,
    };
    const launch = (): ChildProcess => spawn(process.execPath, [program], { env, stdio: 'ignore' });
    let child = launch();
    await untilReady(url);
    const cookie = await signInAt(url, email);

    return {
      async round(random) {
        const pages = Array.from({ length: writers[stage.size] }, () => openPage(url, planId, cookie));
        await until(() => pages.every(({ provider }) => provider.synced), patienceMs);
        const name = `r${random.below(2 ** 32).toString(36)}`;
        const typed: string[] = [];
        const typing = setInterval(() => {
          const word = `${name}-${typed.length}.`;
          typed.push(word);
          write(random.pick(pages).doc, word);
        }, typingEveryMs);
        try {
          await sleep(random.between(100, 600));
          const appMs = await timed(async () => {
            await end(child, 'SIGKILL');
            child = launch();
            await untilReady(url);
          });
          await until(() => pages.every(({ provider }) => provider.synced), patienceMs);
          await sleep(random.between(100, 600));
          const databaseMs = await timed(async () => {
            const killed = await postmasterPid(dataDir);
            process.kill(killed, 'SIGKILL');
            await untilAnother(dataDir, killed);
            await untilReady(url);
          });
          await sleep(random.between(100, 300));
          clearInterval(typing);
          const reader = openPage(url, planId, cookie);
          const missing = (): string[] => {
            const words = new Set(textOfDoc(reader.doc).match(/[\w]+-\d+\./g) ?? []);
            return typed.filter((word) => !words.has(word));
          };
          await until(() => reader.provider.synced && missing().length === 0, patienceMs).catch(
            () => undefined,
          );
          const lost = missing();
          reader.destroy();
          const findings: string[] = [];
          if (lost.length > 0)
            findings.push(`${lost.length} of ${typed.length} words were lost: ${lost.slice(0, 5).join(' ')}`);
          if (appMs > mostMs[stage.size].app) findings.push(`the app was back after ${appMs.toFixed(0)} ms`);
          if (databaseMs > mostMs[stage.size].database)
            findings.push(`the database was back after ${databaseMs.toFixed(0)} ms`);
          return {
            counts: { restarts: 2, words: typed.length, lost: lost.length },
            worst: { appMs, databaseMs },
            findings,
          };
        } finally {
          clearInterval(typing);
          for (const page of pages) page.destroy();
        }
      },
      async close() {
        await end(child, 'SIGTERM');
        return undefined;
      },
    };
  },
};

/** A data folder with a household and somebody who can sign in, by a first start that ends in order. */
async function prepare(stage: Stage): Promise<{ dataDir: string; email: string; planId: string }> {
  const dataDir = await stage.folder();
  const made = { email: '', planId: '' };
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const server = await startServer(config, {
    say: () => undefined,
    onLost: () => undefined,
    async demo(world) {
      const tutor = await makePerson(world, { function: 'tutor' });
      const household = await makeHousehold(world, { tutor: tutor.actor });
      const [plan] = await world.db.sql<{ id: string }[]>`
        select id from document where household_id = ${household.id} and kind = 'care-plan'`;
      Object.assign(made, { email: tutor.email, planId: plan?.id ?? '' });
      return { accounts: [], households: [] };
    },
  });
  await server.close();
  return { dataDir, ...made };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function untilReady(url: string): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  while (!(await isReady(url))) {
    if (performance.now() > giveUpAt) throw new Error('the program is not ready');
    await sleep(20);
  }
}

/** Whoever only asks for answers can't tell a quick restart from none. */
async function untilAnother(dataDir: string, killed: number): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const pid = await postmasterPid(dataDir);
    if (Number.isInteger(pid) && pid !== killed) return;
    if (performance.now() > giveUpAt) throw new Error('Postgres was not started again');
    await sleep(10);
  }
}
