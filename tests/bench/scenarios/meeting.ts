/**
 * Meeting: 200 people in one document, nobody types, everybody moves their cursor five times a second. Figures: the CPU
 * of the server and its database as a share of one core, and how long a move takes to be seen (itself or a newer one of
 * the same person, by each of the 199 others).
 */
import { startLoad } from '../load/load.ts';
import { serverCpu } from '../load/played.ts';
import { describePlayed } from '../report.ts';
import { type Scenario, takeClientIds } from './scenario.ts';

const people = 200;

export const meeting: Scenario = {
  title: () => `meeting of ${people}, 5 moves a second each`,
  async run(server, { quick, seconds, warmupSeconds, round, say }) {
    const roomSize = quick ? 20 : people;
    const seats = await server.makeRooms(1, roomSize);
    const load = startLoad();
    try {
      const plan = { port: server.port(), roomSize, seats, seed: 1 + round, writes: true, returns: false };
      await load.join({ ...plan, firstClientId: takeClientIds(seats.length) });
      await server.ask();
      const played = await load.play({
        keystrokes: 0,
        moves: 5,
        warmupMs: warmupSeconds * 1000,
        windowMs: seconds * 1000,
        drainMs: 5000,
        processes: server.processes(),
      });
      say(describePlayed({ played, vitals: await server.ask(), countersBefore: undefined }));
      const share = (serverCpu(played) / played.windowSeconds) * 100;
      const { latency } = played.moves;
      const ms = { unit: 'ms', better: 'less', digits: 1 } as const;
      return {
        figures: [
          { name: 'server', unit: '% of a core', better: 'less', digits: 0, value: share },
          { ...ms, name: 'move p50', value: latency.p50 },
          { ...ms, name: 'move p99', value: latency.p99 },
        ],
        details: played,
      };
    } finally {
      load.close();
    }
  },
};
