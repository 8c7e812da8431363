/**
 * Who takes a request (A5): offered by the coordination or taken by a mediator who speaks its language, given back with
 * a reason, done with what came of it. Seeing a case needs a place in its team, so her yes adds her membership, by the
 * rule and with the request as its reason; nothing here ever ends one.
 */
import { dayOf, instantOf } from '../../../shared/dates.ts';
import { ContactId, type MediationId, newId, type PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { type Mediation, type MediationMode, speaks } from '../../../shared/records/mediation.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { joinTeam } from '../care-team/commands.ts';
import { keepContact } from '../contacts/commands.ts';
import { isHouseholdOpen } from '../households/briefs.ts';
import { lockMediation, move, present } from './commands.ts';
import { inRoster } from './roster.ts';
import { type MediationRow, mediationDecline } from './table.ts';

/** Offers a request to a mediator of its language who is there. Whoever had it before and hasn't accepted has it no more. */
export async function assignMediation(
  context: CommandContext,
  { mediationId, personId, version }: { mediationId: MediationId; personId: PersonId; version: number },
): Promise<Outcome<Mediation>> {
  const { tx, actor, now } = context;
  if (actor.function !== 'coordinator') return refuse('not-yours-to-do');
  const before = await lockMediation(context, mediationId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (!(await isWaiting(tx, before))) return refuse('wrong-state');
  const mediator = await inRoster(tx, personId, dayOf(now));
  if (mediator === null) return refuseField('personId', 'unknown', 'No mediator has this id.');
  if (!speaks(mediator, before.language))
    return refuseField('personId', 'other-language', 'She doesn’t speak it.');
  if (mediator.paused) return refuseField('personId', 'paused', 'She is away.');
  const change = { status: 'assigned' as const, mediatorId: personId, assignedBy: actor.personId };
  const after = await move(context, before, change);
  await append(context, before.householdId, { kind: 'mediation.assigned', mediationId, personId });
  return present(context, after);
}

/** Her yes, to what waits or was offered to her. Of two at the same moment the other finds it taken: `place-taken`. */
export async function acceptMediation(
  context: CommandContext,
  mediationId: MediationId,
): Promise<Outcome<Mediation>> {
  const { tx, actor, now } = context;
  const mediator = actor.function === 'mediator' ? await inRoster(tx, actor.personId, dayOf(now)) : null;
  const before = mediator && (await lockMediation(context, mediationId));
  if (before === null || !speaks(mediator ?? { languages: [] }, before.language))
    return refuse('not-available');
  const { householdId, mediatorId } = before;
  if (before.status === 'accepted' && mediatorId === actor.personId) return present(context, before);
  if (mediatorId !== null && mediatorId !== actor.personId) return refuse('place-taken');
  if (!(await isWaiting(tx, before))) return refuse('wrong-state');
  const { personId } = actor;
  await joinTeam(context, { householdId, personId, role: 'mediator', reason: before.note });
  const after = await move(context, before, {
    status: 'accepted',
    mediatorId: personId,
    assignedBy: before.assignedBy ?? personId,
  });
  await append(context, householdId, { kind: 'mediation.accepted', mediationId, personId });
  return present(context, after);
}

/** Gives back what was offered to her or what she had accepted: it waits again, for others. */
export async function declineMediation(
  context: CommandContext,
  { mediationId, reason, version }: { mediationId: MediationId; reason: string; version: number },
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor, now } = context;
  const before = await lockHers(context, mediationId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (before.status !== 'assigned' && before.status !== 'accepted') return refuse('wrong-state');
  const { personId } = actor;
  await tx.insert(mediationDecline).values({ mediationId, personId, at: instantOf(now), reason });
  await move(context, before, { status: 'requested', mediatorId: null, assignedBy: null });
  await append(context, before.householdId, { kind: 'mediation.declined', mediationId, personId });
  return ok({});
}

/** Tells that it is done. Unless it was written, it was a contact with the family, or a try at one, and is kept as such (A7). */
export async function finishMediation(
  context: CommandContext,
  {
    mediationId,
    version,
    ...result
  }: { mediationId: MediationId; minutes: number; reached: boolean; cameOf: string; version: number },
): Promise<Outcome<Mediation>> {
  const { tx, actor, now } = context;
  const before = await lockHers(context, mediationId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (before.status !== 'accepted' || !(await isHouseholdOpen(tx, before.householdId))) {
    return refuse('wrong-state');
  }
  const after = await move(context, before, { status: 'done', ...result });
  const { householdId, mode } = before;
  const { personId } = actor;
  await append(context, householdId, {
    kind: 'mediation.done',
    mediationId,
    personId,
    minutes: result.minutes,
  });
  if (mode === 'written') return present(context, after);
  await keepContact(context, householdId, {
    id: newId(ContactId),
    on: dayOf(now),
    channel: channelOf[mode],
    reached: result.reached,
    note: '',
  });
  return present(context, after);
}

const channelOf = { in_person: 'visit', phone: 'phone', online: 'video' } as const satisfies Record<
  Exclude<MediationMode, 'written'>,
  string
>;

/** A request that this mediator has; anybody else learns nothing of it. */
async function lockHers(context: CommandContext, mediationId: MediationId): Promise<MediationRow | null> {
  const row = await lockMediation(context, mediationId);
  return row?.mediatorId === context.actor.personId ? row : null;
}

/** Nobody has said yes yet, in a household that is open. */
async function isWaiting(tx: Tx, { status, householdId }: MediationRow): Promise<boolean> {
  return (status === 'requested' || status === 'assigned') && (await isHouseholdOpen(tx, householdId));
}
