/** Adding programmes and writing them anew: the coordination's and the administration's to do (A11). */
import { eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import type { ProgrammeId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import {
  type Programme,
  type ProgrammeDraft,
  programmeEndpoints,
  spentCents,
} from '../../../shared/records/programmes.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { programmeOf } from './queries.ts';
import { programme } from './table.ts';

/** Adds a programme. The same id again answers the same programme. */
export async function addProgramme(
  context: CommandContext,
  draft: ProgrammeDraft,
): Promise<Outcome<Programme>> {
  const problem = refuseFunction(context) ?? refuseImpossible(draft);
  if (problem !== null) return problem;
  const [made] = await context.tx.insert(programme).values(draft).onConflictDoNothing().returning();
  if (made === undefined) {
    const earlier = await programmeOf(context.tx, draft.id);
    assert(earlier, 'a programme that is in the way is there');
    return ok(earlier);
  }
  await append(context, null, { kind: 'programme.added', programmeId: draft.id });
  return ok(made);
}

/** Writes a programme anew. Households that are in it stay: their rules were checked the day they were enrolled. */
export async function changeProgramme(
  context: CommandContext,
  programmeId: ProgrammeId,
  { version, ...draft }: Omit<ProgrammeDraft, 'id'> & { readonly version: number },
): Promise<Outcome<Programme>> {
  const problem = refuseFunction(context) ?? refuseImpossible(draft);
  if (problem !== null) return problem;
  const { tx } = context;
  const [before] = await tx.select().from(programme).where(eq(programme.id, programmeId)).for('update');
  if (before === undefined) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  const [after] = await tx
    .update(programme)
    .set({ ...draft, version: version + 1 })
    .where(eq(programme.id, programmeId))
    .returning();
  assert(after, 'a locked programme is still there');
  await append(context, null, { kind: 'programme.changed', programmeId });
  return ok(after);
}

function refuseFunction({ actor }: CommandContext) {
  const { policy } = programmeEndpoints.add;
  assert(policy.kind === 'functions', 'programmes are written by function');
  return policy.functions.includes(actor.function) ? null : refuse('not-yours-to-do');
}

/** A period has an end after its beginning; a line of spending stands once, and all of them stay within the budget. */
function refuseImpossible(draft: Omit<ProgrammeDraft, 'id'>) {
  const { startsOn, endsOn, spending, budgetCents } = draft;
  if (endsOn <= startsOn) {
    return refuseField('endsOn', 'before-start', 'A programme ends after it starts.');
  }
  if (new Set(spending.map(({ line }) => line)).size < spending.length) {
    return refuseField('spending', 'twice', 'A line of spending stands once.');
  }
  if (spentCents(draft) > budgetCents) {
    return refuseField('spending', 'over-budget', 'More is spent than the budget holds.');
  }
  return null;
}
