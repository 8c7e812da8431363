/** B8 and B9: a referral asks a service of its right's catalogue, and closes with an outcome. B7: the board sums it all. */
import { expect, test } from 'vitest';
import { requestReferral, updateReferral } from '../../../server/records/referrals/commands.ts';
import { readReferrals } from '../../../server/records/referrals/queries.ts';
import { readRightsBoard } from '../../../server/records/rights-board/queries.ts';
import { newId, ReferralId } from '../../../shared/ids.ts';
import type { Referral, ReferralDraft } from '../../../shared/records/referrals.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  join,
  makeGoal,
  makeHousehold,
  makeTask,
  makeWorker,
  taskFor,
} from '../../support/households.ts';
import { makeBody, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const mediator = await makeWorker(world, 'mediator');
await join(world, household, mediator);
const union = await makeBody(world, { kind: 'tenants_union', sector: 'third_sector', public: false });

const draft = (given: Partial<ReferralDraft> = {}): ReferralDraft => ({
  id: newId(ReferralId),
  right: 'home',
  service: 'tenants_union',
  bodyId: union.id,
  memberId: null,
  goalId: null,
  note: 'Contratto da leggere.',
  ...given,
});
const request = (given: ReferralDraft, by = household.tutor) =>
  act(world, by, (context) => requestReferral(context, { householdId: household.id, ...given }));
const update = (referral: Referral, change: Pick<Referral, 'status' | 'outcome'>) =>
  act(world, household.tutor, (context) =>
    updateReferral(context, {
      householdId: household.id,
      referralId: referral.id,
      version: referral.version,
      ...change,
    }),
  );

test('B8: refused: a referral by a mediator, or to a service of another right', async () => {
  expect(await request(draft(), mediator)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await request(draft({ right: 'health' }))).toMatchObject({ fields: [{ code: 'other-right' }] });
  const goal = await makeGoal(world, await makeHousehold(world));
  expect(await request(draft({ goalId: goal.id }))).toMatchObject({ fields: [{ path: 'goalId' }] });
});

test('B8: the same request sent twice is one referral', async () => {
  const given = draft();
  expect(await must(request(given))).toEqual(await must(request(given)));
  const { referrals } = await must(readReferrals(db.orm, mediator, household.id));
  expect(referrals.filter(({ id }) => id === given.id)).toHaveLength(1);
});

test('B9: refused: an end without an outcome; it closes with one, and stays closed', async () => {
  const referral = await must(request(draft()));
  expect(await update(referral, { status: 'accepted', outcome: 'attended' })).toMatchObject({
    fields: [{ code: 'too-early' }],
  });
  expect(await update(referral, { status: 'completed', outcome: null })).toMatchObject({
    fields: [{ code: 'required' }],
  });
  const done = await must(update(referral, { status: 'completed', outcome: 'attended' }));
  expect(await update(referral, { status: 'failed', outcome: 'no_show' })).toEqual({
    ok: false,
    code: 'changed-meanwhile',
  });
  expect(await update(done, { status: 'in_progress', outcome: null })).toEqual({
    ok: false,
    code: 'wrong-state',
  });
});

test('B7: refused: the board, to strangers; it sums goals, tasks and referrals under their right; a task counts through its goal', async () => {
  const family = await makeHousehold(world);
  const stranger = await makeWorker(world, 'social');
  expect(await readRightsBoard(db.orm, stranger, family.id, world.now())).toMatchObject({
    code: 'not-available',
  });
  const goal = await makeGoal(world, family, { right: 'work' });
  await makeTask(world, family, taskFor(family.tutor, { goalId: goal.id }));
  await makeTask(world, family, taskFor(family.tutor));
  const { rights } = await must(readRightsBoard(db.orm, family.tutor, family.id, world.now()));
  expect(rights).toHaveLength(7);
  expect(rights.find(({ right }) => right === 'work')).toMatchObject({
    state: 'open',
    openGoals: 1,
    openTasks: 1,
    inPlan: false,
  });
  expect(rights.filter(({ state }) => state === 'none')).toHaveLength(6);
});
