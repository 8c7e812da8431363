/** B9: the loop of a referral: states that follow one another, its history, and what happens when nobody answers. */
import { expect, test } from 'vitest';
import { changeStatus } from '../../../server/records/households/commands.ts';
import { recordPregnancy } from '../../../server/records/households/pregnancy.ts';
import {
  changeReferral,
  requestReferral,
  updateReferral,
} from '../../../server/records/referrals/commands.ts';
import { escalateWaitingReferrals } from '../../../server/records/referrals/escalation.ts';
import { readReferrals } from '../../../server/records/referrals/queries.ts';
import { readHouseholdTasks } from '../../../server/records/tasks/queries.ts';
import type { Actor } from '../../../shared/access.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { newId, ReferralId } from '../../../shared/ids.ts';
import type { Referral, ReferralDraft } from '../../../shared/records/referrals.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, join, type MadeHousehold, makeHousehold, makeWorker } from '../../support/households.ts';
import { makeBody, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const social = await makeWorker(world, 'social');
await join(world, household, social);
const union = await makeBody(world, { kind: 'tenants_union', sector: 'third_sector', public: false });
const today = dayOf(world.now());
const later = (days: number) => ({ ...world, now: () => new Date(Date.now() + days * 86_400_000) });

const request = (given: Partial<ReferralDraft> = {}, of: MadeHousehold = household, by: Actor = of.tutor) =>
  act(world, by, (context) =>
    requestReferral(context, {
      householdId: of.id,
      id: newId(ReferralId),
      right: 'home',
      service: 'tenants_union',
      bodyId: union.id,
      memberId: null,
      goalId: null,
      note: 'Contratto da leggere.',
      ...given,
    }),
  );
const update = (
  { id, householdId, version }: Referral,
  change: Pick<Referral, 'status' | 'outcome'> & { note?: string },
  by: Actor = household.tutor,
) =>
  act(world, by, (context) => updateReferral(context, { householdId, referralId: id, version, ...change }));
const look = async (of: MadeHousehold, id: ReferralId) =>
  (await must(readReferrals(db.orm, of.tutor, of.id))).referrals.find((each) => each.id === id) ??
  expect.fail('it is there');

test('B9: refused: a step that can’t follow the one before', async () => {
  const draft = await must(request({ draft: true }));
  expect(await update(draft, { status: 'accepted', outcome: null })).toMatchObject({ code: 'wrong-state' });
  const asked = await must(request());
  expect(await update(asked, { status: 'draft', outcome: null })).toMatchObject({ code: 'wrong-state' });
  const begun = await must(update(asked, { status: 'in_progress', outcome: null }));
  expect(await update(begun, { status: 'accepted', outcome: null })).toMatchObject({ code: 'wrong-state' });
  expect(await update(begun, { status: 'completed', outcome: null })).toMatchObject({
    fields: [{ path: 'outcome', code: 'required' }],
  });
});

test('B9: refused: a past day to answer by, and a new day for what is over', async () => {
  expect(await request({ answerBy: addDays(today, -1) })).toMatchObject({
    fields: [{ path: 'answerBy', code: 'past' }],
  });
  const asked = await must(request());
  const over = await must(update(asked, { status: 'rejected', outcome: 'ineligible' }));
  expect(
    await act(world, social, (context) =>
      changeReferral(
        context,
        { householdId: household.id, referralId: over.id },
        { answerBy: addDays(today, 5), version: over.version },
      ),
    ),
  ).toEqual({ ok: false, code: 'wrong-state' });
});

test('B9: every step is kept, with who took it and what they noted', async () => {
  const draft = await must(request({ draft: true }));
  expect(draft).toMatchObject({ status: 'draft', answerBy: null });
  const asked = await must(update(draft, { status: 'requested', outcome: null }));
  expect(asked.answerBy).toBe(addDays(today, 14));
  const held = await must(
    update(asked, { status: 'on_hold', outcome: 'waiting_list', note: 'Terza in lista.' }, social),
  );
  const done = await must(update(held, { status: 'completed', outcome: 'attended' }));
  expect(done.steps.map(({ status, outcome, note, by }) => [status, outcome, note, by?.id])).toEqual([
    ['draft', null, '', household.tutor.personId],
    ['requested', null, '', household.tutor.personId],
    ['on_hold', 'waiting_list', 'Terza in lista.', social.personId],
    ['completed', 'attended', '', household.tutor.personId],
  ]);
});

test('B9: refused: a reminder where the household is closed, or asked before a loss', async () => {
  const [closed, lost] = [await makeHousehold(world), await makeHousehold(world)];
  await must(request({}, closed));
  await must(request({}, lost));
  await must(
    act(world, closed.tutor, (context) =>
      changeStatus(context, { householdId: closed.id, status: 'closed', reason: 'trasferita altrove' }),
    ),
  );
  await must(
    act(world, lost.tutor, (context) =>
      recordPregnancy(context, {
        householdId: lost.id,
        memberId: lost.motherId,
        pregnancy: { lmp: null, dueDate: addDays(today, 90), ended: { on: today, outcome: 'loss' } },
        child: null,
      }),
    ),
  );
  await escalateWaitingReferrals(later(20));
  const escalated = await db.sql`
    select id from referral where escalated_at is not null and household_id in (${closed.id}, ${lost.id})`;
  expect(escalated).toHaveLength(0);
});

test('B9: what nobody answered goes to the regia once, with one task for who asked; a new day begins anew', async () => {
  const family = await makeHousehold(world);
  await join(world, family, social);
  const asked = await must(request({ answerBy: addDays(today, 3) }, family, social));
  await must(request({ answerBy: addDays(today, 40) }, family, social));
  await escalateWaitingReferrals(later(3)); // the day itself is in time
  expect((await look(family, asked.id)).escalatedAt).toBeNull();
  await Promise.all([escalateWaitingReferrals(later(4)), escalateWaitingReferrals(later(4))]);
  await escalateWaitingReferrals(later(5));
  const tasks = await must(readHouseholdTasks(db.orm, family.tutor, family.id, world.now()));
  expect(tasks.tasks.map(({ owner, source }) => [owner.id, source])).toEqual([
    [social.personId, { kind: 'referral', referralId: asked.id }],
  ]);
  const entries = await db.sql`
    select from activity where household_id = ${family.id} and kind = 'referral.escalated' and actor_id is null`;
  expect(entries).toHaveLength(1);
  const late = await look(family, asked.id);
  const again = await must(
    act(world, social, (context) =>
      changeReferral(
        context,
        { householdId: family.id, referralId: late.id },
        { answerBy: addDays(today, 9), version: late.version },
      ),
    ),
  );
  expect(again.escalatedAt).toBeNull();
});
