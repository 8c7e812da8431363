/** Referrals as the team reads them. */
import { desc, eq } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import { type Referral, ReferralService } from '../../../shared/records/referrals.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { type ReferralRow, referral } from './table.ts';

/** The household's referrals, newest first. */
export async function readReferrals(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ referrals: Referral[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  return ok({ referrals: await presentReferrals(reader, await referralRowsOf(reader, householdId)) });
}

/** For whoever has been authorised already: the household's referrals as rows, newest first. */
export const referralRowsOf = (reader: Reader, householdId: HouseholdId): Promise<ReferralRow[]> =>
  reader
    .select()
    .from(referral)
    .where(eq(referral.householdId, householdId))
    .orderBy(desc(referral.requestedOn), desc(referral.id));

/** Rows with the names that go with them, in the same order. */
export async function presentReferrals(reader: Reader, rows: readonly ReferralRow[]): Promise<Referral[]> {
  const bodies = await bodyBriefs(
    reader,
    rows.map(({ bodyId }) => bodyId),
  );
  const people = await personBriefs(
    reader,
    rows.map(({ requestedBy }) => requestedBy),
  );
  return rows.map(({ bodyId, requestedBy, service, ...rest }) => {
    const [to, by] = [bodies.get(bodyId), people.get(requestedBy)];
    assert(to && by, 'a referral names a body and a person that exist');
    return { ...rest, service: ReferralService.parse(service), to, by };
  });
}
