/** Who speaks what, when she is there and how much she has (A5). */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { Availability, RosterEntry } from '../../../shared/records/mediation.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader } from '../../db/connect.ts';
import { colleagues } from '../people/queries.ts';
import { mediation, mediatorAvailability } from './table.ts';

/** Every open account of a mediator, by name. Whoever has said nothing is there. */
export async function roster(reader: Reader, today: Day): Promise<RosterEntry[]> {
  const people = await colleagues(reader, { function: 'mediator' });
  const ids = people.map(({ id }) => id);
  if (ids.length === 0) return [];
  const said = await reader
    .select()
    .from(mediatorAvailability)
    .where(inArray(mediatorAvailability.personId, ids));
  const loads = await reader
    .select({ personId: mediation.mediatorId, load: sql<number>`count(*)::int` })
    .from(mediation)
    .where(and(inArray(mediation.mediatorId, ids), inArray(mediation.status, ['assigned', 'accepted'])))
    .groupBy(mediation.mediatorId);
  const saidBy = new Map(said.map((row) => [row.personId, row]));
  const loadOf = new Map(loads.map(({ personId, load }) => [personId, load]));
  return people.map(({ languages, ...person }) => {
    const {
      pausedUntil = null,
      days = '',
      districts = [],
      note = '',
      version = 0,
    } = saidBy.get(person.id) ?? {};
    const paused = pausedUntil !== null && pausedUntil > today;
    const load = loadOf.get(person.id) ?? 0;
    return { person, languages, pausedUntil, paused, days, districts, note, load, version };
  });
}

/** One mediator of the roster; null for anybody else. */
export const inRoster = async (reader: Reader, personId: PersonId, today: Day): Promise<RosterEntry | null> =>
  (await roster(reader, today)).find(({ person }) => person.id === personId) ?? null;

/** Says when a mediator is there: she herself, or the coordination for her. */
export async function changeAvailability(
  context: CommandContext,
  { personId, version, ...given }: Availability & { personId: PersonId; version: number },
): Promise<Outcome<RosterEntry>> {
  const { tx, actor, now } = context;
  if (actor.function !== 'coordinator' && actor.personId !== personId) return refuse('not-yours-to-do');
  const today = dayOf(now);
  const before = await inRoster(tx, personId, today);
  if (before === null) return refuse('not-available');
  if (given.pausedUntil !== null && given.pausedUntil !== before.pausedUntil && given.pausedUntil < today) {
    return refuseField('pausedUntil', 'past', 'The day she is back is past.');
  }
  const [kept] = await tx
    .insert(mediatorAvailability)
    .values({ personId, ...given })
    .onConflictDoUpdate({
      target: mediatorAvailability.personId,
      set: { ...given, version: sql`${mediatorAvailability.version} + 1` },
      setWhere: eq(mediatorAvailability.version, version),
    })
    .returning();
  if (kept === undefined || (version === 0) !== (kept.version === 1)) return refuse('changed-meanwhile');
  const { pausedUntil } = given;
  await append(context, null, { kind: 'roster.availability-changed', personId, pausedUntil });
  const after = await inRoster(tx, personId, today);
  assert(after, 'a mediator stays in the roster');
  return ok(after);
}
