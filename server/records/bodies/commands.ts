/** Adding, changing and closing bodies. */
import { and, eq, isNull } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import { BodyId, newId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Body, BodyDraft } from '../../../shared/records/bodies.ts';
import { append, type Occasion } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { body } from './table.ts';

/** D7: where women in danger live is secret, so a shelter of the protection sector is never in the directory. */
const isConcealed = ({ kind, sector }: Pick<BodyDraft, 'kind' | 'sector'>): boolean =>
  kind === 'shelter' && sector === 'protection';

/**
 * Adds a body. `id` is given when a network is loaded. A protection shelter is concealed from its first moment, and so is
 * a structure added as such.
 */
export async function addBody(
  occasion: Occasion,
  draft: BodyDraft & { readonly id?: BodyId; readonly concealed?: boolean },
): Promise<Outcome<Body>> {
  const { id = newId(BodyId), concealed = false, ...words } = draft;
  await occasion.tx
    .insert(body)
    .values({ ...words, id, concealed: concealed || isConcealed(draft), createdAt: instantOf(occasion.now) });
  await append(occasion, null, { kind: 'body.added', bodyId: id });
  return ok({ ...words, id });
}

/** Rewrites what is known about an open body. */
export async function changeBody(
  context: CommandContext,
  bodyId: BodyId,
  draft: BodyDraft,
): Promise<Outcome<Body>> {
  const changed = await context.tx
    .update(body)
    .set({ ...draft, ...(isConcealed(draft) ? { concealed: true } : {}) }) // what was concealed stays so
    .where(and(eq(body.id, bodyId), isNull(body.closedAt)))
    .returning({ id: body.id });
  if (changed.length === 0) return refuse('not-available');
  await append(context, null, { kind: 'body.changed', bodyId });
  return ok({ ...draft, id: bodyId });
}

/** Takes an open body out of the directory. */
export async function closeBody(
  context: CommandContext,
  bodyId: BodyId,
): Promise<Outcome<Record<string, never>>> {
  const closed = await context.tx
    .update(body)
    .set({ closedAt: instantOf(context.now) })
    .where(and(eq(body.id, bodyId), isNull(body.closedAt)))
    .returning({ id: body.id });
  if (closed.length === 0) return refuse('not-available');
  await append(context, null, { kind: 'body.closed', bodyId });
  return ok({});
}
