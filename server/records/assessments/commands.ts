/** Writing a screening or an assessment. Each stays as it was written, so that then and now can be compared. */
import { and, eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { Assessment, AssessmentDraft } from '../../../shared/records/assessments.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { openBody } from '../bodies/queries.ts';
import { authorise } from '../households/authority.ts';
import { programmeOf } from '../programmes/queries.ts';
import { presentAssessments } from './queries.ts';
import { type AssessmentRow, assessment } from './table.ts';

/** Records it. The same id again answers the same. */
export async function recordAssessment(
  context: CommandContext,
  { householdId, id, on, content }: AssessmentDraft & { readonly householdId: HouseholdId },
): Promise<Outcome<Assessment>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'charge.write');
  if (!allowed.ok) return allowed;
  if (on > dayOf(now)) return refuseField('on', 'future', 'This day has not come yet.');
  const problem = await refuseContent(context, content);
  if (problem !== null) return problem;
  const [made] = await tx
    .insert(assessment)
    .values({
      id,
      householdId,
      kind: content.kind,
      on,
      content,
      madeBy: actor.personId,
      madeAt: instantOf(now),
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return earlier(context, householdId, id);
  const kind = content.kind === 'screening' ? 'assessment.screened' : 'assessment.recorded';
  await append(context, householdId, { kind, assessmentId: id });
  return present(context, made);
}

async function earlier(context: CommandContext, householdId: HouseholdId, id: AssessmentDraft['id']) {
  const [row] = await context.tx
    .select()
    .from(assessment)
    .where(and(eq(assessment.id, id), eq(assessment.householdId, householdId)));
  return row === undefined ? refuse('not-available') : present(context, row);
}

async function refuseContent({ tx }: CommandContext, content: AssessmentDraft['content']) {
  if (content.kind === 'assessment') {
    const named = content.items.map(({ item }) => item);
    return hasTwice(named) ? refuseField('content.items', 'twice', 'Each item is rated once.') : null;
  }
  const { needs, proposal } = content;
  if (hasTwice(needs)) return refuseField('content.needs', 'twice', 'Each need is named once.');
  if (proposal.kind === 'enrol' && proposal.programmeId !== null) {
    const known = await programmeOf(tx, proposal.programmeId);
    if (known === null) {
      return refuseField('content.proposal.programmeId', 'unknown', 'No programme has this id.');
    }
  }
  if (proposal.kind === 'orient' && proposal.bodyId !== null) {
    const known = await openBody(tx, proposal.bodyId);
    if (known === null) {
      return refuseField('content.proposal.bodyId', 'unknown', 'No open body has this id.');
    }
  }
  return null;
}

const hasTwice = (codes: readonly string[]): boolean => new Set(codes).size < codes.length;

async function present({ tx }: CommandContext, row: AssessmentRow): Promise<Outcome<Assessment>> {
  const [presented] = await presentAssessments(tx, [row]);
  assert(presented, 'one row gives one assessment');
  return ok(presented);
}
