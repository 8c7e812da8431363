/**
 * Conferences: planned, changed or cancelled while planned, held, and their minutes frozen by the chair (X1–X3).
 *
 *   planned ──hold──▶ held ──freeze──▶ frozen
 *      └── cancel ──▶ cancelled
 */
import { eq } from 'drizzle-orm';
import { type Actor, may } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import {
  type ConferenceId,
  DocumentId,
  type HouseholdId,
  newId,
  type PersonId,
} from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { Conference, ConferenceDraft } from '../../../shared/records/conferences.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { createDocument } from '../../sync/create-document.ts';
import { openBody } from '../bodies/queries.ts';
import { takesPart } from '../care-team/queries.ts';
import { authorise } from '../households/authority.ts';
import { activeActors } from '../people/queries.ts';
import { writeMissingHeadings } from './headings.ts';
import { type InvitationOffice, invitationOf, sendInvitations, withdrawInvitations } from './invitations.ts';
import { type ConferenceOf, lockConference, lockSeen, update } from './lock.ts';
import { seedMinutes } from './minutes.ts';
import { presentConferences } from './queries.ts';
import { type ConferenceRow, conference, conferenceInvitee } from './table.ts';

type Done = Outcome<Record<string, never>>;
type Given = { readonly [K in keyof Omit<ConferenceDraft, 'id'>]?: ConferenceDraft[K] | undefined };

/**
 * Plans a conference and makes its minutes, with the agenda as headings. Those who are asked are written to, through the
 * office where there is one. The same id again answers the same.
 */
