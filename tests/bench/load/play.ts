/**
 * A crowd at work. Everybody's keystrokes and moves come at a fixed pace and at a phase of their own, the same for every
 * server: the second is cut into 1,000 slots, and each slot lists who does what.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { readCpuSeconds } from './cpu.ts';
import type { Crowd } from './crowd.ts';
import type { Play, Played } from './plan.ts';
import { createRandom } from './random.ts';
import { createSamples } from './tally.ts';

const slotsPerSecond = 1000;

export async function play(
  crowd: Crowd,
  seed: number,
  order: Play,
  tell: (what: 'began' | 'ended') => void,
): Promise<Played> {
  const lateness = createSamples();
  const stop = run(cutSecond(crowd, seed, order), lateness.add);
  await sleep(order.warmupMs);
  const before = readAll(order);
  const messagesBefore = crowd.messages();
  crowd.window.from = performance.now();
  tell('began');
  await sleep(order.windowMs);
  crowd.window.to = performance.now();
  const after = readAll(order);
  const messages = crowd.messages() - messagesBefore;
  stop();
  tell('ended');
  await drained(crowd, order.drainMs);
  const cpu = Object.fromEntries(
    Object.keys(after).map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]),
  );
  const { p50, p99 } = lateness.percentiles();
  return {
    edits: crowd.edits.result(),
    moves: crowd.moves.result(),
    windowSeconds: (crowd.window.to - crowd.window.from) / 1000,
    cpu,
    lateness: { p50, p99 },
    messages,
    closed: crowd.closed,
  };
}

function cutSecond(crowd: Crowd, seed: number, { keystrokes, moves }: Play): (() => void)[][] {
  const slots: (() => void)[][] = Array.from({ length: slotsPerSecond }, () => []);
  const random = createRandom(seed);
  const spread = (perSecond: number, act: () => void): void => {
    const phase = Math.floor(random() * slotsPerSecond);
    for (let nth = 0; nth < perSecond; nth++)
      slots[(phase + Math.floor((nth * slotsPerSecond) / perSecond)) % slotsPerSecond]?.push(act);
  };
  for (const member of crowd.members) {
    spread(keystrokes, member.type);
    spread(moves, member.move);
  }
  return slots;
}

/** Works off the slots as their time comes; answers how to stop. */
function run(slots: readonly (() => void)[][], late: (ms: number) => void): () => void {
  const began = performance.now();
  let next = 0;
  let timer: ReturnType<typeof setTimeout>;
  const tick = (): void => {
    const now = performance.now() - began;
    for (; next <= now; next++) {
      const acts = slots[next % slots.length] ?? [];
      for (const act of acts) act();
      if (acts.length > 0) late(performance.now() - began - next);
    }
    timer = setTimeout(tick, 1);
  };
  tick();
  return () => clearTimeout(timer);
}

/** Until everything sent has arrived everywhere. */
async function drained({ edits, moves }: Crowd, mostMs: number): Promise<void> {
  const end = performance.now() + mostMs;
  while (performance.now() < end && (edits.missing() > 0 || moves.missing() > 0)) await sleep(5);
}

function readAll({ processes }: Play): Record<string, number> {
  const own = process.cpuUsage();
  const cpu: Record<string, number> = { generator: (own.user + own.system) / 1e6 };
  for (const { name, pid, tree } of processes) cpu[name] = readCpuSeconds(pid, tree);
  return cpu;
}
