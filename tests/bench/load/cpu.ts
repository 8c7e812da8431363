/** CPU time that processes have used, from /proc: user and system, all threads, in steps of 10 ms. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

type Stat = { readonly parent: number; readonly own: number; readonly reaped: number };

/** Seconds that the process has used; with `tree`, its descendants too, also those that have ended. */
export function readCpuSeconds(pid: number, tree: boolean): number {
  const stat = readStat(pid);
  if (stat === undefined) return 0;
  if (!tree) return stat.own / ticksPerSecond;
  const stats = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const found = /^\d+$/.test(name) ? readStat(Number(name)) : undefined;
    if (found !== undefined) stats.set(Number(name), found);
  }
  let ticks = 0;
  for (const [other, { own, reaped }] of stats) if (descends(stats, other, pid)) ticks += own + reaped;
  return ticks / ticksPerSecond;
}

function descends(stats: ReadonlyMap<number, Stat>, pid: number, from: number): boolean {
  for (let at = pid; at > 1; at = stats.get(at)?.parent ?? 0) if (at === from) return true;
  return false;
}

function readStat(pid: number): Stat | undefined {
  try {
    // After the name in brackets, which may hold spaces: state, parent, … utime and stime are fields 14 and 15 of man proc.
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [own, reaped] = [(fields[11] ?? 0) + (fields[12] ?? 0), (fields[13] ?? 0) + (fields[14] ?? 0)];
    return { parent: fields[1] ?? 0, own, reaped };
  } catch {
    return undefined; // it ended meanwhile
  }
}
