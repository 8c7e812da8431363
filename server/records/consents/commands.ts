/** Recording that the family consents to what third-sector bodies see, and that it no longer does. */
import { and, eq, isNull } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf } from '../../../shared/dates.ts';
import type { BodyId, ConsentId, HouseholdId, MemberId, PersonId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { Consent } from '../../../shared/records/consents.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { authorise, lockHousehold, stepAccessEpoch } from '../households/authority.ts';
import { isMember } from '../households/briefs.ts';
import { personBriefs } from '../people/queries.ts';
import { consentsOf } from './queries.ts';
import { consent, consentBody } from './table.ts';

export type ConsentInput = {
  readonly householdId: HouseholdId;
  readonly id: ConsentId;
  readonly memberId: MemberId;
  readonly bodyIds: readonly BodyId[];
  readonly noticeVersion: string;
  readonly language: ContentLanguage;
  readonly mediatorId: PersonId | null;
};

/** From now on these bodies' people in the team see what partners may. The same id again answers the same consent. */
export async function recordConsent(context: CommandContext, input: ConsentInput): Promise<Outcome<Consent>> {
  const { tx, now } = context;
  const { householdId, id } = input;
  const allowed = await authoriseRecording(context, householdId);
  if (!allowed.ok) return allowed;
  const earlier = await consentById(tx, householdId, id);
  if (earlier !== null) return ok(earlier);
  const problem = await refuseUnknown(tx, input);
  if (problem !== null) return problem;

  const bodyIds = [...new Set(input.bodyIds)];
  const { memberId, noticeVersion, language, mediatorId } = input;
  const made = await tx
    .insert(consent)
    .values({ id, householdId, memberId, noticeVersion, language, mediatorId, givenOn: dayOf(now) })
    .onConflictDoNothing()
    .returning({ id: consent.id });
  if (made.length === 0) return refuse('not-available');
  await tx.insert(consentBody).values(bodyIds.map((bodyId) => ({ consentId: id, bodyId })));
  await stepAccessEpoch(tx, householdId);
  await append(context, householdId, { kind: 'consent.given', consentId: id, bodyIds });
  const given = await consentById(tx, householdId, id);
  assert(given, 'what was just recorded is there');
  return ok(given);
}

/** From now on these bodies see nothing here, unless another consent covers them. Withdrawn already: nothing happens. */
export async function withdrawConsent(
  context: CommandContext,
  { householdId, consentId }: { householdId: HouseholdId; consentId: ConsentId },
): Promise<Outcome<Record<string, never>>> {
  const { tx, now } = context;
  const allowed = await authoriseRecording(context, householdId);
  if (!allowed.ok) return allowed;
  const given = await consentById(tx, householdId, consentId);
  if (given === null) return refuse('not-available');
  if (given.withdrawn !== null) return ok({});
  await tx
    .update(consent)
    .set({ withdrawnOn: dayOf(now) })
    .where(and(eq(consent.id, consentId), isNull(consent.withdrawnOn)));
  await stepAccessEpoch(tx, householdId);
  const bodyIds = given.bodies.map(({ id }) => id);
  await append(context, householdId, { kind: 'consent.withdrawn', consentId, bodyIds });
  return ok({});
}

async function authoriseRecording({ tx, actor }: CommandContext, householdId: HouseholdId) {
  await lockHousehold(tx, householdId);
  return authorise(tx, actor, householdId, 'consent.record');
}

const consentById = async (tx: Tx, householdId: HouseholdId, id: ConsentId): Promise<Consent | null> =>
  (await consentsOf(tx, householdId)).find((given) => given.id === id) ?? null;

async function refuseUnknown(tx: Tx, { householdId, memberId, bodyIds, mediatorId }: ConsentInput) {
  if (!(await isMember(tx, householdId, memberId))) {
    return refuseField('memberId', 'unknown', 'No member of this household has this id.');
  }
  const bodies = await bodyBriefs(tx, bodyIds);
  const wrong = bodyIds.findIndex((id) => bodies.get(id)?.public !== false);
  if (wrong >= 0) {
    return refuseField(`bodyIds.${wrong}`, 'not-third-sector', 'Public care doesn’t wait for consent.');
  }
  const mediator = mediatorId && (await personBriefs(tx, [mediatorId])).get(mediatorId);
  if (mediatorId !== null && mediator === undefined) {
    return refuseField('mediatorId', 'unknown', 'Nobody has this id.');
  }
  return null;
}
