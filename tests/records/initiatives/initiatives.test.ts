/** A8: initiatives on parenting and maternity with attendance as counts. A11: what the funder counts of them. */
import { expect, test } from 'vitest';
import {
  addInitiativeSession,
  cancelSession,
  planInitiative,
  recordAttendance,
} from '../../../server/records/initiatives/commands.ts';
import { countInitiatives, readInitiatives } from '../../../server/records/initiatives/queries.ts';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { newId, ProgrammeId } from '../../../shared/ids.ts';
import type { Attendance, Initiative } from '../../../shared/records/initiatives.ts';
import { makeProgramme } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';
import {
  initiativeOf,
  makeCasa,
  makeConcealed,
  makeInitiative,
  makeSpace,
  sessionIn,
  spaceOf,
} from '../../support/territory.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(new Date());
const casa = await makeCasa(world);
const coordinator = await makeWorker(world, 'coordinator');
const elsewhere = await makeWorker(world, 'tutor');
const counts: Attendance = { women: 11, children: 12, partners: 0, newcomers: 2 };

function sessionOf({ sessions }: Initiative, index = 0) {
  const session = sessions[index];
  assert(session, 'the initiative has that session');
  return session;
}
const attend = (
  initiative: Initiative,
  given: Partial<Attendance> & { version?: number } = {},
  by = casa.desk,
) =>
  act(world, by, (context) =>
    recordAttendance(context, {
      ...counts,
      initiativeId: initiative.id,
      sessionId: sessionOf(initiative).id,
      version: 1,
      ...given,
    }),
  );
const cancel = (initiative: Initiative, version = 1, by: Actor = casa.desk) =>
  act(world, by, (context) =>
    cancelSession(context, {
      initiativeId: initiative.id,
      sessionId: sessionOf(initiative).id,
      reason: 'neve',
      version,
    }),
  );

test('A8: refused: nobody has come to what has not begun, nor more for the first time than came', async () => {
  const ahead = await makeInitiative(
    world,
    casa.desk,
    initiativeOf(casa.body.id, { sessions: [sessionIn(1)] }),
  );
  expect(await attend(ahead)).toMatchObject({ fields: [{ code: 'in-future' }] });
  const past = await makeInitiative(world, casa.desk, initiativeOf(casa.body.id));
  expect(await attend(past, { newcomers: 24 })).toMatchObject({
    fields: [{ path: 'newcomers', code: 'more-than-all' }],
  });
  expect(await attend(past, {}, elsewhere)).toMatchObject({ code: 'not-yours-to-do' });
});

test('A11: refused: what is not counted is not held, by the database itself', async () => {
  const { id } = sessionOf(await makeInitiative(world, casa.desk, initiativeOf(casa.body.id)));
  await expect(
    db.sql`update initiative_session set status = 'held', women = -1, children = 1, partners = 0, newcomers = 0,
      recorded_by = ${casa.desk.personId}, recorded_at = now() where id = ${id}`,
  ).rejects.toThrow(/initiative_session_women/);
  await expect(db.sql`update initiative_session set status = 'held' where id = ${id}`).rejects.toThrow(
    /held_is_counted/,
  );
});