export async function scheduleConference(
  context: CommandContext,
  { householdId, ...draft }: ConferenceDraft & { householdId: HouseholdId },
  office: InvitationOffice | null = null,
): Promise<Outcome<Conference>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'conference.schedule');
  if (!allowed.ok) return allowed;
  const earlier = await lockConference(tx, { householdId, conferenceId: draft.id });
  if (earlier !== null) return present(tx, actor, earlier);
  const problem = refuseSamePerson(draft) ?? (await refuseUnknown(tx, householdId, draft, []));
  if (problem !== null) return problem;
  const { invitedIds, ...columns } = draft;
  const changedAt = instantOf(now);
  const minutesId = newId(DocumentId);
  const [made] = await tx
    .insert(conference)
    .values({
      ...columns,
      householdId,
      status: 'planned',
      minutesId,
      scheduledBy: actor.personId,
      changedAt,
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  await invite(tx, draft.id, invitedIds);
  const seed = seedMinutes(draft.agenda);
  await createDocument(tx, {
    id: minutesId,
    householdId,
    kind: 'minutes',
    conferenceId: draft.id,
    seed,
    authorId: null,
  });
  seed.destroy();
  await sendInvitations(context, office, made, null);
  const { id: conferenceId, start } = draft;
  await append(context, householdId, { kind: 'conference.scheduled', conferenceId, start });
  return present(tx, actor, made);
}

/**
 * Changes a planned conference, and tells those concerned. New points get their heading in the minutes; the headings that
 * are there stay, because people write under them already.
 */
export async function changeConference(
  context: CommandContext,
  of: ConferenceOf,
  { version, ...given }: Given & { version: number },
  office: InvitationOffice | null = null,
): Promise<Outcome<Conference>> {
  const { tx, actor } = context;
  const { householdId, conferenceId } = of;
  const planned = await lockPlanned(context, of);
  if (!planned.ok) return planned;
  if (planned.value.version !== version) return refuse('changed-meanwhile');
  const problem =
    refuseSamePerson({ ...planned.value, ...defined(given) }, given) ??
    refuseWithoutOpenPoint(planned.value, given.agenda) ??
    (await refuseUnknown(tx, householdId, given, planned.value.agenda));
  if (problem !== null) return problem;
  const fields = Object.entries(given).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  if (fields.length === 0) return present(tx, actor, planned.value);
  const { invitedIds, ...columns } = given;
  const before = await invitationOf(tx, planned.value);
  if (invitedIds !== undefined) {
    await tx.delete(conferenceInvitee).where(eq(conferenceInvitee.conferenceId, conferenceId));
    await invite(tx, conferenceId, invitedIds);
  }
  const after = await update(tx, conferenceId, defined(columns));
  if (given.agenda !== undefined) await writeMissingHeadings(tx, after.minutesId, after.agenda);
  await sendInvitations(context, office, after, before);
  await append(context, householdId, { kind: 'conference.changed', conferenceId, fields });
  return present(tx, actor, after);
}

/** Cancels a planned conference, with a reason. */
export async function cancelConference(
  context: CommandContext,
  { reason, ...of }: ConferenceOf & { reason: string },
  office: InvitationOffice | null = null,
): Promise<Done> {
  const planned = await lockPlanned(context, of);
  if (!planned.ok) return planned;
  const { householdId, conferenceId } = of;
  const cancelled = await update(context.tx, conferenceId, { status: 'cancelled', cancelReason: reason });
  await withdrawInvitations(context, office, cancelled);
  await append(context, householdId, { kind: 'conference.cancelled', conferenceId, reason });
  return ok({});
}

/** Records that it took place: for the chair, the minute-taker and whoever may plan one. Held already: nothing happens. */
export async function holdConference(context: CommandContext, of: ConferenceOf): Promise<Done> {
  const { tx, actor } = context;
  const { householdId, conferenceId } = of;
  const seen = await lockSeen(context, of);
  if (!seen.ok) return seen;
  const { row, relation } = seen.value;
  const { personId } = actor;
  const conducts = personId === row.chairId || personId === row.minuteTakerId;
  if (!conducts && !may(actor, 'conference.schedule', relation)) return refuse('not-yours-to-do');
  if (row.status === 'held') return ok({});
  if (row.status !== 'planned' || relation.household.status === 'closed') return refuse('wrong-state');
  await update(tx, conferenceId, { status: 'held' });
  await append(context, householdId, { kind: 'conference.held', conferenceId });
  return ok({});
}

/** Whoever leads a talk can't write it down as well: two people, from the first plan on. */
function refuseSamePerson(
  { chairId, minuteTakerId }: Pick<ConferenceRow, 'chairId' | 'minuteTakerId'>,
  given: Given = { chairId },
) {
  const isTold = given.chairId !== undefined || given.minuteTakerId !== undefined;
  return isTold && chairId === minuteTakerId
    ? refuseField('minuteTakerId', 'same-as-chair', 'Whoever chairs doesn’t take the minutes.')
    : null;
}

/** The point that is open stays on the agenda until the chair has closed it. */
export const refuseWithoutOpenPoint = (
  { floorPointId }: Pick<ConferenceRow, 'floorPointId'>,
  agenda: Conference['agenda'] | undefined,
) =>
  agenda !== undefined && floorPointId !== null && !agenda.some(({ id }) => id === floorPointId)
    ? refuseField('agenda', 'point-open', 'The point that is open can’t be taken out.')
    : null;

const defined = <T extends Given>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

async function refuseUnknown(
  tx: Tx,
  householdId: HouseholdId,
  given: Given,
  agendaBefore: Conference['agenda'],
) {
  for (const field of ['chairId', 'minuteTakerId'] as const) {
    const personId = given[field];
    if (personId !== undefined && !(await takesPart(tx, householdId, personId))) {
      return refuseField(field, 'not-in-team', 'Somebody of the team chairs and takes the minutes.');
    }
  }
  const invited = given.invitedIds ?? [];
  const known = await activeActors(tx, invited);
  const stranger = invited.findIndex((id) => !known.has(id));
  if (stranger >= 0) {
    return refuseField(`invitedIds.${stranger}`, 'unknown', 'No open account has this id.');
  }
  if (given.placeId && (await openBody(tx, given.placeId)) === null) {
    return refuseField('placeId', 'unknown', 'No open body has this id.');
  }
  return given.agenda === undefined ? null : refuseAgenda(tx, householdId, given.agenda, agendaBefore);
}

/** Points have ids of their own, and who asked for a new one is of the team. */
export async function refuseAgenda(
  tx: Tx,
  householdId: HouseholdId,
  agenda: Conference['agenda'],
  before: Conference['agenda'],
) {
  if (new Set(agenda.map(({ id }) => id)).size < agenda.length) {
    return refuseField('agenda', 'same-id', 'Two points of the agenda have the same id.');
  }
  const known = new Set(before.map(({ askedById }) => askedById));
  for (const [index, { askedById }] of agenda.entries()) {
    if (askedById === null || known.has(askedById)) continue;
    if (!(await takesPart(tx, householdId, askedById))) {
      return refuseField(`agenda.${index}.askedById`, 'not-in-team', 'Points are asked for by the team.');
    }
    known.add(askedById);
  }
  return null;
}

async function invite(tx: Tx, conferenceId: ConferenceId, personIds: readonly PersonId[]): Promise<void> {
  const rows = [...new Set(personIds)].map((personId) => ({ conferenceId, personId }));
  if (rows.length > 0) await tx.insert(conferenceInvitee).values(rows);
}

async function lockPlanned({ tx, actor }: CommandContext, of: ConferenceOf): Promise<Outcome<ConferenceRow>> {
  const allowed = await authorise(tx, actor, of.householdId, 'conference.schedule');
  if (!allowed.ok) return allowed;
  const row = await lockConference(tx, of);
  if (row === null) return refuse('not-available');
  return row.status === 'planned' ? ok(row) : refuse('wrong-state');
}

export async function present(tx: Tx, actor: Actor, row: ConferenceRow): Promise<Outcome<Conference>> {
  const [presented] = await presentConferences(tx, actor, [row]);
  assert(presented, 'one row gives one conference');
  return ok(presented);
}
