/** X1: the floor of a conference: its chair or its minute-taker opens a point, one at a time. */
import { expect, test } from 'vitest';
import {
  cancelConference,
  holdConference,
  scheduleConference,
} from '../../../server/records/conferences/commands.ts';
import { moveFloor } from '../../../server/records/conferences/floor.ts';
import { readConference } from '../../../server/records/conferences/queries.ts';
import type { Actor } from '../../../shared/access.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  conferenceWith,
  giveLead,
  join,
  makeHousehold,
  makeService,
  makeWorker,
} from '../../support/households.ts';
import { freeze } from '../../support/minutes.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const chair = await makeService(world);
const mediator = await makeWorker(world, 'mediator');
await giveLead(world, household, chair);
await join(world, household, mediator);

const of = ({ id }: Pick<Conference, 'id'>) => ({ householdId: household.id, conferenceId: id });
const hold = (conference: Conference) =>
  must(act(world, chair.worker, (context) => holdConference(context, of(conference))));
const planned = () =>
  must(
    act(world, household.tutor, (context) =>
      scheduleConference(context, {
        householdId: household.id,
        ...conferenceWith(household, chair.worker),
      }),
    ),
  );
async function underWay(): Promise<Conference> {
  const conference = await planned();
  await hold(conference);
  return conference;
}
const move = (by: Actor, conference: Conference, pointId: string | null, seen: Conference['floor'] = null) =>
  act(world, by, (context) => moveFloor(context, { ...of(conference), pointId, seen }));
const floorNow = async (conference: Conference) =>
  (await must(readConference(db.orm, mediator, of(conference)))).floor;
const told = async (conference: Conference) =>
  (
    await db.sql<{ point: string | null }[]>`
      select event ->> 'pointId' as point from activity
      where event ->> 'kind' = 'conference.floor-moved' and event ->> 'conferenceId' = ${conference.id} order by seq`
  ).map(({ point }) => point);

test('X1: a stranger isn’t told that there is a conference; somebody of the team who neither chairs nor writes opens no point', async () => {
  const conference = await underWay();
  expect(await move(await makeWorker(world, 'social'), conference, 'a1')).toEqual({
    ok: false,
    code: 'not-available',
  });
  expect(await move(mediator, conference, 'a1')).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await floorNow(conference)).toBeNull();
});

test('X1: a point that isn’t on the agenda is opened by nobody', async () => {
  const conference = await underWay();
  expect(await move(chair.worker, conference, 'a9')).toMatchObject({
    code: 'invalid',
    fields: [{ path: 'pointId', code: 'unknown' }],
  });
});

test('X1: no point is open before it begins, nor opened once it is cancelled or its minutes are frozen', async () => {
  const early = await planned();
  expect(await move(chair.worker, early, 'a1')).toEqual({ ok: false, code: 'wrong-state' });
  await must(
    act(world, household.tutor, (context) =>
      cancelConference(context, { ...of(early), reason: 'Sciopero.' }),
    ),
  );
  expect(await move(chair.worker, early, 'a1')).toEqual({ ok: false, code: 'wrong-state' });
  const over = await underWay();
  await must(
    freeze(world, { of: of(over), chair: chair.worker }, { withoutQuorum: 'Chi mancava ha scritto.' }),
  );
  expect(await move(chair.worker, over, 'a1')).toEqual({ ok: false, code: 'wrong-state' });
});

test('X1: chair and minute-taker open, go on, go back and close; the same asked twice is one move', async () => {
  const conference = await underWay();
  const { floor: first } = await must(move(chair.worker, conference, 'a1'));
  expect(await must(move(chair.worker, conference, 'a1'))).toEqual({ floor: first });
  const { floor: second } = await must(move(household.tutor, conference, 'a2', first));
  expect(await floorNow(conference)).toEqual(second);
  const { floor: back } = await must(move(chair.worker, conference, 'a1', second));
  // Whoever still has the first opening on the screen speaks of another one.
  expect(await move(household.tutor, conference, 'a2', first)).toEqual({
    ok: false,
    code: 'changed-meanwhile',
  });
  expect(await must(move(household.tutor, conference, null, back))).toEqual({ floor: null });
  expect(await told(conference)).toEqual(['a1', 'a2', 'a1', null]);
});

test('X1: of a chair and a minute-taker who move the floor at the same moment one wins, every time', async () => {
  const conference = await underWay();
  let { floor } = await must(move(chair.worker, conference, 'a1'));
  for (let round = 0; round < 10; round++) {
    const other = floor?.pointId === 'a1' ? 'a2' : 'a1';
    const answers = await Promise.all([
      move(chair.worker, conference, other, floor),
      move(household.tutor, conference, null, floor),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'changed-meanwhile' });
    floor = (await floorNow(conference)) ?? (await must(move(chair.worker, conference, 'a1'))).floor;
  }
});
