/**
 * Capacity: how many rooms of a conference a server holds before its edit p99 passes 100 ms (or not everything arrives).
 * Short conferences (2 s of warm-up, 4 s measured): doubled from 20 rooms until one fails, then halved in between to
 * steps of 10. The figure is the most rooms that held.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { arrivedShare } from '../load/played.ts';
import type { BenchServer } from '../servers/server.ts';
import { type Conference, type ConferenceSize, holdConference } from './conference.ts';
import type { Scenario } from './scenario.ts';

const slowestMs = 100;
const stepRooms = 10;
const mostRooms = 640;

export const capacity: Scenario = {
  title: () => `capacity, rooms of 8 with an edit p99 of at most ${slowestMs} ms`,
  async run(server, { quick, round, say }) {
    const tried: { rooms: number; p99: number; generator: number; held: boolean }[] = [];
    const holds = async (rooms: number): Promise<boolean> => {
      const size = { rooms, seconds: quick ? 1 : 4, warmupSeconds: quick ? 0.5 : 2, seed: 1 + round };
      const held = await attempt(server, size);
      const p99 = held?.played.edits.latency.p99 ?? Number.NaN;
      const generator = (held?.played.cpu.generator ?? 0) / (held?.played.windowSeconds ?? 1);
      const isHeld = held !== undefined && p99 <= slowestMs && arrivedShare(held.played) === 1;
      tried.push({ rooms, p99, generator, held: isHeld });
      say(
        `  ${rooms} rooms: edit p99 ${p99.toFixed(1)} ms, generator ${(generator * 100).toFixed(0)} % of a core${isHeld ? '' : ' — too many'}`,
      );
      await calm(server);
      return isHeld;
    };
    const rooms = await mostThatHold(holds, quick ? 20 : mostRooms);
    return {
      figures: [{ name: 'rooms held', unit: '', better: 'more', digits: 0, value: rooms }],
      details: tried,
    };
  },
};

async function mostThatHold(holds: (rooms: number) => Promise<boolean>, most: number): Promise<number> {
  let [good, bad] = [0, 2 * stepRooms];
  while (bad <= most && (await holds(bad))) [good, bad] = [bad, bad * 2];
  if (bad > most) return good;
  while (bad - good > stepRooms) {
    const middle = Math.round((good + bad) / 2 / stepRooms) * stepRooms;
    if (await holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Undefined when it broke down: connections were closed, or people didn't get to know each other in time. */
async function attempt(server: BenchServer, size: ConferenceSize): Promise<Conference | undefined> {
  try {
    const result = await holdConference(server, size);
    return Object.keys(result.played.closed).length === 0 ? result : undefined;
  } catch {
    return undefined;
  }
}

/** Until it has worked off what the last attempt left. */
async function calm(server: BenchServer): Promise<void> {
  for (let look = 0; look < 20; look++) {
    await server.ask();
    await sleep(500);
    if ((await server.ask()).loopBusy < 0.2) return;
  }
}
