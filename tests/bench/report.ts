/** Results as lines to read. */

import { cpuPerMillion } from './load/played.ts';
import type { Conference } from './scenarios/conference.ts';
import { type Figure, median } from './scenarios/scenario.ts';
import type { ServerName } from './servers/server.ts';

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));

/** What happened in a window, in a few lines. */
export function describePlayed({ played, vitals, countersBefore }: Conference): string {
  const { edits, moves, cpu, lateness, windowSeconds } = played;
  const share = (name: string): string => `${(((cpu[name] ?? 0) / windowSeconds) * 100).toFixed(1)} %`;
  const tallies = [
    { name: 'edits', tally: edits },
    { name: 'moves', tally: moves },
  ].filter(({ tally }) => tally.made > 0);
  return [
    ...tallies.map(({ name, tally }) => {
      const { p50, p95, p99, max } = tally.latency;
      return `  ${name}: p50 ${ms(p50)} · p95 ${ms(p95)} · p99 ${ms(p99)} · max ${ms(max)} ms · ${tally.delivered} delivered in the window · ${tally.arrived} of ${tally.expected} arrived · ${tally.gaps} gaps`;
    }),
    `  CPU-seconds per million delivered: ${cpuPerMillion(played).toFixed(2)} (of a core: server ${share('server')}, database ${share('database')}; load generator ${share('generator')}, late p50 ${ms(lateness.p50)} p99 ${ms(lateness.p99)} ms)`,
    `  messages to clients ${played.messages} · server's loop busy ${(vitals.loopBusy * 100).toFixed(0)} %, delay p50 ${ms(vitals.loopDelay.p50)} p99 ${ms(vitals.loopDelay.p99)} max ${ms(vitals.loopDelay.max)} ms · closed ${JSON.stringify(played.closed)}`,
    ...(vitals.counters === undefined
      ? []
      : [`  counters ${JSON.stringify(difference(countersBefore, vitals.counters))}`]),
  ].join('\n');
}

/** What counters rose by, where both sides are numbers or lists of them. */
function difference(before: unknown, after: unknown): unknown {
  if (typeof after === 'number')
    return Math.round((after - (typeof before === 'number' ? before : 0)) * 100) / 100;
  if (Array.isArray(after))
    return after.map((value, index) => difference(Array.isArray(before) ? before[index] : 0, value));
  if (typeof after !== 'object' || after === null) return after;
  const earlier = new Map(Object.entries(before ?? {}));
  return Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, difference(earlier.get(key), value)]),
  );
}

export type Measured = {
  readonly server: ServerName;
  readonly round: number;
  readonly figures: readonly Figure[];
};

/**
 * Medians over the rounds, a line per figure and a column per server, in Markdown; where there are peers, how many times
 * better ours is than the better of them.
 */
export function describeTable(title: string, measured: readonly Measured[]): string {
  const servers = [...new Set(measured.map(({ server }) => server))];
  const names = [...new Set(measured.flatMap(({ figures }) => figures.map(({ name }) => name)))];
  const peers = servers.filter((server) => server !== 'ours');
  const head = [
    title,
    ...servers,
    ...(peers.length > 0 && servers.includes('ours') ? ['ours is … times better'] : []),
  ];
  const lines = names.map((name) => {
    const values = new Map<ServerName, number>();
    let shape: Figure | undefined;
    for (const server of servers) {
      const found = measured.filter((one) => one.server === server).flatMap(({ figures }) => figures);
      const own = found.filter((figure) => figure.name === name);
      shape ??= own[0];
      values.set(server, median(own.map(({ value }) => value)));
    }
    if (shape === undefined) return '';
    const { unit, digits, better } = shape;
    const cells = servers.map((server) =>
      `${(values.get(server) ?? Number.NaN).toFixed(digits)} ${unit}`.trim(),
    );
    return row([name, ...cells, ...(head.length > cells.length + 1 ? [ratio(values, better)] : [])]);
  });
  return [row(head), row(head.map(() => '---')), ...lines].join('\n');
}

function ratio(values: ReadonlyMap<ServerName, number>, better: Figure['better']): string {
  const ours = values.get('ours') ?? Number.NaN;
  const peers = [...values].filter(([server]) => server !== 'ours').map(([, value]) => value);
  const best = better === 'less' ? Math.min(...peers) / ours : ours / Math.max(...peers);
  return Number.isFinite(best) ? best.toFixed(1) : '–';
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
