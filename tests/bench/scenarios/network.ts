/**
 * A whole network behind the real program and real HTTP: lists, searches and indicators, one after the other, as a tutor,
 * as somebody of a service that holds the regia, and as the coordination. Once with 1,000 households and once with 10,000,
 * generated the same every time: the growth tells what rises with the network instead of with the answer. Ours alone: the
 * peers keep no records.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cookieOf } from '../../support/demo.ts';
import { type Program, startDemo } from '../../support/program.ts';
import type { Figure, Scenario } from './scenario.ts';

const whats = ['list', 'search', 'indicators'] as const;
type What = (typeof whats)[number];

/** Who asks for what. Each knows other families; the indicators are everybody's who may read them. */
const asks: readonly { readonly function: string; readonly what: What; readonly path: string }[] = [
  ...(['tutor', 'social', 'coordinator'] as const).flatMap((function_) => [
    { function: function_, what: 'list' as const, path: '/api/households?limit=50' },
    { function: function_, what: 'list' as const, path: '/api/households?limit=50&status=enrolled' },
    ...['amina', 'verifica', 'casa', 'nessuno che si chiami cosi'].map((words) => ({
      function: function_,
      what: 'search' as const,
      path: `/api/search?q=${encodeURIComponent(words)}`,
    })),
  ]),
  { function: 'tutor', what: 'indicators', path: '/api/indicators?district=6' },
  { function: 'coordinator', what: 'indicators', path: '/api/indicators' },
];

type Times = Record<What, number[]>;

export const network: Scenario = {
  title: () => 'lists, searches and indicators of a network of 1,000 and of 10,000 households',
  async run(server, { quick, say }) {
    if (server.name !== 'ours') throw new Error('the peers keep no records');
    const sizes = quick ? [20, 40] : [1_000, 10_000];
    const times: { size: number; times: Times }[] = [];
    for (const size of sizes) times.push({ size, times: await measure(size, quick ? 3 : 30, say) });
    const ms = { unit: 'ms', better: 'less', digits: 1 } as const;
    const figures = whats.flatMap((what): Figure[] => {
      const [small, large] = times.map((each) => quantile(each.times[what], 0.5));
      return [
        ...times.flatMap(({ size, times: { [what]: list } }): Figure[] => [
          { ...ms, name: `${what}, ${size} households: p50`, value: quantile(list, 0.5) },
          { ...ms, name: `${what}, ${size} households: p95`, value: quantile(list, 0.95) },
        ]),
        {
          name: `${what}: growth from ${sizes.join(' to ')}`,
          unit: '×',
          better: 'less',
          digits: 2,
          value: (large ?? Number.NaN) / (small ?? Number.NaN),
        },
      ];
    });
    return { figures, details: times };
  },
};

async function measure(households: number, times: number, say: (line: string) => void): Promise<Times> {
  const folder = await mkdtemp(join(tmpdir(), 'trama-network-'));
  await chmod(folder, 0o755); // as root, Postgres runs as another account
  try {
    const began = performance.now();
    const program = await startDemo(folder, households);
    say(`  ${households} households in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    try {
      return await askAll(program, times);
    } finally {
      await program.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function askAll({ url, network: { accounts } }: Program, times: number): Promise<Times> {
  const found: Times = { list: [], search: [], indicators: [] };
  const cookies = new Map<string, string>();
  for (const { function: itsFunction } of asks) {
    const account = accounts.find((one) => one.function === itsFunction);
    if (account === undefined) throw new Error(`nobody is ${itsFunction}`);
    if (!cookies.has(itsFunction)) cookies.set(itsFunction, await cookieOf(url, account));
  }
  for (let time = -2; time < times; time++) {
    for (const { function: itsFunction, what, path } of asks) {
      const began = performance.now();
      const response = await fetch(`${url}${path}`, { headers: { cookie: cookies.get(itsFunction) ?? '' } });
      await response.text();
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
      if (time >= 0) found[what].push(performance.now() - began); // the first two warm up
    }
  }
  return found;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
