/** Tells people: each once, never themselves, only what they may see and want to hear. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Instant } from '../../../shared/dates.ts';
import { type HouseholdId, NotificationId, newId, type PersonId } from '../../../shared/ids.ts';
import { isDue, type NotificationSubject } from '../../../shared/records/notifications.ts';
import type { Tx } from '../../db/connect.ts';
import { activeActors } from '../people/queries.ts';
import { sightOf } from './sight.ts';
import { householdWatch, notification } from './table.ts';

export type Telling = {
  readonly to: PersonId;
  readonly householdId: HouseholdId | null;
  readonly subject: NotificationSubject;
  /** Who did it: never told of it. Null: nobody did. */
  readonly actorId: PersonId | null;
  readonly at: Instant;
  /** What it is about: the same person is told it once, on whichever node it is seen first. */
  readonly once: string;
};

/** Older than this it isn't news: a server that comes back after weeks doesn't tell of all of them. */
const newsDays = 14;

/** Writes what is new and answers whom it told. */
export async function tell(tx: Tx, now: Date, tellings: readonly Telling[]): Promise<PersonId[]> {
  const since = now.getTime() - newsDays * 86_400_000;
  const wanted = tellings.filter(({ to, actorId, at }) => to !== actorId && Date.parse(at) >= since);
  if (wanted.length === 0) return [];
  const actors = await activeActors(
    tx,
    wanted.map(({ to }) => to),
  );
  const deaf = await whoHearsNothing(tx, wanted);
  const told: PersonId[] = [];
  for (const [personId, theirs] of Map.groupBy(wanted, ({ to }) => to)) {
    const actor = actors.get(personId);
    if (actor === undefined) continue;
    const heard = theirs.filter(
      ({ subject, householdId }) => isDue(subject.kind) || !deaf.has(`${personId} ${householdId}`),
    );
    const sight = await sightOf(tx, actor, heard);
    const rows = heard.filter((_, at) => sight[at] !== null);
    if (rows.length > 0 && (await write(tx, rows)) > 0) told.push(personId);
  }
  return told;
}

async function write(tx: Tx, tellings: readonly Telling[]): Promise<number> {
  let written = 0;
  for (const { to, subject, householdId, actorId, at, once } of tellings) {
    const values = { personId: to, householdId, kind: subject.kind, data: subject, actorId, at, once };
    const insert = tx.insert(notification).values({ id: newId(NotificationId), ...values });
    const target = [notification.personId, notification.once];
    // What merely went on is told again the same day, in the same line, once that was read.
    const rows = await (subject.kind === 'happened'
      ? insert.onConflictDoUpdate({
          target,
          set: { at, actorId, readAt: null },
          setWhere: sql`${notification.readAt} is not null`,
        })
      : insert.onConflictDoNothing({ target })
    ).returning({ id: notification.id });
    written += rows.length;
  }
  return written;
}

async function whoHearsNothing(tx: Tx, tellings: readonly Telling[]): Promise<Set<string>> {
  const households = tellings.flatMap(({ householdId }) => householdId ?? []);
  if (households.length === 0) return new Set();
  const rows = await tx
    .select()
    .from(householdWatch)
    .where(
      and(
        eq(householdWatch.level, 'nothing'),
        inArray(householdWatch.householdId, [...new Set(households)]),
        inArray(householdWatch.personId, [...new Set(tellings.map(({ to }) => to))]),
      ),
    );
  return new Set(rows.map(({ personId, householdId }) => `${personId} ${householdId}`));
}
