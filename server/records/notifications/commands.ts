/** Reading what one was told and saying how one wants to hear of it. It is nobody's business but theirs: no activity. */
import { and, eq, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { type Instant, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, NotificationId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { MailWish, WatchLevel } from '../../../shared/records/notifications.ts';
import type { CommandContext, World } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { householdWatch, mailSetting, notification } from './table.ts';

type Done = Outcome<Record<string, never>>;

/** Marks some of one's own; ids that aren't change nothing. */
export async function markNotifications(
  { tx, actor, now }: CommandContext,
  { ids, read }: { ids: readonly NotificationId[]; read: boolean },
): Promise<Done> {
  await tx
    .update(notification)
    .set({ readAt: read ? instantOf(now) : null })
    .where(and(eq(notification.personId, actor.personId), inArray(notification.id, [...ids])));
  return ok({});
}

/** Marks all of one's own that aren't newer than `until`: what came while the list was on the screen stays new. */
export async function markAllRead({ tx, actor, now }: CommandContext, until: Instant): Promise<Done> {
  await tx
    .update(notification)
    .set({ readAt: instantOf(now) })
    .where(
      and(
        eq(notification.personId, actor.personId),
        isNull(notification.readAt),
        lte(notification.at, until),
      ),
    );
  return ok({});
}

export async function changeWatch(
  { tx, actor }: CommandContext,
  { householdId, level }: { householdId: HouseholdId; level: WatchLevel },
): Promise<Done> {
  const { personId } = actor;
  if (level === 'concerns') {
    await tx
      .delete(householdWatch)
      .where(and(eq(householdWatch.personId, personId), eq(householdWatch.householdId, householdId)));
  } else {
    await tx
      .insert(householdWatch)
      .values({ personId, householdId, level })
      .onConflictDoUpdate({
        target: [householdWatch.personId, householdWatch.householdId],
        set: { level },
      });
  }
  return ok({});
}

export async function changeWish(
  { tx, actor }: CommandContext,
  { version, ...wish }: MailWish & { version: number },
): Promise<Done> {
  const [kept] = await tx
    .insert(mailSetting)
    .values({ personId: actor.personId, ...wish })
    .onConflictDoUpdate({
      target: mailSetting.personId,
      set: { ...wish, version: sql`${mailSetting.version} + 1` },
      setWhere: eq(mailSetting.version, version),
    })
    .returning({ version: mailSetting.version });
  if (kept === undefined || (version === 0) !== (kept.version === 1)) return refuse('changed-meanwhile');
  return ok({});
}

/** Ends mail for whoever holds the key of one. Answers alike for a key that is nobody's. */
export async function endMail(tx: Tx, key: string): Promise<Done> {
  await tx
    .update(mailSetting)
    .set({ pace: 'none', version: sql`${mailSetting.version} + 1` })
    .where(eq(mailSetting.unsubscribe, key));
  return ok({});
}

const daysBefore = (now: Date, days: number): Instant =>
  instantOf(new Date(now.getTime() - days * 86_400_000));

/** What was read is kept ninety days, the rest half a year. Answers how many were forgotten. */
export async function forgetNotifications({ db, now }: World): Promise<number> {
  const gone = await db.orm
    .delete(notification)
    .where(
      or(
        and(isNotNull(notification.readAt), lt(notification.at, daysBefore(now(), 90))),
        lt(notification.at, daysBefore(now(), 180)),
      ),
    )
    .returning({ id: notification.id });
  return gone.length;
}
