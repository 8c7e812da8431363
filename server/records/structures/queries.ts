/** Structures as those read them who book, and what other domains ask of them. */
import { eq, inArray } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { BodyId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import { freeByDay, type Structure, type StructureReader } from '../../../shared/records/structures.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import { bodyBriefs, shownBodyBriefs } from '../bodies/queries.ts';
import { personBriefs } from '../people/queries.ts';
import { nightsTaken } from '../placements/nights.ts';
import { isReaderOf, readersOf, structuresNamedTo } from './readers.ts';
import { type StructureRow, structure } from './table.ts';

type Board = { readonly from: Day | undefined; readonly days: number };

/** Every structure the actor may know of, by name, with its free places by day. */
export async function readStructures(
  reader: Reader,
  actor: Actor,
  now: Date,
  { from = dayOf(now), days }: Board,
): Promise<Outcome<{ from: Day; structures: Structure[] }>> {
  const rows = await reader.select().from(structure);
  const structures = await presentStructures(reader, actor, rows, { from, days, today: dayOf(now) });
  const byName = new Intl.Collator('it');
  structures.sort((a, b) => byName.compare(a.body.name, b.body.name));
  return ok({ from, structures });
}

/** Rows as this actor reads them; those they may not know of are left out. */
export async function presentStructures(
  reader: Reader,
  actor: Actor,
  rows: readonly StructureRow[],
  { from, days, today }: { from: Day; days: number; today: Day },
): Promise<Structure[]> {
  const ids = rows.map(({ bodyId }) => bodyId);
  const [bodies, shown] = [await bodyBriefs(reader, ids), await shownBodyBriefs(reader, ids)];
  const named = await structuresNamedTo(reader, actor.personId);
  const taken = await nightsTaken(reader, ids, today);
  return rows.flatMap(({ bodyId, changedAt: _, ...terms }) => {
    const body = bodies.get(bodyId);
    assert(body, 'a structure is a body');
    const concealed = !shown.has(bodyId);
    if (concealed && !named.has(bodyId)) return [];
    const free = freeByDay(terms.capacity - terms.others, taken.get(bodyId) ?? [], from, days);
    return [{ ...terms, body, concealed, free, mayName: concealed && actor.function === 'protection' }];
  });
}

/** A structure for whoever books, locked so that bookings of it queue up; null when the actor may not know of it. */
export async function lockStructure(
  tx: Tx,
  actor: Actor,
  bodyId: BodyId,
): Promise<(StructureRow & { readonly concealed: boolean }) | null> {
  const [row] = await tx.select().from(structure).where(eq(structure.bodyId, bodyId)).for('no key update');
  if (row === undefined) return null;
  const concealed = !(await shownBodyBriefs(tx, [bodyId])).has(bodyId);
  if (concealed && !(await isReaderOf(tx, actor.personId, bodyId))) return null;
  return { ...row, concealed };
}

export type StructureFacts = {
  readonly name: string;
  readonly concealed: boolean;
  readonly alertNights: number | null;
};

/** For placements: what is needed to present them. The caller decides who may read the name. */
export async function structureFacts(
  reader: Reader,
  ids: readonly BodyId[],
): Promise<Map<BodyId, StructureFacts>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader.select().from(structure).where(inArray(structure.bodyId, wanted));
  const [bodies, shown] = [await bodyBriefs(reader, wanted), await shownBodyBriefs(reader, wanted)];
  return new Map(
    rows.map(({ bodyId, alertNights }) => {
      const name = bodies.get(bodyId)?.name ?? '';
      return [bodyId, { name, concealed: !shown.has(bodyId), alertNights }];
    }),
  );
}

/** Every structure that takes bookings and that the actor may know of. */
export async function openStructures(reader: Reader, actor: Actor): Promise<StructureRow[]> {
  const rows = await reader.select().from(structure).where(eq(structure.open, true));
  const shown = await shownBodyBriefs(
    reader,
    rows.map(({ bodyId }) => bodyId),
  );
  const named = await structuresNamedTo(reader, actor.personId);
  return rows.filter(({ bodyId }) => shown.has(bodyId) || named.has(bodyId));
}

/** Who may know of a concealed structure, for protection that was named. */
export async function readReaders(
  reader: Reader,
  actor: Actor,
  bodyId: BodyId,
): Promise<Outcome<{ people: StructureReader[] }>> {
  if (!(await isReaderOf(reader, actor.personId, bodyId))) return refuse('not-available');
  const rows = await readersOf(reader, bodyId);
  const briefs = await personBriefs(
    reader,
    rows.flatMap(({ personId, namedBy }) => [personId, namedBy]),
  );
  const people = rows.map(({ personId, namedBy: by, since, reason }) => {
    const [person, namedBy] = [briefs.get(personId), briefs.get(by)];
    assert(person && namedBy, 'a structure’s reader is a person');
    return { person, since, reason, namedBy };
  });
  return ok({ people });
}

/** The structure of a booking that exists, locked: whoever extends a stay needn't know which it is. */
export async function lockRoom(tx: Tx, bodyId: BodyId): Promise<StructureRow> {
  const [row] = await tx.select().from(structure).where(eq(structure.bodyId, bodyId)).for('no key update');
  assert(row, 'a structure is never deleted');
  return row;
}
