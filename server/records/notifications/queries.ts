/** What one was told, as far as one may still see it, and how one wants to hear of it. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { mostCounted } from '../../../shared/records/notification-count.ts';
import type { MailWish, Notification, WatchLevel } from '../../../shared/records/notifications.ts';
import type { Reader } from '../../db/connect.ts';
import { personBriefs } from '../people/queries.ts';
import { sightOf } from './sight.ts';
import { householdWatch, mailSetting, type NotificationRow, notification } from './table.ts';

/** More than anybody reads; what is older is forgotten soon. */
const mostListed = 300;

export async function readNotifications(
  reader: Reader,
  actor: Actor,
  only: 'all' | 'unread',
): Promise<Notification[]> {
  const found = await visible(reader, actor, { unread: only === 'unread', most: mostListed });
  const people = await personBriefs(
    reader,
    found.flatMap(({ row }) => row.actorId ?? []),
  );
  return found.map(({ row, household, title }) => ({
    id: row.id,
    at: row.at,
    read: row.readAt !== null,
    household,
    actor: (row.actorId && people.get(row.actorId)) ?? null,
    subject: row.data,
    title,
  }));
}

/** As many as the list would show. */
export async function countUnread(reader: Reader, actor: Actor): Promise<number> {
  const found = await visible(reader, actor, { unread: true, most: mostListed });
  return Math.min(found.length, mostCounted + 1);
}

/** This person's rows that they may see, newest first, with what may be shown beside them. */
export async function visible(
  reader: Reader,
  actor: Actor,
  { unread, most }: { readonly unread: boolean; readonly most: number },
) {
  const rows: NotificationRow[] = await reader
    .select()
    .from(notification)
    .where(and(eq(notification.personId, actor.personId), unread ? isNull(notification.readAt) : undefined))
    .orderBy(desc(notification.at), desc(notification.id))
    .limit(most);
  const sight = await sightOf(
    reader,
    actor,
    rows.map(({ householdId, data }) => ({ householdId, subject: data })),
  );
  return rows.flatMap((row, at) => {
    const shown = sight[at];
    return shown ? [{ row, ...shown }] : [];
  });
}

/**
 * How somebody wants mail who never said. A family gets none: whoever shares a mailbox with a woman who is hurt at home
 * must not learn from it that somebody writes to her.
 */
export const usualWish = (actor: Pick<Actor, 'function'>): MailWish => ({
  pace: actor.function === 'family' ? 'none' : 'daily',
  hour: 8,
  weekday: 1,
});

export async function readWish(reader: Reader, actor: Actor): Promise<MailWish & { version: number }> {
  const [said] = await reader
    .select({
      pace: mailSetting.pace,
      hour: mailSetting.hour,
      weekday: mailSetting.weekday,
      version: mailSetting.version,
    })
    .from(mailSetting)
    .where(eq(mailSetting.personId, actor.personId));
  return said ?? { ...usualWish(actor), version: 0 };
}

export async function readWatch(
  reader: Reader,
  personId: PersonId,
  householdId: HouseholdId,
): Promise<WatchLevel> {
  const [row] = await reader
    .select({ level: householdWatch.level })
    .from(householdWatch)
    .where(and(eq(householdWatch.personId, personId), eq(householdWatch.householdId, householdId)));
  return row?.level ?? 'concerns';
}
