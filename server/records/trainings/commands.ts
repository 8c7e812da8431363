/** Keeping the register of trainings (C11). */
import { eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { PersonId, TrainingId } from '../../../shared/ids.ts';
import { type Outcome, ok, type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import { workers } from '../../../shared/records/territory.ts';
import type { Training, TrainingChange, TrainingDraft } from '../../../shared/records/trainings.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { personBriefs } from '../people/queries.ts';
import { refuseCaseData, refuseOthers, refuseUnknownBodies } from '../territory/guards.ts';
import { presentTrainings } from './queries.ts';
import { type TrainingRow, training, trainingAttendee } from './table.ts';

/** Adds a training, of the past or to come. The same id again answers the same training. */
export async function addTraining(context: CommandContext, draft: TrainingDraft): Promise<Outcome<Training>> {
  const { tx } = context;
  const problem = await refuseTraining(context, draft);
  if (problem !== null) return problem;
  const [made] = await tx.insert(training).values(draft).onConflictDoNothing().returning();
  if (made === undefined) {
    const earlier = await lockTraining(tx, draft.id);
    assert(earlier, 'what was in the way is there');
    return present(tx, earlier);
  }
  await append(context, null, { kind: 'training.added', trainingId: made.id });
  return present(tx, made);
}

/** Changes what is written about it. */
export async function changeTraining(
  context: CommandContext,
  { trainingId, version, ...change }: TrainingChange & { trainingId: TrainingId },
): Promise<Outcome<Training>> {
  const problem = await refuseTraining(context, change);
  if (problem !== null) return problem;
  const found = await trainingToChange(context.tx, trainingId, version);
  if (!found.ok) return found;
  const after = await step(context.tx, trainingId, change);
  await append(context, null, { kind: 'training.changed', trainingId });
  return present(context.tx, after);
}

/** Says who came, instead of whoever was said before. Nobody can have come to what has not begun; families never attend. */
export async function recordTrainingAttendance(
  context: CommandContext,
  input: { trainingId: TrainingId; personIds: readonly PersonId[]; others: number; version: number },
): Promise<Outcome<Training>> {
  const { tx, actor, now } = context;
  const { trainingId, others, version } = input;
  const notTheirs = refuseOthers(actor);
  if (notTheirs !== null) return notTheirs;
  const found = await trainingToChange(tx, trainingId, version);
  if (!found.ok) return found;
  if (found.value.startsAt > instantOf(now)) {
    return refuseField('personIds', 'in-future', 'This training has not begun yet.');
  }
  const people = await personBriefs(tx, input.personIds);
  const all = [...new Set(input.personIds)];
  if (!all.every((id) => [...workers, 'volunteer'].includes(people.get(id)?.function ?? ''))) {
    return refuseField('personIds', 'unknown', 'Only who works or helps in the network attends.');
  }
  await tx.delete(trainingAttendee).where(eq(trainingAttendee.trainingId, trainingId));
  if (all.length > 0) {
    await tx.insert(trainingAttendee).values(all.map((personId) => ({ trainingId, personId })));
  }
  const after = await step(tx, trainingId, { others });
  await append(context, null, { kind: 'training.attended', trainingId });
  return present(tx, after);
}

async function refuseTraining(
  { tx, actor }: CommandContext,
  { title, trainer, bodyId, materials }: Omit<TrainingDraft, 'id'>,
): Promise<Refusal | null> {
  return (
    refuseOthers(actor) ??
    refuseCaseData({ title, trainer, materials: materials.map((material) => material.title) }) ??
    (await refuseUnknownBodies(tx, { bodyId: bodyId === null ? [] : [bodyId] }))
  );
}

async function trainingToChange(tx: Tx, id: TrainingId, version: number): Promise<Outcome<TrainingRow>> {
  const row = await lockTraining(tx, id);
  if (row === null) return refuse('not-available');
  return row.version === version ? ok(row) : refuse('changed-meanwhile');
}

async function step(tx: Tx, id: TrainingId, values: Partial<TrainingRow>): Promise<TrainingRow> {
  const [after] = await tx
    .update(training)
    .set({ ...values, version: sql`${training.version} + 1` })
    .where(eq(training.id, id))
    .returning();
  assert(after, 'a locked training is still there');
  return after;
}

async function lockTraining(tx: Tx, id: TrainingId): Promise<TrainingRow | null> {
  const [row] = await tx.select().from(training).where(eq(training.id, id)).for('update');
  return row ?? null;
}

async function present(tx: Tx, row: TrainingRow): Promise<Outcome<Training>> {
  const [presented] = await presentTrainings(tx, [row]);
  assert(presented, 'one row gives one training');
  return ok(presented);
}
