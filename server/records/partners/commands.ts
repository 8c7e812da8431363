/** Writing the partner registry (A10) and the networks of the Case (C10). */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { BodyId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { NetworkTie, Partner, PartnershipChange, TieKind } from '../../../shared/records/partners.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { directoryBodies } from '../bodies/queries.ts';
import { refuseBody, refuseCaseData, refuseOthers } from '../territory/guards.ts';
import { presentPartner } from './queries.ts';
import { networkTie, partner } from './table.ts';

/** Writes down the partnership of a body, or changes it. `version` null says there was none: two who begin it at once are told. */
export async function recordPartnership(
  context: CommandContext,
  { bodyId, version, place, ...words }: PartnershipChange & { bodyId: BodyId },
): Promise<Outcome<Partner>> {
  const { tx, actor, now } = context;
  const others = refuseOthers(actor);
  if (others !== null) return others;
  const body = (await directoryBodies(tx, [bodyId])).get(bodyId);
  if (body === undefined) return refuse('not-available');
  const problem =
    refuseAhead(words.since, dayOf(now)) ??
    refuseCaseData({ contactName: words.contactName, contactRole: words.contactRole });
  if (problem !== null) return problem;
  const values = { ...words, x: place?.x ?? null, y: place?.y ?? null };
  const [after] =
    version === null
      ? await tx
          .insert(partner)
          .values({ ...values, bodyId })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(partner)
          .set({ ...values, version: sql`${partner.version} + 1` })
          .where(and(eq(partner.bodyId, bodyId), eq(partner.version, version)))
          .returning();
  if (after === undefined) return refuse('changed-meanwhile');
  await append(context, null, { kind: 'partner.recorded', bodyId });
  return ok(presentPartner(body, after));
}

/** Takes a body into the network of a Casa, or changes what it does there. One that had left comes back. */
export async function tieBody(
  context: CommandContext,
  given: { casaId: BodyId; bodyId: BodyId; kind: TieKind; since: Day },
): Promise<Outcome<NetworkTie>> {
  const { tx, now } = context;
  const { casaId, bodyId, kind, since } = given;
  const problem = (await refuseCasa(context, casaId)) ?? refuseAhead(since, dayOf(now));
  if (problem !== null) return problem;
  const other = (await directoryBodies(tx, [bodyId])).get(bodyId);
  if (other === undefined || casaId === bodyId) {
    return refuseField('bodyId', 'unknown', 'No other body of the directory has this id.');
  }
  const [tied] = await tx
    .insert(networkTie)
    .values(given)
    .onConflictDoUpdate({
      target: [networkTie.casaId, networkTie.bodyId],
      set: { kind, since, until: null },
    })
    .returning();
  assert(tied, 'a tie is made or changed');
  await append(context, null, { kind: 'partner.tied', casaId, bodyId });
  return ok({ casaId, bodyId, kind, since });
}

/** Ends a body’s part in the network of a Casa, today. */
export async function untieBody(
  context: CommandContext,
  { casaId, bodyId }: { casaId: BodyId; bodyId: BodyId },
): Promise<Outcome<Record<string, never>>> {
  const problem = await refuseCasa(context, casaId);
  if (problem !== null) return problem;
  const ended = await context.tx
    .update(networkTie)
    .set({ until: sql`greatest(${networkTie.since}, ${dayOf(context.now)}::date)` })
    .where(and(eq(networkTie.casaId, casaId), eq(networkTie.bodyId, bodyId), isNull(networkTie.until)))
    .returning();
  if (ended.length === 0) return refuse('not-available');
  await append(context, null, { kind: 'partner.untied', casaId, bodyId });
  return ok({});
}

/** The network is a Casa’s: of those who work there, and of the coordination. */
async function refuseCasa({ tx, actor }: CommandContext, casaId: BodyId) {
  const casa = (await directoryBodies(tx, [casaId])).get(casaId);
  if (casa?.kind !== 'casa_del_quartiere') return refuse('not-available');
  return refuseBody(tx, actor, casaId);
}

const refuseAhead = (since: Day, today: Day) =>
  since > today ? refuseField('since', 'in-future', 'It can’t begin after today.') : null;
