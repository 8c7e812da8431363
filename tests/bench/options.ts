/** What to measure, from the command line. */
import { parseArgs } from 'node:util';
import { type ScenarioName, scenarioNames } from './scenarios/all.ts';
import type { ServerName } from './servers/server.ts';

export type Options = {
  readonly scenarios: readonly ScenarioName[];
  readonly servers: readonly ServerName[];
  readonly rooms: number;
  /** Of a measuring window. */
  readonly seconds: number;
  readonly warmupSeconds: number;
  readonly rounds: number;
  readonly quick: boolean;
  /** A file for everything that was measured. */
  readonly json: string | undefined;
  /** A folder for V8 CPU profiles of our server. */
  readonly profile: string | undefined;
  /** Households of the networks. */
  readonly sizes: readonly number[];
  /** A folder in which generated networks stay, and are used again. */
  readonly keep: string | undefined;
};

const allServers: readonly ServerName[] = ['ours', 'hocuspocus', 'y-websocket'];

export const usage = `npm run bench -- [scenario …] [options]

scenarios      ${scenarioNames.join(', ')}; all of them if none is named
--peers        Hocuspocus and the y-websocket server beside ours, in turns
--only a,b     only these of ${allServers.join(', ')}
--rounds 1     how often each server has its turn; the table has medians
--rooms 50     rooms of eight, in the conference and when killed
--seconds 10   measured time of a conference or meeting, after --warmup 3
--quick        small sizes, only to see that everything works
--json file    everything measured, as JSON
--sizes 1000,10000  households of the networks
--keep dir     generated networks stay in this folder and are used again
--profile dir  V8 CPU profiles of our server's processes; they cost some speed
`;

/** Throws with the usage when the arguments make no sense. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      peers: { type: 'boolean', default: false },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      rooms: { type: 'string' },
      seconds: { type: 'string' },
      warmup: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'string' },
      profile: { type: 'string' },
      sizes: { type: 'string' },
      keep: { type: 'string' },
    },
  });
  const { quick, peers, only } = values;
  return {
    scenarios: chosen('scenario', scenarioNames, positionals, scenarioNames),
    servers: chosen('server', allServers, only?.split(',') ?? [], peers ? allServers : ['ours']),
    rooms: positive(values.rooms, quick ? 5 : 50),
    seconds: positive(values.seconds, quick ? 3 : 10),
    warmupSeconds: positive(values.warmup, quick ? 1 : 3),
    rounds: positive(values.rounds, 1),
    quick,
    json: values.json,
    profile: values.profile,
    sizes: values.sizes?.split(',').map((size) => positive(size, 1)) ?? (quick ? [20, 40] : [1_000, 10_000]),
    keep: values.keep,
  };
}

function chosen<Name extends string>(
  what: string,
  known: readonly Name[],
  named: readonly string[],
  otherwise: readonly Name[],
): readonly Name[] {
  const unknown = named.find((name) => !known.some((one) => one === name));
  if (unknown !== undefined) throw new Error(`there is no ${what} ${unknown}\n\n${usage}`);
  return named.length === 0 ? otherwise : known.filter((name) => named.includes(name));
}

function positive(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!(value > 0)) throw new Error(`${text} is no number above 0\n\n${usage}`);
  return value;
}
