/** Adding a structure, changing its places, saying who knows of a concealed one (D4, D7). */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { BodyId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { BodyDraft } from '../../../shared/records/bodies.ts';
import { freeByDay, type Structure, type StructureTerms } from '../../../shared/records/structures.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { addBody } from '../bodies/commands.ts';
import { openBody, shownBodyBriefs } from '../bodies/queries.ts';
import { activeActors } from '../people/queries.ts';
import { nightsTaken } from '../placements/nights.ts';
import { lockStructure, presentStructures } from './queries.ts';
import { isReaderOf } from './readers.ts';
import { type StructureRow, structure, structureReader } from './table.ts';

type Draft = {
  readonly id: BodyId;
  readonly body: BodyDraft | null;
  readonly concealed: boolean;
  readonly terms: StructureTerms;
};

/** How many days ahead fewer places are compared with what is booked. */
const lookAheadDays = 730;

/** Adds a structure. The same id again answers the same structure. Whoever adds a concealed one is the first named. */
export async function openStructure(
  context: CommandContext,
  { id, body, concealed, terms }: Draft,
): Promise<Outcome<Structure>> {
  const { tx, actor, now } = context;
  if (concealed && actor.function !== 'protection') return refuse('not-yours-to-do');
  const earlier = await lockStructure(tx, actor, id);
  if (earlier !== null) return present(context, earlier);
  if (terms.others > terms.capacity) return refuseFull();
  if (body !== null) {
    if (!takesIn(body.kind)) return refuseKind();
    const added = await addBody(context, { ...body, id, concealed });
    if (!added.ok) return added;
  } else {
    const there = await openBody(tx, id);
    const isShown = (await shownBodyBriefs(tx, [id])).has(id);
    if (there === null || isShown === concealed) return refuse('not-available');
    if (!takesIn(there.kind)) return refuseKind();
  }
  const [made] = await tx
    .insert(structure)
    .values({ bodyId: id, ...terms, changedAt: instantOf(now) })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  if (concealed) await nameReader(context, id, actor.personId, 'Chi ha aperto la struttura.');
  await tell(context, id, concealed, 'structure.opened');
  return present(context, made);
}

/** Changes places and terms. Fewer places than are taken on some night are refused. */
export async function changeStructure(
  context: CommandContext,
  { structureId, version, ...terms }: StructureTerms & { structureId: BodyId; version: number },
): Promise<Outcome<Structure>> {
  const { tx, actor, now } = context;
  const before = await lockStructure(tx, actor, structureId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  const today = dayOf(now);
  const taken = (await nightsTaken(tx, [structureId], today)).get(structureId) ?? [];
  const room = terms.capacity - terms.others;
  if (Math.min(...freeByDay(room, taken, today, lookAheadDays)) < 0) return refuseFull();
  const [after] = await tx
    .update(structure)
    .set({ ...terms, changedAt: instantOf(now), version: sql`${structure.version} + 1` })
    .where(eq(structure.bodyId, structureId))
    .returning();
  assert(after, 'a locked structure is still there');
  await tell(context, structureId, before.concealed, 'structure.changed');
  return present(context, after);
}

/** Lets one worker know of a concealed structure. Named already: nothing happens. */
export async function nameForStructure(
  context: CommandContext,
  { structureId, personId, reason }: { structureId: BodyId; personId: PersonId; reason: string },
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor } = context;
  if (!(await isReaderOf(tx, actor.personId, structureId))) return refuse('not-available');
  const person = (await activeActors(tx, [personId])).get(personId);
  if (person === undefined || person.function === 'family' || person.function === 'volunteer') {
    return refuseField('personId', 'unknown', 'No worker has this id.');
  }
  await nameReader(context, structureId, personId, reason);
  return ok({});
}

/** Ends it, at once. Somebody has to remain who knows of it. */
export async function unnameForStructure(
  context: CommandContext,
  { structureId, personId }: { structureId: BodyId; personId: PersonId },
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor, now } = context;
  if ((await lockStructure(tx, actor, structureId)) === null) return refuse('not-available');
  if (!(await isReaderOf(tx, actor.personId, structureId))) return refuse('not-available');
  if (personId === actor.personId) {
    return refuseField('personId', 'oneself', 'Somebody else who was named ends one’s own.');
  }
  const ended = await tx
    .update(structureReader)
    .set({ until: instantOf(now) })
    .where(
      and(
        eq(structureReader.bodyId, structureId),
        eq(structureReader.personId, personId),
        isNull(structureReader.until),
      ),
    )
    .returning({ id: structureReader.id });
  if (ended.length === 0) return ok({});
  await append(context, null, { kind: 'secret-address.grant-ended', bodyId: structureId, personId });
  return ok({});
}

async function nameReader(
  context: CommandContext,
  bodyId: BodyId,
  personId: PersonId,
  reason: string,
): Promise<void> {
  const { tx, actor, now } = context;
  const named = await tx
    .insert(structureReader)
    .values({ bodyId, personId, reason, namedBy: actor.personId, since: instantOf(now) })
    .onConflictDoNothing()
    .returning({ id: structureReader.id });
  if (named.length === 0) return;
  await append(context, null, { kind: 'secret-address.granted', bodyId, personId, reason });
}

/** Of a concealed structure only those hear who were named. */
const tell = (
  context: CommandContext,
  bodyId: BodyId,
  concealed: boolean,
  kind: 'structure.opened' | 'structure.changed',
): Promise<void> =>
  append(context, null, { kind: concealed ? 'secret-address.structure-changed' : kind, bodyId });

const takesIn = (kind: BodyDraft['kind']): boolean => kind === 'shelter' || kind === 'family_placement';

const refuseKind = () =>
  refuseField('id', 'other-kind', 'Only a shelter or a family placement takes people in.');

const refuseFull = () =>
  refuseField('capacity', 'below-taken', 'On some night more places are taken than there would be.');

async function present({ tx, actor, now }: CommandContext, row: StructureRow): Promise<Outcome<Structure>> {
  const today = dayOf(now);
  const [presented] = await presentStructures(tx, actor, [row], { from: today, days: 28, today });
  assert(presented, 'whoever changed a structure may read it');
  return ok(presented);
}
