/** Logging a practice done at a desk, and how a pending one ended (C1). */
import { eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { PracticeId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { Practice, PracticeDraft, PracticeOutcome } from '../../../shared/records/practices.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { isContact, isDesk, worksAtDesks } from '../desk-contacts/commands.ts';
import { presentPractices } from './queries.ts';
import { type PracticeRow, practice } from './table.ts';

/** Logs a practice. The same id again, from the same person, answers the same practice. */
export async function logPractice(context: CommandContext, draft: PracticeDraft): Promise<Outcome<Practice>> {
  const { tx, actor, now } = context;
  if (!worksAtDesks(actor.function)) return refuse('not-available');
  const { id, on, ...rest } = draft;
  const [earlier] = await tx.select().from(practice).where(eq(practice.id, id));
  if (earlier !== undefined) {
    return earlier.byId === actor.personId ? present(tx, earlier) : refuse('not-available');
  }
  if (on > dayOf(now)) return refuseField('on', 'in-the-future', 'This day lies in the future.');
  if (!(await isDesk(tx, draft.deskId))) {
    return refuseField('deskId', 'unknown', 'No open desk has this id.');
  }
  if (draft.contactId !== null && !(await isContact(tx, draft.contactId))) {
    return refuseField('contactId', 'unknown', 'No contact has this id.');
  }
  const [made] = await tx
    .insert(practice)
    .values({ ...rest, id, onDay: on, byId: actor.personId, at: instantOf(now) })
    .onConflictDoNothing({ target: practice.id })
    .returning();
  if (made === undefined) return refuse('not-available');
  await append(context, null, { kind: 'practice.logged', practiceId: id, bodyId: draft.deskId });
  return present(tx, made);
}

/** Records how a pending practice ended, at whichever desk it did. */
export async function finishPractice(
  context: CommandContext,
  input: { practiceId: PracticeId; outcome: Exclude<PracticeOutcome, 'pending'>; version: number },
): Promise<Outcome<Practice>> {
  const { tx, actor } = context;
  const { practiceId, outcome, version } = input;
  if (!worksAtDesks(actor.function)) return refuse('not-available');
  const [before] = await tx.select().from(practice).where(eq(practice.id, practiceId)).for('update');
  if (before === undefined) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (before.outcome !== 'pending') return refuse('wrong-state');
  const [after] = await tx
    .update(practice)
    .set({ outcome, version: sql`${practice.version} + 1` })
    .where(eq(practice.id, practiceId))
    .returning();
  assert(after, 'a locked practice is still there');
  await append(context, null, { kind: 'practice.finished', practiceId, outcome });
  return present(tx, after);
}

async function present(tx: Tx, row: PracticeRow): Promise<Outcome<Practice>> {
  const [presented] = await presentPractices(tx, [row]);
  assert(presented, 'one row gives one practice');
  return ok(presented);
}
