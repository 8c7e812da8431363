/** The log as people read it: only entries whose audience they are in, newest first. */
import { and, desc, eq, gt, inArray, isNull, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import {
  type ActivityEntry,
  ActivityEvent,
  type ActivityKind,
  type Audience,
  audiencesOf,
} from '../../../shared/activity.ts';
import type { Instant } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { LoggedEvent } from '../../activity/log.ts';
import { activity } from '../../activity/table.ts';
import type { Reader } from '../../db/connect.ts';
import { personBriefs } from '../people/queries.ts';

export type Page = {
  /** Only entries before this position. */
  readonly before: number | undefined;
  readonly limit: number;
};

/** What happened to one household. Whoever asks may see its case, and of what is reserved only their own part. */
export const ofHousehold = (
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  page: Page,
): Promise<LoggedEvent[]> =>
  read(reader, and(eq(activity.householdId, householdId), notReserved(actor)), page);

/** Of these kinds, after a moment. Whoever asks may see the household's case. */
export const ofHouseholdAfter = (
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  { after, kinds, limit }: { after: Instant; kinds: readonly ActivityKind[]; limit: number },
): Promise<LoggedEvent[]> =>
  read(
    reader,
    and(
      eq(activity.householdId, householdId),
      gt(activity.at, after),
      inArray(activity.kind, [...kinds]),
      notReserved(actor),
    ),
    { before: undefined, limit },
  );

/**
 * What happened in the households this person works with, and to the tasks they own. For the administration: accounts
 * and bodies. For the auditor: everything, without case content.
 */
export async function ofReader(reader: Reader, actor: Actor, page: Page): Promise<LoggedEvent[]> {
  if (actor.function === 'auditor') return (await read(reader, undefined, page)).map(withoutWords);
  const theirs = inArray(activity.kind, kindsFor(actor.function));
  const about = or(
    inTheirHouseholds(actor),
    ownTasks(actor),
    outsideHouseholds(actor),
    theirs,
    reservedFor(actor),
  );
  return read(reader, and(about, notReserved(actor)), page);
}

function read(reader: Reader, where: SQL | undefined, { before, limit }: Page): Promise<LoggedEvent[]> {
  return reader
    .select({
      seq: activity.seq,
      at: activity.at,
      actorId: activity.actorId,
      householdId: activity.householdId,
      event: activity.event,
    })
    .from(activity)
    .where(and(where, before === undefined ? undefined : lt(activity.seq, before)))
    .orderBy(desc(activity.seq))
    .limit(limit);
}

/** The view household_reader (migrations/0003) says who sees which household, and who of them sees its case. */
const inTheirHouseholds = ({ personId, function: its }: Actor): SQL => sql`exists (
  select from household_reader reader
  where reader.person_id = ${personId} and reader.household_id = ${activity.householdId}
    and (reader.sees_case or ${inArray(activity.kind, [
      ...kindsFor('household'),
      ...(its === 'family' ? kindsFor('pact') : []),
    ])}))`;

/** Reserved entries this person did, is named in, or keeps the address of (the view is in migrations/0014). */
const reservedFor = ({ personId }: Actor): SQL | undefined =>
  and(
    inArray(activity.kind, kindsFor('reserved')),
    or(
      eq(activity.actorId, personId),
      sql`${activity.event} ->> 'personId' = ${personId}`,
      sql`exists (select from secret_address_keeper keeper
        where keeper.household_id = ${activity.householdId} and keeper.person_id = ${personId})`,
    ),
  );

const notReserved = (actor: Actor): SQL | undefined =>
  or(notInArray(activity.kind, kindsFor('reserved')), reservedFor(actor));

const ownTasks = ({ personId }: Actor): SQL | undefined =>
  and(sql`${activity.kind} like 'task.%'`, sql`${activity.event} ->> 'ownerId' = ${personId}`);

function outsideHouseholds({ function: its }: Actor): SQL | undefined {
  if (its === 'admin') return isNull(activity.householdId);
  return its === 'coordinator' ? inArray(activity.kind, kindsFor('network')) : undefined;
}

const allKinds: readonly ActivityKind[] = ActivityEvent.options.map(({ shape }) => shape.kind.value);

const kindsFor = (audience: Audience): ActivityKind[] =>
  allKinds.filter((kind) => audiencesOf(kind).includes(audience));

/** For the auditor: what kind of thing happened, by whom and when; the reasons given are case content. */
function withoutWords(entry: LoggedEvent): LoggedEvent {
  if (!('reason' in entry.event) || entry.event.reason === null) return entry;
  return { ...entry, event: { ...entry.event, reason: '' } };
}

/** Entries with the brief of whoever acted. */
export async function present(reader: Reader, entries: readonly LoggedEvent[]): Promise<ActivityEntry[]> {
  const actors = await personBriefs(
    reader,
    entries.flatMap(({ actorId }) => actorId ?? []),
  );
  return entries.map(({ seq, at, actorId, householdId, event }) => ({
    seq,
    at,
    actor: (actorId && actors.get(actorId)) ?? null,
    householdId,
    event,
  }));
}
