/** B1: exactly one tutor at any time, with history. */
import { expect, test } from 'vitest';
import { isExclusionViolation, isUniqueViolation } from '../../../server/db/connect.ts';
import { readHousehold } from '../../../server/records/households/page.ts';
import { changeTutor } from '../../../server/records/tutor/commands.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeHousehold, makeService, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const reason = 'Cambio di quartiere.';

test('B1: refused: whoever is neither tutor nor regia passes the family on', async () => {
  const household = await makeHousehold(world);
  const other = await makeWorker(world, 'tutor');
  const refused = await act(world, other, (context) =>
    changeTutor(context, {
      householdId: household.id,
      personId: other.personId,
      reason,
      replacing: household.tutor.personId,
    }),
  );
  expect(refused).toEqual({ ok: false, code: 'not-available' });
});

test('B1: refused: a tutor without an account as a tutor', async () => {
  const household = await makeHousehold(world);
  const { worker } = await makeService(world);
  const refused = await act(world, household.tutor, (context) =>
    changeTutor(context, {
      householdId: household.id,
      personId: worker.personId,
      reason,
      replacing: household.tutor.personId,
    }),
  );
  expect(refused).toMatchObject({ code: 'invalid', fields: [{ path: 'personId', code: 'not-a-tutor' }] });
});

test('B1: refused: a page that shows an earlier tutor, which is told that it changed meanwhile', async () => {
  const household = await makeHousehold(world);
  const [next, stranger] = [await makeWorker(world, 'tutor'), await makeWorker(world, 'tutor')];
  const refused = await act(world, household.tutor, (context) =>
    changeTutor(context, {
      householdId: household.id,
      personId: next.personId,
      reason,
      replacing: stranger.personId,
    }),
  );
  expect(refused).toEqual({ ok: false, code: 'changed-meanwhile' });
});

test('B1: one tenure closes as the next opens, the team follows, and the tutor before sees nothing more', async () => {
  const household = await makeHousehold(world);
  const next = await makeWorker(world, 'tutor');
  await must(
    act(world, household.tutor, (context) =>
      changeTutor(context, {
        householdId: household.id,
        personId: next.personId,
        reason,
        replacing: household.tutor.personId,
      }),
    ),
  );
  const page = await must(readHousehold(db.orm, next, household.id));
  expect(page.tutor?.id).toBe(next.personId);
  expect(page.tutorHistory.map(({ person, to }) => [person.id, to !== null])).toEqual([
    [next.personId, false],
    [household.tutor.personId, true],
  ]);
  expect(page.tutorHistory[1]?.to).toBe(page.tutorHistory[0]?.from);
  expect(page.careTeam.filter(({ to }) => to === null).map(({ person, role }) => [person.id, role])).toEqual([
    [next.personId, 'tutor'],
  ]);
  expect(await readHousehold(db.orm, household.tutor, household.id)).toEqual({
    ok: false,
    code: 'not-available',
  });
});

test('B1: of twenty who replace the same tutor at once one wins and the others are told', async () => {
  const household = await makeHousehold(world);
  const candidates = await Promise.all(Array.from({ length: 20 }, () => makeWorker(world, 'tutor')));
  const outcomes = await Promise.all(
    candidates.map(({ personId }) =>
      act(world, household.tutor, (context) =>
        changeTutor(context, {
          householdId: household.id,
          personId,
          reason,
          replacing: household.tutor.personId,
        }),
      ),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const active = await db.sql`
    select person_id from tutor_tenure where household_id = ${household.id} and until is null`;
  expect(active).toHaveLength(1);
});

test('B1: refused: a second tutor on the same days or as active, by the database itself', async () => {
  const household = await makeHousehold(world);
  const other = await makeWorker(world, 'tutor');
  const insert = (until: string | null) => db.sql`
    insert into tutor_tenure (household_id, person_id, since, until, reason)
    values (${household.id}, ${other.personId}, '2020-01-01', ${until}, 'prova')`;
  const failure = await insert(null).catch((error: unknown) => error);
  expect(isUniqueViolation(failure) || isExclusionViolation(failure)).toBe(true);
  expect(isExclusionViolation(await insert('2099-01-01').catch((error: unknown) => error))).toBe(true);
});
