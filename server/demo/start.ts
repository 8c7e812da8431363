/**
 * `npm run demo`: the program with a network already at work, in a data folder of its own. `npm run demo -- --households
 * N` makes a generated network of N households instead.
 */
import { parseArgs } from 'node:util';
import { ensureClientBuilt } from '../client-build.ts';
import { ConfigRefused, readConfig } from '../config.ts';
import { runProgram } from '../program.ts';
import { readDemoInfo } from './demo-info.ts';
import { generatedNetwork } from './generated/generate.ts';
import { loadNetwork } from './load.ts';
import { type Network, openNetwork } from './open-network.ts';

await runProgram(async (say) => {
  const households = readHouseholds(process.argv.slice(2));
  const dataDir = households === null ? '.data/demo' : `.data/generated-${households}`;
  const config = readConfig({ ...process.env, DATA_DIR: process.env.DATA_DIR || dataDir });
  await ensureClientBuilt(say);
  return {
    config,
    demo: async (world, addresses) => {
      const network: Network =
        households === null
          ? { name: 'demo', load: (hurried) => loadNetwork(hurried, addresses) }
          : generatedNetwork(households, say);
      await openNetwork(world, network, say);
      return readDemoInfo(world);
    },
  };
});

/** How many households to generate; null for the demo's own. */
function readHouseholds(args: string[]): number | null {
  const { households } = parseArgs({ args, options: { households: { type: 'string' } } }).values;
  if (households === undefined) return null;
  const count = Number(households);
  if (Number.isInteger(count) && count >= 1 && count <= 100_000) return count;
  throw new ConfigRefused('--households takes a number from 1 to 100000.');
}
