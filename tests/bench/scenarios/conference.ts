/**
 * Conference: `rooms` documents with eight people each; everybody types four characters a second into a paragraph of
 * their own and moves their cursor five times a second, each at a phase of their own.
 *
 * Propagation is measured from the socket write of the change to its arrival at another one in the room, for every change
 * made in the window and every receiver. A cursor move that a newer one of the same person overtook counts as seen when
 * the newer one arrives. Delivered changes are changes × receivers, overtaken moves included. CPU is user and system time
 * of the server's process and of all its database's processes within the window.
 */
import { startLoad } from '../load/load.ts';
import type { Played } from '../load/plan.ts';
import { arrivedShare, cpuPerMillion } from '../load/played.ts';
import { describePlayed } from '../report.ts';
import type { BenchServer, Vitals } from '../servers/server.ts';
import { type Figure, type Scenario, takeClientIds } from './scenario.ts';

const roomSize = 8;

export type ConferenceSize = {
  readonly rooms: number;
  readonly seconds: number;
  readonly warmupSeconds: number;
  readonly seed: number;
};

export type Conference = {
  readonly played: Played;
  /** The server's own view of the window, and its counters at the window's start. */
  readonly vitals: Vitals;
  readonly countersBefore: unknown;
};

export const conference: Scenario = {
  title: ({ rooms, seconds }) => `conference, ${rooms} rooms of ${roomSize}, ${seconds} s`,
  async run(server, { rooms, seconds, warmupSeconds, round, say }) {
    const result = await holdConference(server, { rooms, seconds, warmupSeconds, seed: 1 + round });
    say(describePlayed(result));
    return { figures: figuresOf(result.played), details: result };
  },
};

export async function holdConference(server: BenchServer, size: ConferenceSize): Promise<Conference> {
  const { rooms, seconds, warmupSeconds, seed } = size;
  const seats = await server.makeRooms(rooms, roomSize);
  const load = startLoad();
  try {
    const plan = { port: server.port(), roomSize, seats, seed, writes: true, returns: false };
    await load.join({ ...plan, firstClientId: takeClientIds(seats.length) });
    let before: Promise<Vitals> | undefined;
    let after: Promise<Vitals> | undefined;
    const played = await load.play(
      {
        keystrokes: 4,
        moves: 5,
        warmupMs: warmupSeconds * 1000,
        windowMs: seconds * 1000,
        drainMs: 3000,
        processes: server.processes(),
      },
      {
        began: () => {
          before = server.ask();
        },
        ended: () => {
          after = before?.then(() => server.ask());
        },
      },
    );
    const [first, vitals] = [await before, await after];
    if (first === undefined || vitals === undefined) throw new Error('the window was never opened');
    return { played, vitals, countersBefore: first.counters };
  } finally {
    load.close();
  }
}

function figuresOf(played: Played): Figure[] {
  const { edits, moves } = played;
  const ms = { unit: 'ms', better: 'less', digits: 1 } as const;
  return [
    { ...ms, name: 'edit p50', value: edits.latency.p50 },
    { ...ms, name: 'edit p95', value: edits.latency.p95 },
    { ...ms, name: 'edit p99', value: edits.latency.p99 },
    { ...ms, name: 'move p50', value: moves.latency.p50 },
    { ...ms, name: 'move p99', value: moves.latency.p99 },
    {
      name: 'CPU-seconds per million delivered',
      unit: 's',
      better: 'less',
      digits: 1,
      value: cpuPerMillion(played),
    },
    { name: 'changes that arrived', unit: '%', better: 'more', digits: 2, value: arrivedShare(played) * 100 },
  ];
}
