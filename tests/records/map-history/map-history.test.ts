/** B10: the map on other days. B11: a tie's review date makes one task. */
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { type Pen, takePen } from '../../../server/demo/pen.ts';
import { changeStatus } from '../../../server/records/households/commands.ts';
import { documentOfKind } from '../../../server/records/households/documents.ts';
import { takeSnapshot } from '../../../server/records/map-history/commands.ts';
import { readMapOn, readSnapshots } from '../../../server/records/map-history/queries.ts';
import { askForTieReviews } from '../../../server/records/map-history/reviews.ts';
import { readHouseholdTasks } from '../../../server/records/tasks/queries.ts';
import { createPostgresLog } from '../../../server/sync/postgres-log.ts';
import { addDays, type Day, dayOf } from '../../../shared/dates.ts';
import { addNode, addTie, mapTies, removeTie } from '../../../shared/documents/network-map.ts';
import { newId, SnapshotId } from '../../../shared/ids.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  type MadeHousehold,
  makeFamilyAccount,
  makeHousehold,
  makeWorker,
} from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(world.now());
const log = createPostgresLog(db);

async function mapOf(household: MadeHousehold) {
  return (
    (await documentOfKind(db.orm, household.id, 'network-map')) ?? expect.fail('every household has a map')
  );
}
async function draw(household: MadeHousehold, change: (doc: Y.Doc) => void): Promise<void> {
  const pen: Pen = await takePen(log, await mapOf(household));
  pen.write(household.tutor.personId, change);
  await pen.commit();
}
const neighbour = (household: MadeHousehold, key: string, review?: Day) => (doc: Y.Doc) => {
  addNode(doc, key, { label: `Vicina ${key}`, kind: 'person', ring: 'informal', x: 100, y: 0 });
  addTie(doc, `tie-${key}`, {
    source: household.motherId,
    target: key,
    strength: 'strong',
    energy: 'mutual',
    network: 'primary',
    supports: [],
    ...(review && { review }),
  });
};
const keep = (household: MadeHousehold, label: string, by = household.tutor, id = newId(SnapshotId)) =>
  act(world, by, (context) => takeSnapshot(context, { householdId: household.id, id, label }));
const mapOn = (household: MadeHousehold, on: Day) =>
  must(readMapOn(db.orm, household.tutor, household.id, { on }, world.now()));
/** Moves rows of the log into the past, as if they had been written then. */
const writtenOn = async (household: MadeHousehold, seq: number, day: Day) =>
  db.sql`update document_update set committed_at = ${`${day}T12:00:00Z`}
    where document_id = ${await mapOf(household)} and seq = ${seq}`;
const reviewTasks = async (household: MadeHousehold) =>
  (await must(readHouseholdTasks(db.orm, household.tutor, household.id, world.now()))).tasks.filter(
    ({ source }) => source.kind === 'tie-review',
  );

test('B10: refused: the family and a stranger keep no map and see none of another day', async () => {
  const household = await makeHousehold(world);
  const [mother, stranger] = [await makeFamilyAccount(world, household), await makeWorker(world, 'tutor')];
  expect(await keep(household, 'Inizio', mother)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await keep(household, 'Inizio', stranger)).toMatchObject({ code: 'not-available' });
  expect(await readSnapshots(db.orm, mother, household.id)).toMatchObject({ code: 'not-available' });
  expect(await readMapOn(db.orm, stranger, household.id, {}, world.now())).toMatchObject({
    code: 'not-available',
  });
});

test('B10: a snapshot keeps what is committed at that moment, once, whatever is drawn later', async () => {
  const household = await makeHousehold(world);
  await draw(household, neighbour(household, 'a'));
  const id = newId(SnapshotId);
  const [first, again] = [
    await must(keep(household, 'Inizio', household.tutor, id)),
    await keep(household, 'Altro', household.tutor, id),
  ];
  expect(again).toEqual({ ok: true, value: first });
  await draw(household, neighbour(household, 'b'));
  const { snapshots } = await must(readSnapshots(db.orm, household.tutor, household.id));
  expect(snapshots).toMatchObject([{ id, label: 'Inizio', on: today }]);
  const kept = await must(readMapOn(db.orm, household.tutor, household.id, { snapshot: id }, world.now()));
  expect(Object.keys(kept.picture.ties)).toEqual(['tie-a']);
  const now = await mapOn(household, today);
  expect(Object.keys(now.picture.ties).sort()).toEqual(['tie-a', 'tie-b']);
  const other = await makeHousehold(world);
  expect(await readMapOn(db.orm, other.tutor, other.id, { snapshot: id }, world.now())).toMatchObject({
    code: 'not-available',
  });
});

