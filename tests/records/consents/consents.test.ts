/** The family's consent gates what the third sector sees, and nothing of public care. */
import { expect, test } from 'vitest';
import { loadRelation } from '../../../server/records/care-team/relation.ts';
import { recordConsent, withdrawConsent } from '../../../server/records/consents/commands.ts';
import { readConsents } from '../../../server/records/consents/queries.ts';
import { ConsentId, MemberId, newId } from '../../../shared/ids.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  consentTo,
  join,
  makeAssociation,
  makeHousehold,
  makeService,
} from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const { body, worker } = await makeAssociation(world);
const social = await makeService(world);
await join(world, household, social.worker);

const input = {
  householdId: household.id,
  id: newId(ConsentId),
  memberId: household.motherId,
  bodyIds: [body.id],
  noticeVersion: '2.1',
  language: 'ar' as const,
  mediatorId: null,
};

test('only the tutor and the regia record it, for members and bodies that it can be about', async () => {
  const record = (by: typeof worker, given: Partial<typeof input> = {}) =>
    act(world, by, (context) => recordConsent(context, { ...input, ...given }));
  expect(await record(worker)).toEqual({ ok: false, code: 'not-available' });
  expect(await record(social.worker)).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await record(household.tutor, { memberId: newId(MemberId) })).toMatchObject({ code: 'invalid' });
  expect(await record(household.tutor, { bodyIds: [social.body.id] })).toMatchObject({
    fields: [{ path: 'bodyIds.0', code: 'not-third-sector' }],
  });
  const given = await must(record(household.tutor));
  expect(await must(record(household.tutor))).toEqual(given);
});

test('another consent that covers the body keeps it in when one is withdrawn', async () => {
  const family = await makeHousehold(world);
  const [first, second] = [await consentTo(world, family, body), await consentTo(world, family, body)];
  const consented = async () => (await loadRelation(db.orm, worker, family.id))?.consented;
  const withdraw = (consentId: ConsentId) =>
    must(
      act(world, family.tutor, (context) => withdrawConsent(context, { householdId: family.id, consentId })),
    );
  await withdraw(first);
  expect(await consented()).toBe(true);
  await withdraw(second);
  await withdraw(second);
  expect(await consented()).toBe(false);
  const { consents } = await must(readConsents(db.orm, family.tutor, family.id));
  expect(consents.every(({ withdrawn }) => withdrawn !== null)).toBe(true);
});
