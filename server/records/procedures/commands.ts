/** Writing procedures: versions are added, drafts rewritten, and what was in force stays (D10, C11). */
import { and, desc, eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Instant, instantOf } from '../../../shared/dates.ts';
import type { PersonId, ProcedureId } from '../../../shared/ids.ts';
import { type Outcome, ok, type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import type { Procedure, ProcedureDraft, VersionDraft } from '../../../shared/records/procedures.ts';
import { workers } from '../../../shared/records/territory.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { personBriefs } from '../people/queries.ts';
import { refuseCaseData, refuseOthers } from '../territory/guards.ts';
import { presentProcedures } from './queries.ts';
import { type ProcedureRow, type ProcedureVersionRow, procedure, procedureVersion } from './table.ts';

/** Writes a new procedure, as a draft or in force from a day. The same id again answers the same procedure. */
export async function writeProcedure(
  context: CommandContext,
  { id, kind, title, ...version }: ProcedureDraft,
): Promise<Outcome<Procedure>> {
  const { tx } = context;
  const problem = (await refuseVersion(context, version)) ?? refuseCaseData({ title });
  if (problem !== null) return problem;
  const [made] = await tx.insert(procedure).values({ id, kind, title }).onConflictDoNothing().returning();
  if (made === undefined) {
    const earlier = await lockProcedure(tx, id);
    assert(earlier, 'what was in the way is there');
    return present(context, earlier);
  }
  await insertVersion(context, id, 1, version);
  return present(context, made);
}

/**
 * Adds the version after `after`. Whoever has not seen the newest is told, and while a draft waits there is no second
 * one. Nothing comes into force before what is in force already, or the order of versions would say the wrong thing.
 */
export async function addProcedureVersion(
  context: CommandContext,
  { procedureId, after, ...version }: VersionDraft & { procedureId: ProcedureId; after: number },
): Promise<Outcome<Procedure>> {
  const problem = await refuseVersion(context, version);
  if (problem !== null) return problem;
  const row = await lockProcedure(context.tx, procedureId);
  if (row === null) return refuse('not-available');
  const [newest] = await versionsOf(context.tx, procedureId);
  assert(newest, 'a procedure has a version');
  if (newest.number !== after) return refuse('changed-meanwhile');
  if (newest.inForceFrom === null) return refuse('wrong-state');
  const early = refuseBefore(version, newest);
  if (early !== null) return early;
  await insertVersion(context, procedureId, after + 1, version);
  return present(context, row);
}

/** Rewrites a draft, or puts it in force. A version in force is never changed: what people worked by stays readable. */
export async function changeProcedureDraft(
  context: CommandContext,
  input: VersionDraft & { procedureId: ProcedureId; number: number; writtenAt: Instant },
): Promise<Outcome<Procedure>> {
  const { tx, actor, now } = context;
  const { procedureId, number, text, change, authorId, inForceFrom, writtenAt } = input;
  const problem = await refuseVersion(context, input);
  if (problem !== null) return problem;
  const row = await lockProcedure(tx, procedureId);
  const [draft, before] = await versionsOf(tx, procedureId);
  if (row === null || draft === undefined || draft.number < number) return refuse('not-available');
  if (draft.number > number || draft.inForceFrom !== null) return refuse('wrong-state');
  if (draft.writtenAt !== writtenAt) return refuse('changed-meanwhile');
  const early = before ? refuseBefore(input, before) : null;
  if (early !== null) return early;
  await tx
    .update(procedureVersion)
    .set({ text, change, inForceFrom, authorId: authorId ?? actor.personId, writtenAt: instantOf(now) })
    .where(and(eq(procedureVersion.procedureId, procedureId), eq(procedureVersion.number, number)));
  await told(context, procedureId, number, input);
  return present(context, row);
}

async function insertVersion(
  context: CommandContext,
  procedureId: ProcedureId,
  number: number,
  { authorId, ...version }: VersionDraft,
): Promise<void> {
  const { tx, actor, now } = context;
  await tx.insert(procedureVersion).values({
    ...version,
    procedureId,
    number,
    authorId: authorId ?? actor.personId,
    writtenAt: instantOf(now),
  });
  await told(context, procedureId, number, { ...version, authorId });
}

const told = (
  context: CommandContext,
  procedureId: ProcedureId,
  number: number,
  { inForceFrom: from }: VersionDraft,
): Promise<void> =>
  append(
    context,
    null,
    from === null
      ? { kind: 'procedure.written', procedureId, number }
      : { kind: 'procedure.in-force', procedureId, number, from },
  );

async function refuseVersion(
  { tx, actor }: CommandContext,
  { text, change, authorId }: VersionDraft,
): Promise<Refusal | null> {
  return refuseOthers(actor) ?? refuseCaseData({ text, change }) ?? (await refuseAuthor(tx, authorId));
}

async function refuseAuthor(tx: Tx, authorId: PersonId | null): Promise<Refusal | null> {
  if (authorId === null) return null;
  const author = (await personBriefs(tx, [authorId])).get(authorId);
  return author && workers.includes(author.function)
    ? null
    : refuseField('authorId', 'unknown', 'No worker of the network has this id.');
}

const refuseBefore = (version: VersionDraft, earlier: ProcedureVersionRow): Refusal | null =>
  version.inForceFrom !== null && earlier.inForceFrom !== null && version.inForceFrom < earlier.inForceFrom
    ? refuseField('inForceFrom', 'before-start', 'The version before it comes into force later.')
    : null;

/** Newest first, locked by their procedure. */
const versionsOf = (tx: Tx, procedureId: ProcedureId): Promise<ProcedureVersionRow[]> =>
  tx
    .select()
    .from(procedureVersion)
    .where(eq(procedureVersion.procedureId, procedureId))
    .orderBy(desc(procedureVersion.number));

async function lockProcedure(tx: Tx, id: ProcedureId): Promise<ProcedureRow | null> {
  const [row] = await tx.select().from(procedure).where(eq(procedure.id, id)).for('update');
  return row ?? null;
}

async function present({ tx, actor }: CommandContext, row: ProcedureRow): Promise<Outcome<Procedure>> {
  const [presented] = await presentProcedures(tx, actor, [row]);
  assert(presented, 'one row gives one procedure');
  return ok(presented);
}
