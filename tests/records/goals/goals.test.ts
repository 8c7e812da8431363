/** B5, B6 and A12: goals are proposed, framed and tagged, decided by those who may, and rated. */
import { expect, test } from 'vitest';
import { changeGoal, decideGoal, proposeGoal, rateGoal } from '../../../server/records/goals/commands.ts';
import { readGoals } from '../../../server/records/goals/queries.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { MemberId, newId } from '../../../shared/ids.ts';
import {
  type Goal,
  GoalMode,
  GoalObjective,
  type GoalStatus,
  goalEndpoints,
} from '../../../shared/records/goals.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  join,
  makeFamilyAccount,
  makeGoal,
  makeHousehold,
  makeWorker,
} from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const [social, mediator, family] = [
  await makeWorker(world, 'social'),
  await makeWorker(world, 'mediator'),
  await makeFamilyAccount(world, household),
];
await join(world, household, social);
await join(world, household, mediator);

const draftOf = ({ id, title, right }: Goal) => ({
  id,
  title,
  right,
  dimension: null,
  aim: null,
  objective: null,
  mode: null,
  beneficiaryId: null,
  baseline: '',
  expectedResult: '',
  measure: '',
  responsibleId: null,
  due: null,
});

const decide = (goal: Goal, status: GoalStatus, by = household.tutor) =>
  act(world, by, (context) =>
    decideGoal(context, { householdId: household.id, goalId: goal.id, status, version: goal.version }),
  );

test('B5: refused: a goal by a mediator; and the family doesn’t read them', async () => {
  const goal = await makeGoal(world, household);
  const again = { householdId: household.id, ...draftOf(goal) };
  expect(await act(world, mediator, (context) => proposeGoal(context, again))).toMatchObject({
    code: 'not-yours-to-do',
  });
  expect(await readGoals(db.orm, family, household.id)).toEqual({ ok: false, code: 'not-available' });
  expect((await must(readGoals(db.orm, mediator, household.id))).goals).toContainEqual(goal);
});

test('B5: a goal begins as proposed, and the same id again answers the same goal', async () => {
  const goal = await makeGoal(world, household);
  expect(goal).toMatchObject({ status: 'proposed', inText: true, version: 1 });
  const again = { householdId: household.id, ...draftOf(goal) };
  expect(await must(act(world, social, (context) => proposeGoal(context, again)))).toEqual(goal);
});

test('B5: refused: somebody outside the team as responsible; whoever is in it may be, for a member of the household', async () => {
  const stranger = await makeWorker(world, 'social');
  const goal = await makeGoal(world, household);
  const of = { householdId: household.id, goalId: goal.id };
  const change = (given: object) =>
    act(world, social, (context) => changeGoal(context, of, { ...given, version: goal.version }));
  expect(await change({ responsibleId: stranger.personId })).toMatchObject({
    fields: [{ code: 'not-in-team' }],
  });
  expect(await change({ beneficiaryId: newId(MemberId) })).toMatchObject({ fields: [{ code: 'unknown' }] });
  const changed = await must(change({ responsibleId: social.personId, beneficiaryId: household.motherId }));
  expect(changed).toMatchObject({ responsible: { id: social.personId }, version: 2 });
  expect(await change({ measure: 'Contratto firmato' })).toEqual({ ok: false, code: 'changed-meanwhile' });
});

test('B6: refused: a decision by whoever else is in the team; tutor, regia or who is responsible decide, state by state', async () => {
  const goal = await makeGoal(world, household);
  expect(await decide(goal, 'agreed', social)).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await decide(goal, 'achieved')).toEqual({ ok: false, code: 'wrong-state' });
  const own = await makeGoal(world, household, { responsibleId: social.personId });
  const agreed = await must(decide(own, 'agreed', social));
  expect(await decide(own, 'active', social)).toEqual({ ok: false, code: 'changed-meanwhile' });
  const active = await must(decide(agreed, 'active', social));
  expect((await must(decide(active, 'achieved'))).status).toBe('achieved');
});

test('B6: refused: a rating of a day to come, or of a closed goal', async () => {
  const goal = await makeGoal(world, household);
  const today = dayOf(world.now());
  const rate = (on: typeof today) =>
    act(world, social, (context) =>
      rateGoal(context, {
        householdId: household.id,
        goalId: goal.id,
        on,
        rating: 3,
        note: 'Contratto letto.',
      }),
    );
  expect(await rate(addDays(today, 1))).toMatchObject({ fields: [{ code: 'future' }] });
  const rated = await must(rate(today));
  expect(rated.progress).toEqual([{ on: today, rating: 3, note: 'Contratto letto.' }]);
  await must(decide(rated, 'dropped'));
  expect(await rate(today)).toEqual({ ok: false, code: 'wrong-state' });
});

test('B5: refused: a due day that is past, proposed or changed; one that has passed meanwhile stays', async () => {
  const today = dayOf(world.now());
  const goal = await makeGoal(world, household, { due: addDays(today, 3) });
  const past = { householdId: household.id, ...draftOf(goal), due: addDays(today, -1) };
  expect(await act(world, social, (context) => proposeGoal(context, past))).toMatchObject({
    fields: [{ path: 'due', code: 'past' }],
  });
  const of = { householdId: household.id, goalId: goal.id };
  const later = { ...world, now: () => new Date(Date.now() + 10 * 86_400_000) };
  expect(
    await act(later, social, (context) =>
      changeGoal(context, of, { due: addDays(today, 5), version: goal.version }),
    ),
  ).toMatchObject({ fields: [{ code: 'past' }] });
  const kept = await must(
    act(later, social, (context) =>
      changeGoal(context, of, {
        due: addDays(today, 3),
        measure: 'Contratto firmato',
        version: goal.version,
      }),
    ),
  );
  expect(kept).toMatchObject({ due: addDays(today, 3), measure: 'Contratto firmato' });
});

test('B6: the ratings stay, one below the other, by their day', async () => {
  const goal = await makeGoal(world, household);
  const today = dayOf(world.now());
  for (const [days, rating] of [
    [0, 4],
    [-30, 2],
  ] as const) {
    const rated = { householdId: household.id, goalId: goal.id, on: addDays(today, days), rating, note: '' };
    await must(act(world, social, (context) => rateGoal(context, rated)));
  }
  const { goals } = await must(readGoals(db.orm, mediator, household.id));
  expect(goals.find(({ id }) => id === goal.id)?.progress.map(({ rating }) => rating)).toEqual([2, 4]);
});

test('A12: refused: an objective or a mode outside the five and the three', () => {
  const { change } = goalEndpoints;
  expect(change.body.safeParse({ objective: 'employment', version: 1 }).success).toBe(false);
  expect(change.body.safeParse({ mode: 'cure', version: 1 }).success).toBe(false);
});

test('A12: a goal is tagged by one of five objectives, and as prevention, protection or care', async () => {
  for (const objective of GoalObjective.options) {
    for (const mode of GoalMode.options) {
      expect(await makeGoal(world, household, { objective, mode })).toMatchObject({ objective, mode });
    }
  }
});
