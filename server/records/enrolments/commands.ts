/** Enrolling a household in a programme, and ending it: a family in care only, in one programme never twice at once (A4). */
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { addDays, type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { EnrolmentId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { isEligible } from '../../../shared/records/eligibility.ts';
import type { Enrolment, EnrolmentDraft } from '../../../shared/records/enrolments.ts';
import { type Programme, runsOn } from '../../../shared/records/programmes.ts';
import { type Closure, isInCare } from '../../../shared/records/status-changes.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authorise, lockHousehold } from '../households/authority.ts';
import { programmeOf } from '../programmes/queries.ts';
import { eligibilityOf } from './facts.ts';
import { presentEnrolments } from './queries.ts';
import { type EnrolmentRow, enrolment } from './table.ts';

/**
 * Enrols the household. It must be in care, and the rules met, or a reason given why it is enrolled all the same. The
 * same id again answers the same enrolment.
 */
export async function openEnrolment(
  context: CommandContext,
  { householdId, ...draft }: EnrolmentDraft & { readonly householdId: HouseholdId },
): Promise<Outcome<Enrolment>> {
  const { tx, actor, now } = context;
  await lockHousehold(tx, householdId);
  const allowed = await authorise(tx, actor, householdId, 'charge.write');
  if (!allowed.ok) return allowed;
  const earlier = await rowOf(context, householdId, draft.id);
  if (earlier !== null) return present(context, earlier);
  if (!isInCare(allowed.value.household.status)) return refuse('wrong-state');
  const programme = await programmeOf(tx, draft.programmeId);
  if (programme === null) return refuseField('programmeId', 'unknown', 'No programme has this id.');
  const problem =
    refusePeriod(draft, programme, dayOf(now)) ?? (await refuseOverlap(context, householdId, draft));
  if (problem !== null) return problem;
  const { id, programmeId, from: since, to: until, stated, overrideReason } = draft;
  const eligibility = await eligibilityOf(tx, householdId, programme, { day: since, stated, now });
  if (!isEligible(eligibility) && overrideReason === null) {
    return refuseField('overrideReason', 'not-eligible', 'A rule isn’t met: say why the family is enrolled.');
  }
  const [made] = await tx
    .insert(enrolment)
    .values({
      id,
      householdId,
      programmeId,
      since,
      until,
      eligibility,
      overrideReason: isEligible(eligibility) ? null : overrideReason,
      enrolledBy: actor.personId,
      enrolledAt: instantOf(now),
    })
    .onConflictDoNothing({ target: enrolment.id })
    .returning();
  if (made === undefined) return refuse('not-available');
  await append(context, householdId, { kind: 'enrolment.opened', enrolmentId: id, programmeId });
  return present(context, made);
}

/** Ends an enrolment on a day, with a reason. What is over stays as it ended. */
export async function endEnrolment(
  context: CommandContext,
  input: {
    readonly householdId: HouseholdId;
    readonly enrolmentId: EnrolmentId;
    readonly on: Day;
    readonly reason: Closure;
    readonly note: string;
    readonly version: number;
  },
): Promise<Outcome<Enrolment>> {
  const { tx, actor, now } = context;
  const { householdId, enrolmentId, on, reason, note, version } = input;
  await lockHousehold(tx, householdId);
  const allowed = await authorise(tx, actor, householdId, 'charge.write');
  if (!allowed.ok) return allowed;
  const before = await rowOf(context, householdId, enrolmentId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (before.endReason !== null) return refuse('wrong-state');
  if (on > dayOf(now)) return refuseField('on', 'future', 'This day has not come yet.');
  if (on < before.since) return refuseField('on', 'before-start', 'It had not begun on this day.');
  if (before.until !== null && before.until < on) {
    return refuseField('on', 'after-end', 'It was over by then.');
  }
  return present(context, await end(context, before, { on, reason, note: note === '' ? null : note }));
}

/** For a household that closes: whatever it is in ends today. */
export async function endAllEnrolments(
  context: CommandContext,
  householdId: HouseholdId,
  reason: Closure | null,
): Promise<void> {
  const today = dayOf(context.now);
  const rows = await context.tx
    .select()
    .from(enrolment)
    .where(
      and(
        eq(enrolment.householdId, householdId),
        isNull(enrolment.endReason),
        or(isNull(enrolment.until), gt(enrolment.until, today)),
      ),
    );
  for (const row of rows) await end(context, row, { on: today, reason, note: null });
}

async function end(
  context: CommandContext,
  { id, householdId, programmeId }: EnrolmentRow,
  { on, reason, note }: { readonly on: Day; readonly reason: Closure | null; readonly note: string | null },
): Promise<EnrolmentRow> {
  const [after] = await context.tx
    .update(enrolment)
    .set({ until: on, endReason: reason, endNote: note, version: sql`${enrolment.version} + 1` })
    .where(eq(enrolment.id, id))
    .returning();
  assert(after, 'an enrolment of a locked household is still there');
  await append(context, householdId, {
    kind: 'enrolment.ended',
    enrolmentId: id,
    programmeId,
    closure: reason,
  });
  return after;
}

/** From a day that has come, while the programme runs. */
function refusePeriod({ from, to }: EnrolmentDraft, programme: Programme, today: Day) {
  if (from > today) return refuseField('from', 'future', 'This day has not come yet.');
  if (!runsOn(programme, from)) {
    return refuseField('from', 'outside-programme', 'The programme doesn’t run on this day.');
  }
  if (to !== null && to <= from) return refuseField('to', 'before-start', 'It ends after it begins.');
  if (to !== null && to > addDays(programme.endsOn, 1)) {
    return refuseField('to', 'outside-programme', 'The programme is over by then.');
  }
  return null;
}

/** The table refuses it too; the way out is told here. */
async function refuseOverlap(
  { tx }: CommandContext,
  householdId: HouseholdId,
  { programmeId, from, to }: EnrolmentDraft,
) {
  const rows = await tx
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(
      and(
        eq(enrolment.householdId, householdId),
        eq(enrolment.programmeId, programmeId),
        sql`daterange(${enrolment.since}, ${enrolment.until}) && daterange(${from}, ${to})`,
      ),
    );
  if (rows.length === 0) return null;
  return refuseField(
    'programmeId',
    'already-enrolled',
    'The family is in this programme on these days: end that enrolment first, or begin the day it ended.',
  );
}

async function rowOf(
  { tx }: CommandContext,
  householdId: HouseholdId,
  id: EnrolmentId,
): Promise<EnrolmentRow | null> {
  const [row] = await tx
    .select()
    .from(enrolment)
    .where(and(eq(enrolment.id, id), eq(enrolment.householdId, householdId)));
  return row ?? null;
}

async function present({ tx }: CommandContext, row: EnrolmentRow): Promise<Outcome<Enrolment>> {
  const [presented] = await presentEnrolments(tx, [row]);
  assert(presented, 'one row gives one enrolment');
  return ok(presented);
}
