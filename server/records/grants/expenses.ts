/** Payments out of a grant (C7): never above what is left of it, each with its receipt, corrected by reversing entries only. */
import { and, eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { ExpenseId } from '../../../shared/ids.ts';
import { type Outcome, refuse, refuseField } from '../../../shared/outcome.ts';
import type { ExpenseDraft, Grant } from '../../../shared/records/grants.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { findGrant, type GrantOf, holdGrant, present } from './commands.ts';
import { isFileOf } from './files.ts';
import { grantExpense } from './table.ts';

/** Records a payment. The same id again answers the same. */
export async function payGrant(
  context: CommandContext,
  { householdId, grantId, ...expense }: GrantOf & ExpenseDraft,
): Promise<Outcome<Grant>> {
  const { tx, actor, now } = context;
  const of = { householdId, grantId };
  const held = await holdGrant(context, of, 'grant.request');
  if (!held.ok) return held;
  const grant = held.value;
  const [earlier] = await tx.select().from(grantExpense).where(eq(grantExpense.id, expense.id));
  if (earlier) return earlier.grantId === grantId ? present(context, grant) : refuse('not-available');
  if (grant.status !== 'approved' || grant.approvedCents === null) return refuse('wrong-state');
  if (expense.on > dayOf(now)) return refuseField('on', 'future', 'A payment has been made.');
  if (grant.decidedOn !== null && expense.on < grant.decidedOn) {
    return refuseField('on', 'before-approval', 'Nothing is paid before it is approved.');
  }
  if (expense.fileId !== null && !(await isFileOf(tx, householdId, expense.fileId))) {
    return refuseField('fileId', 'unknown', 'No receipt of this household has this id.');
  }
  if (grant.paidCents + expense.cents > grant.approvedCents) return refuse('overdrawn');
  const { on, ...rest } = expense;
  await tx
    .insert(grantExpense)
    .values({ ...rest, grantId, paidOn: on, recordedBy: actor.personId, recordedAt: instantOf(now) });
  await append(context, householdId, { kind: 'grant.paid', grantId, expenseId: expense.id });
  return presentAgain(context, of);
}

/** Takes a payment back, once, with an entry of the reversed sum. */
export async function reversePayment(
  context: CommandContext,
  given: GrantOf & { expenseId: ExpenseId; id: ExpenseId; reason: string },
): Promise<Outcome<Grant>> {
  const { tx, actor, now } = context;
  const { householdId, grantId, expenseId, id, reason } = given;
  const held = await holdGrant(context, given, 'grant.request');
  if (!held.ok) return held;
  const [paid] = await tx
    .select()
    .from(grantExpense)
    .where(and(eq(grantExpense.id, expenseId), eq(grantExpense.grantId, grantId)));
  if (paid === undefined) return refuse('not-available');
  const [reversal] = await tx.select().from(grantExpense).where(eq(grantExpense.reversesId, expenseId));
  if (reversal) return reversal.id === id ? present(context, held.value) : refuse('wrong-state');
  if (held.value.status !== 'approved' || paid.cents < 0) return refuse('wrong-state');
  const { category, payee, receipt, fileId } = paid;
  const [made] = await tx
    .insert(grantExpense)
    .values({
      id,
      grantId,
      cents: -paid.cents,
      category,
      payee,
      paidOn: dayOf(now),
      receipt,
      fileId,
      note: reason,
      reversesId: expenseId,
      recordedBy: actor.personId,
      recordedAt: instantOf(now),
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  await append(context, householdId, { kind: 'grant.payment-reversed', grantId, expenseId });
  return presentAgain(context, given);
}

/** The sums have moved under a trigger. */
async function presentAgain(context: CommandContext, of: GrantOf): Promise<Outcome<Grant>> {
  const row = await findGrant(context.tx, of);
  assert(row, 'a grant is never deleted');
  return present(context, row);
}
