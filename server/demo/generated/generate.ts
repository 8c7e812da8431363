/**
 * A network of any size for trying things out under load, the same every time. Rows are written in bulk and not through
 * the commands, which would take hours for large ones; every constraint of the tables holds them, and a test compares
 * what the rules say of the result.
 */

import { ActivityEvent } from '../../../shared/activity.ts';
import type { World } from '../../command.ts';
import { makeCast } from '../cast.ts';
import { readNetworkFiles } from '../network-files.ts';
import type { Network } from '../open-network.ts';
import { makeProgrammes } from '../story-charge.ts';
import { storyCalendar } from '../story-dates.ts';
import { openStructures } from '../story-shelter.ts';
import { addHousehold } from './household.ts';
import { addNeighbourhood } from './neighbourhood.ts';
import { createRandom } from './random.ts';
import { createRows } from './rows.ts';
import { addWorkers } from './workers.ts';

/** Any will do, so long as it stays. */
const seed = 20_260_101;

/** Households written in one transaction. */
const batchSize = 100;

/** The network of that many households. */
export const generatedNetwork = (households: number, say: (line: string) => void): Network => ({
  name: `generated-${households}`,
  load: (world) => generate(world, households, say),
});

async function generate(world: World, households: number, say: (line: string) => void): Promise<void> {
  const { sql } = world.db;
  const now = world.now();
  const files = await readNetworkFiles();
  const cast = await makeCast(world, files);
  const random = createRandom(seed);
  const people = createRows();
  const workers = addWorkers(people, random, { cast, files, households, at: now });
  await sql.begin((tx) => people.write(tx));
  await makeProgrammes(world, files, cast, storyCalendar(now));
  const programmes = files.extras.programmes.map(({ key }) => cast.programme(key));
  await openStructures(world, cast, files.extras.structures, null);
  const open = files.extras.structures.filter(({ secretAddress }) => !secretAddress);
  const room = new Map(open.map(({ body, capacity }) => [cast.body(body), capacity]));
  const desks = files.bodies.filter(({ sector }) => sector === 'desk').map(({ key }) => cast.body(key));
  const bodies = files.bodies
    .filter(({ sector }) => sector !== 'protection')
    .map(({ key }) => cast.body(key));

  for (let first = 1; first <= households; first += batchSize) {
    const rows = createRows();
    const last = Math.min(first + batchSize - 1, households);
    const events = [];
    for (let index = first; index <= last; index += 1) {
      events.push(...addHousehold(rows, random, { index, now, workers, bodies, programmes, room }));
      const callCentre = random.pick(workers.callCentre);
      const deskWorker = random.pick(workers.deskWorkers);
      addNeighbourhood(rows, random, { index, now, desks, callCentre, deskWorker });
    }
    events.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const { row } of events)
      rows.add('activity_draft', { ...row, event: ActivityEvent.parse(row.event) });
    await sql.begin((tx) => rows.write(tx));
    say(`${last} of ${households} households`);
  }
  await sql`select setval('household_code', ${households})`;
  await sql`analyze`;
}
