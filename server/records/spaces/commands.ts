/** Adding, changing and closing community spaces (A9). */
import { eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf } from '../../../shared/dates.ts';
import type { SpaceId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Space, SpaceChange, SpaceDraft } from '../../../shared/records/spaces.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { refuseBody, refuseCaseData } from '../territory/guards.ts';
import { presentSpaces } from './queries.ts';
import { type SpaceRow, space } from './table.ts';

/** Adds a space to a body. The same id again answers the same space. */
export async function addSpace(context: CommandContext, draft: SpaceDraft): Promise<Outcome<Space>> {
  const { tx, actor, now } = context;
  const problem = (await refuseBody(tx, actor, draft.bodyId)) ?? refuseCaseData(textsOf(draft));
  if (problem !== null) return problem;
  const [made] = await tx
    .insert(space)
    .values({ ...columnsOf(draft), id: draft.id, openedOn: dayOf(now) })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) {
    const earlier = await lockSpace(tx, draft.id);
    return earlier?.bodyId === draft.bodyId ? present(context, earlier) : refuse('not-available');
  }
  await append(context, null, { kind: 'space.added', spaceId: made.id, bodyId: made.bodyId });
  return present(context, made);
}

/** Rewrites an open space. It stays with its body: another body’s space is another space. */
export async function changeSpace(
  context: CommandContext,
  { spaceId, version, ...change }: SpaceChange & { spaceId: SpaceId },
): Promise<Outcome<Space>> {
  const found = await spaceToChange(context, spaceId, version);
  if (!found.ok) return found;
  if (found.value.bodyId !== change.bodyId) return refuse('wrong-state');
  const problem = refuseCaseData(textsOf(change));
  if (problem !== null) return problem;
  const after = await step(context.tx, spaceId, columnsOf(change));
  await append(context, null, { kind: 'space.changed', spaceId, bodyId: after.bodyId });
  return present(context, after);
}

/** Takes a space out of the register today. */
export async function closeSpace(
  context: CommandContext,
  { spaceId, version }: { spaceId: SpaceId; version: number },
): Promise<Outcome<Record<string, never>>> {
  const found = await spaceToChange(context, spaceId, version);
  if (!found.ok) return found;
  const { bodyId } = await step(context.tx, spaceId, { closedOn: dayOf(context.now) });
  await append(context, null, { kind: 'space.closed', spaceId, bodyId });
  return ok({});
}

/** The open space, locked, if the actor may write for its body and has seen its last version. */
async function spaceToChange(
  { tx, actor }: CommandContext,
  spaceId: SpaceId,
  version: number,
): Promise<Outcome<SpaceRow>> {
  const row = await lockSpace(tx, spaceId);
  if (row === null || row.closedOn !== null) return refuse('not-available');
  const problem = await refuseBody(tx, actor, row.bodyId);
  if (problem !== null) return problem.code === 'invalid' ? refuse('not-available') : problem;
  return row.version === version ? ok(row) : refuse('changed-meanwhile');
}

const textsOf = ({ name, hours, accessNote, note }: Omit<SpaceDraft, 'id'>) => ({
  name,
  hours,
  accessNote,
  note,
});

const columnsOf = ({ place, ...words }: Omit<SpaceDraft, 'id'>) => ({
  ...words,
  x: place?.x ?? null,
  y: place?.y ?? null,
});

async function step(tx: Tx, spaceId: SpaceId, values: Partial<SpaceRow>): Promise<SpaceRow> {
  const [after] = await tx
    .update(space)
    .set({ ...values, version: sql`${space.version} + 1` })
    .where(eq(space.id, spaceId))
    .returning();
  assert(after, 'a locked space is still there');
  return after;
}

async function lockSpace(tx: Tx, spaceId: SpaceId): Promise<SpaceRow | null> {
  const [row] = await tx.select().from(space).where(eq(space.id, spaceId)).for('update');
  return row ?? null;
}

async function present({ tx, actor }: CommandContext, row: SpaceRow): Promise<Outcome<Space>> {
  const [presented] = await presentSpaces(tx, actor, [row]);
  return presented ? ok(presented) : refuse('not-available');
}
