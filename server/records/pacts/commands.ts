/** Drafting a pact (C4–C6): between whom, from when to when, with which supports, goals and commitments. */
import { and, eq, ne } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import { DocumentId, type HouseholdId, newId, type PactId, type ProgrammeId } from '../../../shared/ids.ts';
import { type Outcome, ok, type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import {
  type CommitmentDraft,
  type CommitmentHolder,
  endsBetween,
  type Pact,
  type PactDraft,
} from '../../../shared/records/pacts.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import { createDocument } from '../../sync/create-document.ts';
import { openBody } from '../bodies/queries.ts';
import { takesPart } from '../care-team/queries.ts';
import { isEnrolledIn } from '../enrolments/queries.ts';
import { isGoalOf } from '../goals/queries.ts';
import { authorise, lockHousehold } from '../households/authority.ts';
import { isMember } from '../households/briefs.ts';
import { membersOf } from '../households/members.ts';
import { activeActors, personBriefs } from '../people/queries.ts';
import { holdPact, lockPact, type PactOf, present, updatePact } from './lock.ts';
import { type PactRow, pact, pactCommitment } from './table.ts';
import { seedPact } from './text.ts';

/**
 * Begins a pact and makes its text. The same id again answers the same pact; one active pact per household and
 * programme, so of two begun at once one is refused (`already-exists`).
 */
export async function draftPact(
  context: CommandContext,
  { householdId, ...draft }: PactDraft & { householdId: HouseholdId },
): Promise<Outcome<Pact>> {
  const { tx, actor, now } = context;
  await lockHousehold(tx, householdId);
  const allowed = await authorise(tx, actor, householdId, 'pact.write');
  if (!allowed.ok) return allowed;
  const earlier = await lockPact(tx, householdId, draft.id);
  if (earlier !== null) return present(context, earlier, allowed.value);
  if (await hasActivePact(tx, householdId, draft.programmeId)) return refuse('already-exists');
  const problem =
    (await refuseProgramme(tx, householdId, draft)) ??
    (await refuseUnknown(tx, householdId, draft)) ??
    refuseDuration(draft.start, draft.end) ??
    refuseDue(draft.commitments, draft);
  if (problem !== null) return problem;

  const documentId = newId(DocumentId);
  const [made] = await tx
    .insert(pact)
    .values({
      id: draft.id,
      householdId,
      programmeId: draft.programmeId,
      caseManagerId: draft.caseManagerId,
      beneficiaryId: draft.beneficiaryId,
      language: draft.language,
      startsOn: draft.start,
      endsOn: draft.end,
      supports: [...new Set(draft.supports)],
      goalIds: [...new Set(draft.goalIds)],
      status: 'draft',
      documentId,
      draftedBy: actor.personId,
      draftedAt: instantOf(now),
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  const taken = await replaceCommitments(tx, draft.id, draft.commitments);
  if (!taken.ok) return taken;
  const seed = seedPact(await memberName(tx, householdId, draft), await workerName(tx, draft));
  await createDocument(tx, {
    id: documentId,
    householdId,
    kind: 'inclusion-pact',
    conferenceId: null,
    seed,
    authorId: null,
  });
  seed.destroy();
  await append(context, householdId, { kind: 'pact.drafted', pactId: draft.id });
  return present(context, made, allowed.value);
}

type Given = Partial<Omit<PactDraft, 'id' | 'programmeId'>>;

/** Changes a draft. What was proposed is reopened first, so that nobody signs what was changed under their hands. */
export async function changePact(
  context: CommandContext,
  of: PactOf,
  { version, ...given }: { [Key in keyof Given]: Given[Key] | undefined } & { version: number },
): Promise<Outcome<Pact>> {
  const { tx } = context;
  const held = await holdPact(context, of, 'pact.write', version);
  if (!held.ok) return held;
  const { row, relation } = held.value;
  if (row.status !== 'draft') return refuse('wrong-state');
  const change = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Given; // only what was given is left
  const { start = row.startsOn, end = row.endsOn } = change;
  const problem =
    (await refuseProgramme(tx, of.householdId, { programmeId: row.programmeId, start })) ??
    (await refuseUnknown(tx, of.householdId, change)) ??
    refuseDuration(start, end) ??
    refuseDue(change.commitments ?? (await commitmentsOf(tx, of.pactId)), { start, end });
  if (problem !== null) return problem;
  const after = await updatePact(tx, of.pactId, columnsOf(change));
  if (change.commitments) {
    const taken = await replaceCommitments(tx, of.pactId, change.commitments);
    if (!taken.ok) return taken;
  }
  await append(context, of.householdId, {
    kind: 'pact.changed',
    pactId: of.pactId,
    fields: Object.keys(change),
  });
  return present(context, after, relation);
}

/** A pact of a programme begins on a day the household is in it; one of no programme is the network’s own. */
async function refuseProgramme(
  tx: Tx,
  householdId: HouseholdId,
  { programmeId, start }: Pick<PactDraft, 'programmeId' | 'start'>,
): Promise<Refusal | null> {
  if (programmeId === null || (await isEnrolledIn(tx, householdId, programmeId, start))) return null;
  return refuseField(
    'programmeId',
    'not-enrolled',
    'The family isn’t in this programme on the day the pact begins.',
  );
}

/** C5: six to eight calendar months; the refusal tells the days it may end on. */
function refuseDuration(start: PactDraft['start'], end: PactDraft['end']): Refusal | null {
  const { earliest, latest } = endsBetween(start);
  if (end >= earliest && end <= latest) return null;
  const code = end < earliest ? 'pact-too-short' : 'pact-too-long';
  return refuseField(
    'end',
    code,
    `A pact lasts six to eight months: it ends between ${earliest} and ${latest}.`,
  );
}

/** C4: what a pact promises is done while it lasts. */
function refuseDue(
  commitments: readonly Pick<CommitmentDraft, 'due'>[],
  { start, end }: Pick<PactDraft, 'start' | 'end'>,
): Refusal | null {
  for (const [index, { due }] of commitments.entries()) {
    if (due === null || (due >= start && due <= end)) continue;
    const code = due < start ? 'before-start' : 'after-end';
    return refuseField(`commitments.${index}.due`, code, `The pact lasts from ${start} to ${end}.`);
  }
  return null;
}

const commitmentsOf = (tx: Tx, pactId: PactId): Promise<Pick<CommitmentDraft, 'due'>[]> =>
  tx
    .select({ due: pactCommitment.due })
    .from(pactCommitment)
    .where(eq(pactCommitment.pactId, pactId))
    .orderBy(pactCommitment.position);

/** The columns of what was given. */
const columnsOf = ({ start, end, supports, goalIds, commitments: _, ...same }: Given): Partial<PactRow> => ({
  ...same,
  ...(start && { startsOn: start }),
  ...(end && { endsOn: end }),
  ...(supports && { supports: [...new Set(supports)] }),
  ...(goalIds && { goalIds: [...new Set(goalIds)] }),
});

async function hasActivePact(
  tx: Tx,
  householdId: HouseholdId,
  programmeId: ProgrammeId | null,
): Promise<boolean> {
  const rows = await tx
    .select({ programmeId: pact.programmeId })
    .from(pact)
    .where(and(eq(pact.householdId, householdId), ne(pact.status, 'ended')));
  return rows.some((row) => row.programmeId === programmeId);
}

async function refuseUnknown(tx: Tx, householdId: HouseholdId, given: Given): Promise<Refusal | null> {
  const { caseManagerId, beneficiaryId, goalIds = [], commitments = [] } = given;
  if (caseManagerId) {
    const worker = (await activeActors(tx, [caseManagerId])).get(caseManagerId);
    const fits = worker && worker.function !== 'family' && worker.function !== 'volunteer';
    if (!fits || !(await takesPart(tx, householdId, caseManagerId))) {
      return refuseField('caseManagerId', 'not-in-team', 'The case manager is somebody of the team.');
    }
  }
  if (beneficiaryId && !(await isMember(tx, householdId, beneficiaryId))) {
    return refuseField('beneficiaryId', 'unknown', 'No member of this household has this id.');
  }
  for (const [index, goalId] of goalIds.entries()) {
    if (!(await isGoalOf(tx, householdId, goalId))) {
      return refuseField(`goalIds.${index}`, 'unknown', 'No goal of this household has this id.');
    }
  }
  for (const [index, { who }] of commitments.entries()) {
    if (!(await isKnown(tx, householdId, who))) {
      return refuseField(`commitments.${index}.who`, 'unknown', 'A commitment names somebody we know.');
    }
  }
  return null;
}

async function isKnown(tx: Tx, householdId: HouseholdId, who: CommitmentHolder): Promise<boolean> {
  if (who.kind === 'member') return isMember(tx, householdId, who.id);
  if (who.kind === 'body') return (await openBody(tx, who.id)) !== null;
  return takesPart(tx, householdId, who.id);
}

/** Ids are chosen by the page: one that another pact has is refused. */
async function replaceCommitments(
  tx: Tx,
  pactId: PactId,
  commitments: readonly CommitmentDraft[],
): Promise<Outcome<null>> {
  await tx.delete(pactCommitment).where(eq(pactCommitment.pactId, pactId));
  if (commitments.length === 0) return ok(null);
  const rows = commitments.map(({ id, who, what, due }, position) => ({
    id,
    pactId,
    personId: who.kind === 'person' ? who.id : null,
    memberId: who.kind === 'member' ? who.id : null,
    bodyId: who.kind === 'body' ? who.id : null,
    what,
    due,
    position,
  }));
  const made = await tx.insert(pactCommitment).values(rows).onConflictDoNothing().returning();
  return made.length === rows.length
    ? ok(null)
    : refuseField('commitments', 'same-id', 'Two commitments have the same id.');
}

async function memberName(reader: Reader, householdId: HouseholdId, draft: PactDraft): Promise<string> {
  const members = (await membersOf(reader, [householdId])).get(householdId) ?? [];
  return members.find(({ id }) => id === draft.beneficiaryId)?.name ?? '';
}

const workerName = async (reader: Reader, { caseManagerId }: PactDraft): Promise<string> =>
  (await personBriefs(reader, [caseManagerId])).get(caseManagerId)?.name ?? '';
