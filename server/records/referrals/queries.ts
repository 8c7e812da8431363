/** Referrals as the team reads them. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import { type Referral, ReferralService } from '../../../shared/records/referrals.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { type ReferralRow, referral, referralLink, referralStep } from './table.ts';

/** The household's referrals, newest first. */
export async function readReferrals(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ referrals: Referral[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  return ok({ referrals: await referralsOf(reader, householdId) });
}

/** For whoever has been authorised already: the household's referrals, newest first. */
export const referralsOf = async (reader: Reader, householdId: HouseholdId): Promise<Referral[]> =>
  presentReferrals(reader, await referralRowsOf(reader, householdId));

/** For whoever has been authorised already: the household's referrals as rows, newest first. */
export const referralRowsOf = (reader: Reader, householdId: HouseholdId): Promise<ReferralRow[]> =>
  reader
    .select()
    .from(referral)
    .where(eq(referral.householdId, householdId))
    .orderBy(desc(referral.requestedOn), desc(referral.id));

/** Rows with their steps, open links and the names that go with them, in the same order. */
export async function presentReferrals(reader: Reader, rows: readonly ReferralRow[]): Promise<Referral[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [steps, links] = [await stepsOf(reader, ids), await openLinksOf(reader, ids)];
  const bodies = await bodyBriefs(reader, [
    ...rows.map(({ bodyId }) => bodyId),
    ...steps.flatMap(({ byBodyId }) => byBodyId ?? []),
  ]);
  const people = await personBriefs(reader, [
    ...rows.map(({ requestedBy }) => requestedBy),
    ...steps.flatMap(({ byId }) => byId ?? []),
  ]);
  const stepsByReferral = Map.groupBy(steps, ({ referralId }) => referralId);
  const linkByReferral = new Map(links.map((link) => [link.referralId, link]));
  return rows.map(({ bodyId, requestedBy, service, ...rest }) => {
    const [to, by] = [bodies.get(bodyId), people.get(requestedBy)];
    assert(to && by, 'a referral names a body and a person that exist');
    const link = linkByReferral.get(rest.id);
    return {
      ...rest,
      service: ReferralService.parse(service),
      to,
      by,
      steps: (stepsByReferral.get(rest.id) ?? []).map(({ at, status, outcome, note, byId, byBodyId }) => ({
        at,
        status,
        outcome,
        note,
        by: (byId && people.get(byId)) ?? null,
        byBody: (byBodyId && bodies.get(byBodyId)) ?? null,
      })),
      link: link ? { madeAt: link.madeAt, expiresAt: link.expiresAt } : null,
    };
  });
}

const stepsOf = (reader: Reader, ids: readonly ReferralRow['id'][]) =>
  reader
    .select()
    .from(referralStep)
    .where(inArray(referralStep.referralId, [...ids]))
    .orderBy(asc(referralStep.id));

/** By the database's clock: a link is shown as open or it isn't; whether it works is decided when it is used. */
const openLinksOf = (reader: Reader, ids: readonly ReferralRow['id'][]) =>
  reader
    .select()
    .from(referralLink)
    .where(
      and(
        inArray(referralLink.referralId, [...ids]),
        isNull(referralLink.usedAt),
        isNull(referralLink.withdrawnAt),
        sql`${referralLink.expiresAt} > now()`,
      ),
    );
