/**
 * Storm: 500 people in 50 documents, each with what all ten of them wrote, lose their connection at the same moment and
 * come back at once, each with a replica that lacks nothing. Measured from the first connect to the last step 2; the
 * server's process goes on, as after a failed network. Figure: the median of three storms.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startLoad } from '../load/load.ts';
import { median, type Scenario, takeClientIds } from './scenario.ts';

export const storm: Scenario = {
  title: () => 'storm, 500 people back at once',
  async run(server, { quick, round, say }) {
    const [rooms, roomSize] = quick ? [5, 4] : [50, 10];
    const seats = await server.makeRooms(rooms, roomSize);
    const plan = { port: server.port(), roomSize, seats, seed: 1 + round };
    const authors = startLoad();
    const load = startLoad();
    try {
      await authors.join({
        ...plan,
        writes: true,
        returns: false,
        firstClientId: takeClientIds(seats.length),
      });
      await load.join({ ...plan, writes: false, returns: true, firstClientId: takeClientIds(seats.length) });
      await authors.leave();
      const storms: number[] = [];
      for (let time = 0; time < 3; time++) {
        await sleep(1_000);
        const { ms } = await load.storm();
        storms.push(ms);
      }
      say(`  ${storms.map((ms) => ms.toFixed(0)).join(' · ')} ms`);
      const all = { name: 'until all are in sync', unit: 'ms', better: 'less', digits: 0 } as const;
      return { figures: [{ ...all, value: median(storms) }], details: storms };
    } finally {
      authors.close();
      load.close();
    }
  },
};
