/**
 * A whole network behind the real program and real HTTP: lists, searches and indicators, one after the other, as a tutor,
 * as somebody of a service that holds the regia, as a partner with many families and as the coordination. Of networks of
 * several sizes, generated the same every time: the growth tells what rises with the network instead of with the answer.
 * Ours alone: the peers keep no records.
 */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { type Account, cookieOf } from '../../support/demo.ts';
import { type Program, startDemo } from '../../support/program.ts';
import type { Figure, Scenario, Settings } from './scenario.ts';

const whats = [
  'list',
  'search',
  'indicators',
  'indicators after a change',
  'indicators of a past day',
] as const;
type What = (typeof whats)[number];

const askers = ['tutor', 'social', 'partner', 'coordinator'] as const;
type Asker = (typeof askers)[number];

/** Only the coordination and tutors read indicators. */
const paths = (asker: Asker, time: number): readonly (readonly [What, string])[] => [
  ['list', '/api/households?limit=50'],
  ['list', '/api/households?limit=50&status=enrolled'],
  ...['amina', 'verifica', 'casa', 'nessuno che si chiami cosi'].map((words): [What, string] => [
    'search',
    `/api/search?q=${encodeURIComponent(words)}`,
  ]),
  ...(asker === 'tutor' ? [['indicators', '/api/indicators?district=6'] as const] : []),
  ...(asker === 'coordinator'
    ? ([
        ['indicators', '/api/indicators'],
        ['indicators after a change', '/api/indicators'],
        // Another one each time: nothing of it was counted before.
        ['indicators of a past day', `/api/indicators?asOf=${addDays(dayOf(new Date()), -10 - time)}`],
      ] as const)
    : []),
];

type Times = { readonly asker: Asker; readonly what: What; readonly ms: number }[];

export const network: Scenario = {
  title: ({ sizes }) => `lists, searches and indicators of networks of ${sizes.join(' and of ')} households`,
  async run(server, settings) {
    if (server.name !== 'ours') throw new Error('the peers keep no records');
    const measured: { size: number; times: Times }[] = [];
    for (const size of settings.sizes) measured.push({ size, times: await measure(size, settings) });
    return { figures: whats.flatMap((what) => figuresOf(what, measured)), details: measured };
  },
};

function figuresOf(what: What, measured: readonly { size: number; times: Times }[]): Figure[] {
  const ms = { unit: 'ms', better: 'less', digits: 1 } as const;
  const of = (times: Times, asker?: Asker) =>
    times.flatMap((each) => (each.what === what && (asker ?? each.asker) === each.asker ? [each.ms] : []));
  const medians = measured.map(({ times }) => quantile(of(times), 0.5));
  const growth = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN);
  return [
    ...measured.flatMap(({ size, times }): Figure[] => [
      { ...ms, name: `${what}, ${size} households: p50`, value: quantile(of(times), 0.5) },
      { ...ms, name: `${what}, ${size} households: p95`, value: quantile(of(times), 0.95) },
      ...askers.flatMap((asker): Figure[] => {
        const list = of(times, asker);
        return list.length === 0 || list.length === of(times).length
          ? []
          : [{ ...ms, name: `${what}, ${size} households: p95 as ${asker}`, value: quantile(list, 0.95) }];
      }),
    ]),
    {
      ...{ unit: '×', better: 'less', digits: 2 },
      name: `${what}: growth from ${measured.map(({ size }) => size).join(' to ')}`,
      value: growth,
    },
  ];
}

async function measure(households: number, { quick, say, keep }: Settings): Promise<Times> {
  const folder =
    keep === undefined
      ? await mkdtemp(join(tmpdir(), 'trama-network-'))
      : join(keep, `network-${households}`);
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755); // as root, Postgres runs as another account
  try {
    const began = performance.now();
    const program = await startDemo(folder, households);
    say(`  ${households} households in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    try {
      return await askAll(program, quick ? 3 : 30);
    } finally {
      await program.stop();
    }
  } finally {
    if (keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** Rounds before the first that is measured. */
const warmUps = 2;

async function askAll({ url, network: { accounts } }: Program, times: number): Promise<Times> {
  const found: Times = [];
  const cookies = new Map<Asker, string>();
  for (const asker of askers) {
    cookies.set(asker, await busiestOf(url, accounts, asker));
  }
  const ask = async (asker: Asker, path: string, write?: { method: string; body: unknown }) => {
    const headers = { cookie: cookies.get(asker) ?? '', origin: url, 'content-type': 'application/json' };
    const body = write && JSON.stringify(write.body);
    const response = await fetch(`${url}${path}`, {
      method: write?.method ?? 'GET',
      headers,
      body: body ?? null,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  };
  const change = await changeOfTutor((path, write) => ask('tutor', path, write));
  for (let time = -warmUps; time < times; time++) {
    for (const asker of askers) {
      for (const [what, path] of paths(asker, time + warmUps)) {
        if (what === 'indicators after a change') await change();
        const began = performance.now();
        await ask(asker, path);
        if (time >= 0) found.push({ asker, what, ms: performance.now() - began });
      }
    }
  }
  return found;
}

/** The session of whoever has the most families, of the demo's own people with that function. */
async function busiestOf(url: string, accounts: readonly Account[], asker: Asker): Promise<string> {
  const own = accounts.filter((one) => one.function === asker);
  let busiest = { cookie: '', families: -1 };
  for (const account of own) {
    const cookie = await cookieOf(url, account);
    const response = await fetch(`${url}/api/households?limit=200`, { headers: { cookie } });
    const { items } = (await response.json()) as { items: unknown[] };
    if (items.length > busiest.families) busiest = { cookie, families: items.length };
  }
  if (busiest.families < 0) throw new Error(`nobody is ${asker}`);
  return busiest.cookie;
}

type Ask = (path: string, write?: { method: string; body: unknown }) => Promise<unknown>;

/** Writes down a family's situation anew: something that the indicators count. */
async function changeOfTutor(ask: Ask): Promise<() => Promise<void>> {
  const { items } = (await ask('/api/households?limit=1&status=enrolled')) as { items: { id: string }[] };
  const path = `/api/households/${items[0]?.id}/situations`;
  const today = dayOf(new Date());
  let isPoor = false;
  return async () => {
    const { situations } = (await ask(path)) as { situations: { on: string; version: number }[] };
    isPoor = !isPoor;
    const body = {
      ...{ severePoverty: isPoor ? 'yes' : 'no', severePovertySince: null, migrantBackground: 'yes' },
      ...{ housing: 'rented', work: 'unemployed', isee: { state: 'unknown' }, documentState: 'italian' },
      ...{
        documentExpires: null,
        residence: 'resident',
        healthRegistration: 'registered',
        paediatrician: 'yes',
      },
      version: situations.find(({ on }) => on === today)?.version ?? 0,
    };
    await ask(`${path}/${today}`, { method: 'PUT', body });
  };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
