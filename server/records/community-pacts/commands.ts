/** Writing and signing community pacts (C9). */
import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { BodyId, CommunityPactId } from '../../../shared/ids.ts';
import { type Outcome, ok, type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import type {
  CommunityPact,
  CommunityPactChange,
  CommunityPactDraft,
} from '../../../shared/records/community-pacts.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { refuseBody, refuseCaseData, refuseOthers, refuseUnknownBodies } from '../territory/guards.ts';
import { presentPacts } from './queries.ts';
import { type CommunityPactRow, communityPact, communityPactBody } from './table.ts';

/** Writes down a pact; nobody has signed it yet. The same id again answers the same pact. */
export async function writeCommunityPact(
  context: CommandContext,
  { bodyIds, ...draft }: CommunityPactDraft,
): Promise<Outcome<CommunityPact>> {
  const { tx } = context;
  const problem = await refusePact(context, { bodyIds, ...draft });
  if (problem !== null) return problem;
  const [made] = await tx.insert(communityPact).values(draft).onConflictDoNothing().returning();
  if (made === undefined) {
    const earlier = await lockPact(tx, draft.id);
    assert(earlier, 'what was in the way is there');
    return present(context, earlier);
  }
  await putBodies(tx, made.id, bodyIds);
  await append(context, null, { kind: 'community-pact.written', communityPactId: made.id });
  return present(context, made);
}

/** Changes a pact. Bodies that have signed stay: what was signed was signed. */
export async function changeCommunityPact(
  context: CommandContext,
  given: CommunityPactChange & { communityPactId: CommunityPactId },
): Promise<Outcome<CommunityPact>> {
  const { tx } = context;
  const { communityPactId, version, bodyIds, ...change } = given;
  const problem = await refusePact(context, given);
  if (problem !== null) return problem;
  const before = await lockPact(tx, communityPactId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  const [after] = await tx
    .update(communityPact)
    .set({ ...change, version: sql`${communityPact.version} + 1` })
    .where(eq(communityPact.id, communityPactId))
    .returning();
  assert(after, 'a locked pact is still there');
  await tx
    .delete(communityPactBody)
    .where(
      and(
        eq(communityPactBody.communityPactId, communityPactId),
        isNull(communityPactBody.signedOn),
        notInArray(communityPactBody.bodyId, bodyIds),
      ),
    );
  await putBodies(tx, communityPactId, bodyIds);
  await append(context, null, { kind: 'community-pact.changed', communityPactId });
  return present(context, after);
}

/** A body of the pact signs, once: the second time answers what stands. */
export async function signCommunityPact(
  context: CommandContext,
  { communityPactId, bodyId, on }: { communityPactId: CommunityPactId; bodyId: BodyId; on: Day },
): Promise<Outcome<CommunityPact>> {
  const { tx, actor, now } = context;
  const pact = await lockPact(tx, communityPactId);
  if (pact === null) return refuse('not-available');
  const problem = await refuseBody(tx, actor, bodyId);
  if (problem !== null) return problem;
  if (on > dayOf(now)) return refuseField('on', 'in-future', 'A signature is of today or before.');
  if (on > pact.endsOn) return refuseField('on', 'too-late', 'The pact had ended.');
  const signed = await tx
    .update(communityPactBody)
    .set({ signedOn: on, signedBy: actor.personId })
    .where(and(memberOf(communityPactId, bodyId), isNull(communityPactBody.signedOn)))
    .returning();
  if (signed.length === 1) {
    await append(context, null, { kind: 'community-pact.signed', communityPactId, bodyId });
    return present(context, pact);
  }
  const [member] = await tx.select().from(communityPactBody).where(memberOf(communityPactId, bodyId));
  return member
    ? present(context, pact)
    : refuseField('bodyId', 'not-in-pact', 'This body is not in the pact.');
}

async function refusePact(
  { tx, actor }: CommandContext,
  pact: Omit<CommunityPactDraft, 'id'>,
): Promise<Refusal | null> {
  const { startsOn, endsOn, bodyIds, volunteers } = pact;
  if (endsOn <= startsOn) return refuseField('endsOn', 'before-start', 'It ends after it began.');
  return (
    refuseOthers(actor) ??
    refuseCaseData({
      name: pact.name,
      area: pact.area,
      interventions: pact.interventions,
      publicLink: pact.publicLink,
      volunteers: volunteers.flatMap(({ skills }) => skills),
    }) ??
    (await refuseUnknownBodies(tx, {
      bodyIds,
      volunteers: volunteers.flatMap(({ bodyId }) => bodyId ?? []),
    }))
  );
}

const memberOf = (communityPactId: CommunityPactId, bodyId: BodyId) =>
  and(eq(communityPactBody.communityPactId, communityPactId), eq(communityPactBody.bodyId, bodyId));

const putBodies = (tx: Tx, communityPactId: CommunityPactId, bodyIds: readonly BodyId[]) =>
  tx
    .insert(communityPactBody)
    .values([...new Set(bodyIds)].map((bodyId) => ({ communityPactId, bodyId })))
    .onConflictDoNothing();

async function lockPact(tx: Tx, id: CommunityPactId): Promise<CommunityPactRow | null> {
  const [row] = await tx.select().from(communityPact).where(eq(communityPact.id, id)).for('update');
  return row ?? null;
}

async function present(
  { tx, actor }: CommandContext,
  row: CommunityPactRow,
): Promise<Outcome<CommunityPact>> {
  const [presented] = await presentPacts(tx, actor, [row]);
  assert(presented, 'one row gives one pact');
  return ok(presented);
}