test('B10: any day within the log is told exactly; where rows are gone, the newest snapshot before stands in', async () => {
  const household = await makeHousehold(world);
  await draw(household, neighbour(household, 'a'));
  await draw(household, neighbour(household, 'b'));
  const documentId = await mapOf(household);
  await db.sql`update document set created_at = ${`${addDays(today, -20)}T10:00:00Z`} where id = ${documentId}`;
  await writtenOn(household, 1, addDays(today, -20));
  await writtenOn(household, 2, addDays(today, -10));
  const tiesOn = async (day: Day) => {
    const { source, picture } = await mapOn(household, day);
    return [source, Object.keys(picture.ties).sort()];
  };
  expect(await tiesOn(addDays(today, -21))).toEqual(['unknown', []]);
  expect(await tiesOn(addDays(today, -11))).toEqual(['exact', []]);
  expect(await tiesOn(addDays(today, -10))).toEqual(['exact', ['tie-a']]);
  await must(keep(household, 'Due vicine'));
  await log.compact(documentId);
  await db.sql`update map_snapshot set taken_on = ${addDays(today, -9)} where household_id = ${household.id}`;
  await db.sql`delete from document_update where document_id = ${documentId} and seq < 3`;
  expect(await tiesOn(addDays(today, -10))).toEqual(['unknown', []]);
  expect(await tiesOn(addDays(today, -5))).toEqual(['exact', ['tie-a', 'tie-b']]);
  await draw(household, (doc) => mapTies(doc).get('tie-a')?.set('strength', 'broken'));
  await draw(household, (doc) => removeTie(doc, 'tie-b'));
  await db.sql`delete from document_update where document_id = ${documentId} and seq = 4`;
  expect(await tiesOn(addDays(today, -5))).toEqual(['snapshot', ['tie-a', 'tie-b']]);
});

test('B10: a map that is rebuilt to erase something takes its snapshots with it', async () => {
  const household = await makeHousehold(world);
  await draw(household, neighbour(household, 'a'));
  await must(keep(household, 'Prima'));
  await log.rebuild(await mapOf(household), (doc) => removeTie(doc, 'tie-a'));
  expect((await must(readSnapshots(db.orm, household.tutor, household.id))).snapshots).toEqual([]);
});

test('B11: refused: no task for a review that is to come, a closed household, or a tie that is gone', async () => {
  const [waiting, closed, gone] = [
    await makeHousehold(world),
    await makeHousehold(world),
    await makeHousehold(world),
  ];
  await draw(waiting, neighbour(waiting, 'a', addDays(today, 1)));
  for (const household of [closed, gone]) await draw(household, neighbour(household, 'a', today));
  await must(
    act(world, closed.tutor, (context) =>
      changeStatus(context, { householdId: closed.id, status: 'closed', reason: 'Si è trasferita.' }),
    ),
  );
  await draw(gone, (doc) => removeTie(doc, 'tie-a'));
  await askForTieReviews(world);
  for (const household of [waiting, closed, gone]) expect(await reviewTasks(household)).toEqual([]);
});

test('B11: a review whose day has come makes one task for the tutor, by nobody, however often and by how many it is asked', async () => {
  const household = await makeHousehold(world);
  await draw(household, neighbour(household, 'a', addDays(today, -1)));
  await Promise.all([1, 2, 3].map(() => askForTieReviews(world)));
  await askForTieReviews(world);
  const tasks = await reviewTasks(household);
  expect(tasks).toMatchObject([
    {
      title: 'Rivedere il legame con Vicina a',
      due: today,
      owner: { id: household.tutor.personId },
      source: { tie: 'tie-a' },
    },
  ]);
  const [assigned] = await db.sql`
    select actor_id from activity where event ->> 'kind' = 'task.assigned' and event ->> 'taskId' = ${tasks[0]?.id ?? ''}`;
  expect(assigned).toMatchObject({ actor_id: null });
  await db.sql`update task set status = 'done' where household_id = ${household.id}`;
  await askForTieReviews(world);
  expect(await reviewTasks(household)).toHaveLength(1);
  await draw(household, (doc) => mapTies(doc).get('tie-a')?.set('review', today));
  await askForTieReviews(world);
  expect(await reviewTasks(household)).toHaveLength(2);
});
