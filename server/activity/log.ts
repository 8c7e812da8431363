/**
 * The append-only log. A command appends in its own transaction; positions are given at commit (migrations/0002), so
 * they are whole, without gaps, and never become visible out of order.
 */
import { asc, gt, sql } from 'drizzle-orm';
import { ActivityEvent } from '../../shared/activity.ts';
import { instantOf } from '../../shared/dates.ts';
import type { HouseholdId, PersonId } from '../../shared/ids.ts';
import type { Reader, Tx } from '../db/connect.ts';
import { activity, activityDraft } from './table.ts';

/** Where an event comes from: a command's context, or a rule of the server's, which has no actor. */
export type Occasion = {
  readonly tx: Tx;
  readonly now: Date;
  readonly actor: { readonly personId: PersonId } | null;
};

/** One row as stored: the names it points at are looked up for each reader. */
export type LoggedEvent = Pick<
  typeof activity.$inferSelect,
  'seq' | 'at' | 'actorId' | 'householdId' | 'event'
>;

/**
 * Writes down what happened, in the transaction that made it happen: both stay or neither. Throws when the event isn't
 * one the shared union knows. The row is readable, with its `seq`, once the transaction has committed.
 */
export async function append(
  { tx, now, actor }: Occasion,
  householdId: HouseholdId | null,
  event: ActivityEvent,
): Promise<void> {
  await tx.insert(activityDraft).values({
    at: instantOf(now),
    actorId: actor?.personId ?? null,
    householdId,
    event: ActivityEvent.parse(event),
  });
}

const loggedColumns = {
  seq: activity.seq,
  at: activity.at,
  actorId: activity.actorId,
  householdId: activity.householdId,
  event: activity.event,
};

/** Rows after position `seq`, oldest first, at most `limit`. */
export const since = (reader: Reader, seq: number, limit: number): Promise<LoggedEvent[]> =>
  reader
    .select(loggedColumns)
    .from(activity)
    .where(gt(activity.seq, seq))
    .orderBy(asc(activity.seq))
    .limit(limit);

/** The newest position, 0 while the log is empty. */
export async function headSeq(reader: Reader): Promise<number> {
  const [row] = await reader.select({ seq: sql<number>`coalesce(max(${activity.seq}), 0)` }).from(activity);
  return row?.seq ?? 0;
}
