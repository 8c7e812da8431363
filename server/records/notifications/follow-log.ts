/**
 * Reads the activity log on and tells whom it concerns. One node at a time: who holds the cursor's row reads, the others
 * pass. Cursor and notifications are committed together, so nothing is told twice or left out.
 */
import { and, eq, inArray } from 'drizzle-orm';
import { audiencesOf } from '../../../shared/activity.ts';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { type LoggedEvent, since } from '../../activity/log.ts';
import type { World } from '../../command.ts';
import { inTransaction, type Reader, type Tx } from '../../db/connect.ts';
import { householdWatch, notificationCursor } from './table.ts';
import { type Telling, tell } from './tell.ts';
import { toldOf } from './tellers.ts';

const batchSize = 200;

/** Reads to the log's end; answers how many entries were read here. */
export async function tellOfActivity(world: World): Promise<number> {
  let read = 0;
  for (;;) {
    const now = world.now();
    const { told, entries } = await inTransaction(world.db, (tx) => readOn(tx, now));
    if (told.length > 0) world.bus.publish({ kind: 'notified', personIds: told });
    read += entries;
    if (entries < batchSize) return read;
  }
}

async function readOn(tx: Tx, now: Date): Promise<{ told: PersonId[]; entries: number }> {
  const [cursor] = await tx.select().from(notificationCursor).for('update', { skipLocked: true });
  if (cursor === undefined) return { told: [], entries: 0 };
  const entries = await since(tx, cursor.seq, batchSize);
  const last = entries.at(-1);
  if (last === undefined) return { told: [], entries: 0 };
  const tellings: Telling[] = [];
  for (const entry of entries) tellings.push(...(await byName(tx, entry)));
  tellings.push(...(await byWatch(tx, entries, tellings)));
  const told = await tell(tx, now, tellings);
  await tx.update(notificationCursor).set({ seq: last.seq });
  return { told, entries: entries.length };
}

async function byName(reader: Reader, entry: LoggedEvent): Promise<Telling[]> {
  const { event, householdId, actorId, at, seq } = entry;
  const told = await toldOf(event, { reader, householdId });
  return told.flatMap(({ to, subject, once = `log:${seq}:${subject.kind}`, outside }) =>
    [...new Set(to)].flatMap((personId) =>
      personId === null
        ? []
        : [{ to: personId, householdId: outside ? null : householdId, subject, actorId, at, once }],
    ),
  );
}

/** Who watches everything of a household hears of what nobody told them by name. */
async function byWatch(
  reader: Reader,
  entries: readonly LoggedEvent[],
  named: readonly Telling[],
): Promise<Telling[]> {
  const heard = entries.filter(
    ({ householdId, event }) =>
      householdId !== null &&
      audiencesOf(event.kind).some((audience) => ['household', 'case', 'pact'].includes(audience)),
  );
  const watchers = await watchersOf(
    reader,
    heard.flatMap(({ householdId }) => householdId ?? []),
  );
  const byNameAlready = new Set(named.map(({ to, at, householdId }) => `${to} ${at} ${householdId}`));
  return heard.flatMap(({ householdId, event, actorId, at }) => {
    const domain = event.kind.slice(0, event.kind.indexOf('.'));
    const once = `happened:${householdId}:${domain}:${dayOf(new Date(at))}`;
    return (watchers.get(householdId) ?? [])
      .filter((to) => !byNameAlready.has(`${to} ${at} ${householdId}`))
      .map((to) => ({ to, householdId, subject: { kind: 'happened' as const, domain }, actorId, at, once }));
  });
}

async function watchersOf(
  reader: Reader,
  householdIds: readonly HouseholdId[],
): Promise<Map<HouseholdId | null, PersonId[]>> {
  if (householdIds.length === 0) return new Map();
  const rows = await reader
    .select()
    .from(householdWatch)
    .where(
      and(
        eq(householdWatch.level, 'everything'),
        inArray(householdWatch.householdId, [...new Set(householdIds)]),
      ),
    );
  const watchers = new Map<HouseholdId | null, PersonId[]>();
  for (const { householdId, personId } of rows) {
    watchers.set(householdId, [...(watchers.get(householdId) ?? []), personId]);
  }
  return watchers;
}
