/** Loads the demo network by telling its stories through the commands that people use, in the order of time. */
import { sql } from 'drizzle-orm';
import type { World } from '../command.ts';
import { withdrawLetters } from '../outbox/postman.ts';
import { raiseDropOutSignals } from '../records/contacts/drop-out.ts';
import { askForStayReviews } from '../records/placements/review-tasks.ts';
import { escalateWaitingReferrals } from '../records/referrals/escalation.ts';
import type { AddressBox } from '../records/secret-addresses/box.ts';
import { escalateOverdueTasks } from '../records/tasks/escalation.ts';
import { createPostgresLog } from '../sync/postgres-log.ts';
import { makeCast } from './cast.ts';
import { readNetworkFiles } from './network-files.ts';
import { createStory, type Story } from './story.ts';
import { stepsOfCalendar } from './story-calendar.ts';
import { makeProgrammes, stepsOfCharge } from './story-charge.ts';
import { stepsOfConferences } from './story-conferences.ts';
import { storyCalendar } from './story-dates.ts';
import { stepsOfMap, writeDocuments } from './story-documents.ts';
import { stepsOfDesks, stepsOfReports } from './story-door.ts';
import { stepsOfGrants } from './story-grants.ts';
import { stepsOfMediation, tellRoster } from './story-mediation.ts';
import { stepsOfPacts } from './story-pacts.ts';
import { stepsOfPeople } from './story-people.ts';
import { openStructures, stepsOfShelter } from './story-shelter.ts';
import { stepsOfTerritory } from './story-territory.ts';
import { stepsOfWork } from './story-work.ts';
import { readTerritory } from './territory-files.ts';

/** Households that are only a report so far wait at the door. */
const isTakenIn = ({ status }: { status: string }): boolean => status !== 'reported';

/** Bodies and accounts are older than every story. */
const yearsBefore = 4;

/**
 * Fills an empty database. What is dated lies as far in the past as the files say, counted from the world's now.
 * Throws at the first step that a command refuses: then the files or the loader are wrong. Without
 * `addresses` no secret address is stored.
 */
export async function loadNetwork(world: World, addresses: AddressBox | null = null): Promise<void> {
  const now = world.now();
  const files = await readNetworkFiles();
  const calendar = storyCalendar(now);
  const long = new Date(now);
  long.setFullYear(now.getFullYear() - yearsBefore);
  const before: World = { ...world, now: () => long };
  const cast = await makeCast(before, files);
  await makeProgrammes(before, files, cast, calendar);
  const fillStructures = await openStructures(before, cast, files.extras.structures, addresses);
  const stories = files.households.filter(isTakenIn).map((file) => createStory(file, cast, calendar));

  const steps = [
    ...stepsOfReports(stories, files, cast, calendar),
    ...stepsOfDesks(files, cast, calendar),
    ...stories.flatMap((story) => [
      ...stepsOf(story, files.documents.get(story.file.key)),
      ...stepsOfCharge(story, files),
      ...stepsOfShelter(story, addresses),
      ...stepsOfMap(story, files.documents.get(story.file.key)),
    ]),
    ...stepsOfTerritory(await readTerritory(), files, cast, calendar),
  ];
  steps.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const step of steps) await step.run(world);
  await fillStructures(world);

  const log = createPostgresLog(world.db);
  for (const story of stories) await writeDocuments(world, log, story, files.documents.get(story.file.key));
  await goOnCounting(world, stories);
  await tellRoster(world, cast, files.extras.mediatorRoster);
  await escalateOverdueTasks(world);
  await escalateWaitingReferrals(world);
  await raiseDropOutSignals(world);
  await askForStayReviews(world);
  await withdrawLetters(world);
}

/** Sorting is stable: what happened at one moment stays in this order. */
const stepsOf = (story: Story, documents: Parameters<typeof stepsOfWork>[1]) => [
  ...stepsOfPeople(story),
  ...stepsOfWork(story, documents),
  ...stepsOfConferences(story, documents),
  ...stepsOfPacts(story, documents),
  ...stepsOfGrants(story),
  ...stepsOfCalendar(story),
  ...stepsOfMediation(story),
];

/** The files give codes; the next household goes on after the highest. */
async function goOnCounting(world: World, stories: readonly Story[]): Promise<void> {
  const highest = Math.max(...stories.map(({ file }) => Number(file.code.replace(/\D/g, ''))));
  await world.db.orm.execute(sql`select setval('household_code', ${highest})`);
}
