/**
 * `npm run bench`: how fast the sync server is, with `--peers` beside whom. Every server is a process of its own with its
 * saving on; they take turns, and the same load generator, a process too, works against each.
 */
import { writeFile } from 'node:fs/promises';
import { readOptions } from './options.ts';
import { describeTable, type Measured } from './report.ts';
import { type ScenarioName, scenarios } from './scenarios/all.ts';
import type { Outcome } from './scenarios/scenario.ts';
import { startOurs } from './servers/ours.ts';
import { installPeers, startHocuspocus, startYWebsocket } from './servers/peers.ts';
import { cores } from './servers/program.ts';
import type { BenchServer, ServerName } from './servers/server.ts';

const options = readOptions(process.argv.slice(2));

const starts: Readonly<Record<ServerName, () => Promise<BenchServer>>> = {
  ours: () => startOurs(options.profile),
  hocuspocus: startHocuspocus,
  'y-websocket': startYWebsocket,
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Also those that are still starting. */
const running = new Set<Promise<BenchServer>>();
let ending: Promise<void> = Promise.resolve();
const results: (Measured & Outcome & { readonly scenario: ScenarioName })[] = [];

// Our Postgres outlives us if it isn't stopped.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void endAll().finally(() => process.exit(1));
  });
}
if (options.servers.some((name) => name !== 'ours')) await installPeers(say);
say(`${cores} cores; the load generator shares them with the server it measures`);
for (const name of options.scenarios) await measure(name);
if (options.json !== undefined) {
  await writeFile(options.json, JSON.stringify({ options, cores, at: new Date(), results }, null, 2));
}

async function measure(scenarioName: ScenarioName): Promise<void> {
  const scenario = scenarios[scenarioName];
  const servers: BenchServer[] = [];
  const measured: Measured[] = [];
  try {
    for (const name of options.servers) {
      const starting = starts[name]();
      running.add(starting);
      servers.push(await starting);
    }
    for (let round = 0; round < options.rounds; round++) {
      for (const server of servers) {
        const settings = { ...options, round, say };
        say(`${server.name}: ${scenario.title(settings)}, round ${round + 1} of ${options.rounds}`);
        const outcome = await scenario.run(server, settings).catch((error: unknown) => {
          if (server.name === 'ours') throw error;
          say(`  ${server.name} has no figures in this round: ${String(error)}`);
        });
        if (outcome === undefined) continue;
        measured.push({ server: server.name, round, figures: outcome.figures });
        results.push({ scenario: scenarioName, server: server.name, round, ...outcome });
      }
    }
    say(`\n${describeTable(scenarioName, measured)}\n`);
    for (const server of servers) say(`${server.name}: ${server.saving}`);
  } finally {
    await endAll();
  }
}

/** Resolves when all that run have ended, also if somebody else asked for it. */
function endAll(): Promise<void> {
  const servers = [...running];
  running.clear();
  ending = ending.then(async () => {
    for (const server of await Promise.allSettled(servers))
      if (server.status === 'fulfilled') await server.value.close();
  });
  return ending;
}
