/**
 * Mail about what somebody hasn't read: at once, each day or each week at the hour they chose, and only when there is
 * something new. What they have read meanwhile, or may no longer see, isn't counted; what was counted once isn't again.
 */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { MailWish } from '../../../shared/records/notifications.ts';
import type { World } from '../../command.ts';
import { inTransaction, type Tx } from '../../db/connect.ts';
import { post } from '../../outbox/outbox.ts';
import { actorOf } from '../people/queries.ts';
import { usualWish } from './queries.ts';
import { sightOf } from './sight.ts';
import { mailSetting, notification } from './table.ts';

/** Somebody in the middle of a conversation gets one message, not ten. */
const restMs = 5 * 60_000;

/** Posts what is due and answers to how many people. Several nodes may run it at once: each row is counted by one. */
export async function mailNews(world: World): Promise<number> {
  const waiting = await world.db.orm
    .selectDistinct({ personId: notification.personId })
    .from(notification)
    .where(unmailed);
  let mailed = 0;
  for (const { personId } of waiting) {
    const now = world.now();
    if (await inTransaction(world.db, (tx) => mailOne(tx, personId, now))) mailed++;
  }
  return mailed;
}

const unmailed = and(isNull(notification.readAt), isNull(notification.mailedAt));

async function mailOne(tx: Tx, personId: PersonId, now: Date): Promise<boolean> {
  const actor = await actorOf(tx, personId);
  if (actor === null) return false;
  const { wish, key } = await wishOf(tx, actor);
  if (wish.pace === 'none') return false;
  if (wish.pace === 'at_once' && (await mailedSince(tx, personId, now.getTime() - restMs))) return false;
  const until = wish.pace === 'at_once' ? now : lastMoment(wish, now);
  const rows = await tx
    .select()
    .from(notification)
    .where(and(eq(notification.personId, personId), unmailed, sql`${notification.at} < ${instantOf(until)}`))
    .for('update', { skipLocked: true });
  const sight = await sightOf(
    tx,
    actor,
    rows.map(({ householdId, data }) => ({ householdId, subject: data })),
  );
  const seen = rows.filter((_, at) => sight[at] !== null);
  if (seen.length === 0) return false;
  const ids = seen.map(({ id }) => id);
  await tx
    .update(notification)
    .set({ mailedAt: instantOf(now) })
    .where(inArray(notification.id, ids));
  const households = new Set(seen.flatMap(({ householdId }) => householdId ?? [])).size;
  const unsubscribe = key ?? (await keyOf(tx, actor));
  await (wish.pace === 'at_once'
    ? post(tx, { to: { personId }, template: 'news', data: { unsubscribe } })
    : post(tx, {
        to: { personId },
        template: 'digest',
        data: { unread: seen.length, households, weekly: wish.pace === 'weekly', unsubscribe },
      }));
  return true;
}

async function wishOf(tx: Tx, actor: Actor): Promise<{ wish: MailWish; key: string | null }> {
  const [said] = await tx.select().from(mailSetting).where(eq(mailSetting.personId, actor.personId));
  return said ? { wish: said, key: said.unsubscribe } : { wish: usualWish(actor), key: null };
}

/** Whoever gets a first mail gets a key to end it with. */
async function keyOf(tx: Tx, actor: Actor): Promise<string> {
  const { personId } = actor;
  await tx
    .insert(mailSetting)
    .values({ personId, ...usualWish(actor) })
    .onConflictDoNothing();
  const [{ unsubscribe }] = (await tx
    .select({ unsubscribe: mailSetting.unsubscribe })
    .from(mailSetting)
    .where(eq(mailSetting.personId, personId))) as [{ unsubscribe: string }]; // just written
  return unsubscribe;
}

async function mailedSince(tx: Tx, personId: PersonId, ms: number): Promise<boolean> {
  const rows = await tx
    .select({ id: notification.id })
    .from(notification)
    .where(
      and(eq(notification.personId, personId), sql`${notification.mailedAt} > ${instantOf(new Date(ms))}`),
    )
    .limit(1);
  return rows.length > 0;
}

const romeHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The last time the hour came, of the chosen day when it is weekly: what is older than it goes out now. */
export function lastMoment({ pace, hour, weekday }: MailWish, now: Date): Date {
  const hourMs = 3_600_000;
  let moment = new Date(Math.floor(now.getTime() / hourMs) * hourMs);
  for (;;) {
    const day = new Date(dayOf(moment)).getUTCDay() || 7;
    if (Number(romeHour.format(moment)) === hour && (pace === 'daily' || day === weekday)) return moment;
    moment = new Date(moment.getTime() - hourMs);
  }
}