test('A8: of two who count the same session at once one is believed, the other corrects', async () => {
  const initiative = await makeInitiative(world, casa.desk, initiativeOf(casa.body.id));
  const both = await Promise.all([attend(initiative), attend(initiative, { women: 9 }, coordinator)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
  const corrected = await must(attend(initiative, { women: 10, version: 2 }));
  expect(sessionOf(corrected)).toMatchObject({ status: 'held', attendance: { women: 10 }, version: 3 });
  const told = await db.sql<{ correction: boolean }[]>`
    select (event ->> 'correction')::boolean as correction from activity
    where event ->> 'sessionId' = ${sessionOf(initiative).id} order by seq`;
  expect(told.map(({ correction }) => correction)).toEqual([false, true]);
});

test('A8: refused: what was held can’t be cancelled, and nobody came to what was cancelled', async () => {
  const held = await makeInitiative(world, casa.desk, initiativeOf(casa.body.id));
  await must(attend(held));
  expect(await cancel(held, 2)).toMatchObject({ code: 'wrong-state' });
  const called = await makeInitiative(world, casa.desk, initiativeOf(casa.body.id));
  expect(sessionOf(await must(cancel(called)))).toMatchObject({ status: 'cancelled', cancelReason: 'neve' });
  expect(await attend(called, { version: 2 })).toMatchObject({ code: 'wrong-state' });
});

test('A8: refused: more places than the space holds, two sessions at one time, a secret body, a family’s name', async () => {
  const space = await makeSpace(world, casa.desk, spaceOf(casa.body.id, { capacity: 8 }));
  const plan = (given: Parameters<typeof initiativeOf>[1], bodyId = casa.body.id) =>
    act(world, coordinator, (context) => planInitiative(context, initiativeOf(bodyId, given)));
  expect(await plan({ spaceId: space.id, capacity: 9 })).toMatchObject({ fields: [{ code: 'above-space' }] });
  expect(await plan({ note: 'Invitare la famiglia Idrissi' })).toMatchObject({
    fields: [{ path: 'note', code: 'case-data' }],
  });
  expect(await plan({}, (await makeConcealed(world)).body.id)).toMatchObject({
    fields: [{ path: 'bodyId', code: 'unknown' }],
  });
  const initiative = await must(plan({ spaceId: space.id, capacity: 8 }));
  expect(initiative.spaceName).toBe('Sala del tè');
  const { startsAt } = sessionOf(initiative);
  const more = (session: ReturnType<typeof sessionIn>) =>
    act(world, casa.desk, (context) =>
      addInitiativeSession(context, { ...session, initiativeId: initiative.id }),
    );
  expect(await more({ ...sessionIn(5), startsAt })).toMatchObject({ fields: [{ code: 'taken' }] });
  const next = sessionIn(24);
  expect((await must(more(next))).sessions).toHaveLength(2);
  expect((await must(more(next))).sessions).toHaveLength(2);
});

test('A11: refused: an initiative of a programme that isn’t there, or doesn’t run on the day of a session', async () => {
  const plan = (programmeId: ProgrammeId, hours: number[]) =>
    act(world, casa.desk, (context) =>
      planInitiative(context, initiativeOf(casa.body.id, { programmeId, sessions: hours.map(sessionIn) })),
    );
  expect(await plan(newId(ProgrammeId), [5])).toMatchObject({
    fields: [{ path: 'programmeId', code: 'unknown' }],
  });
  const { id: programmeId } = await makeProgramme(world, { endsOn: addDays(today, 10) });
  expect(await plan(programmeId, [5, 24 * 12])).toMatchObject({ fields: [{ code: 'outside-programme' }] });
  const { id: initiativeId } = await must(plan(programmeId, [5]));
  expect(
    await act(world, casa.desk, (context) =>
      addInitiativeSession(context, { ...sessionIn(24 * 12), initiativeId }),
    ),
  ).toMatchObject({ fields: [{ code: 'outside-programme' }] });
});

test('A11: sessions held count, between two days and by programme; planned and cancelled ones never', async () => {
  const { id: programmeId } = await makeProgramme(world);
  const of = (hours: number[]) =>
    makeInitiative(
      world,
      casa.desk,
      initiativeOf(casa.body.id, { programmeId, sessions: hours.map(sessionIn) }),
    );
  await must(attend(await of([-50, 400])));
  await must(attend(await of([-3]), { women: 4, children: 0, newcomers: 1 }));
  await must(cancel(await of([-4])));
  const [from, to] = [addDays(today, -30), today];
  expect(await countInitiatives(db.orm, { from, to, programmeId })).toEqual({
    held: 2,
    women: 15,
    children: 12,
    partners: 0,
    newcomers: 3,
  });
  const never = { from: addDays(today, 200), to: addDays(today, 210), programmeId };
  expect(await countInitiatives(db.orm, never)).toMatchObject({ held: 0, women: 0 });
  const { initiatives, writesFor } = await readInitiatives(db.orm, elsewhere, {
    from: today,
    to: addDays(today, 60),
  });
  expect(writesFor).toEqual([]);
  expect(initiatives.every(({ sessions, editable }) => sessions.length > 0 && !editable)).toBe(true);
});
