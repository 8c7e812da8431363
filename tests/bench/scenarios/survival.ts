/**
 * Survival: the conference again, and some seconds into it (6 to 12, by the round's seed) the server's process is killed
 * with SIGKILL; its database, where it has one, goes on. Then the server is started again and every document opened: of
 * all keystrokes that somebody else had received, how many are still there?
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startLoad } from '../load/load.ts';
import { createRandom } from '../load/random.ts';
import { type Scenario, takeClientIds } from './scenario.ts';

const roomSize = 8;

export const survival: Scenario = {
  title: ({ rooms }) => `survival, kill -9 with ${rooms} busy rooms`,
  async run(server, { rooms, quick, round, say }) {
    const seats = await server.makeRooms(rooms, roomSize);
    const load = startLoad();
    try {
      const plan = { port: server.port(), roomSize, seats, seed: 1 + round, writes: true, returns: false };
      await load.join({ ...plan, firstClientId: takeClientIds(seats.length) });
      const killAfterMs = quick ? 1_500 : 6_000 + createRandom(1 + round)() * 6_000;
      let killed: Promise<void> = Promise.resolve();
      await load.play(
        { keystrokes: 4, moves: 5, warmupMs: 0, windowMs: killAfterMs + 500, drainMs: 0, processes: [] },
        {
          began: () => {
            killed = sleep(killAfterMs).then(() => server.kill());
          },
        },
      );
      await killed;
      await server.start();
      const { seen, kept } = await load.recall(server.port());
      say(
        `  killed after ${(killAfterMs / 1000).toFixed(1)} s: ${kept} of ${seen} seen keystrokes are still there`,
      );
      const share = { name: 'seen keystrokes kept', unit: '%', better: 'more', digits: 1 } as const;
      return { figures: [{ ...share, value: (kept / seen) * 100 }], details: { seen, kept, killAfterMs } };
    } finally {
      load.close();
    }
  },
};
