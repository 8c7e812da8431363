/** Planning initiatives and saying how many came (A8, A11). */
import { and, asc, eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { InitiativeId, InitiativeSessionId, ProgrammeId } from '../../../shared/ids.ts';
import { type Outcome, ok, type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import type {
  Attendance,
  Initiative,
  InitiativeChange,
  InitiativeDraft,
  SessionDraft,
} from '../../../shared/records/initiatives.ts';
import { runsOn } from '../../../shared/records/programmes.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { programmeOf } from '../programmes/queries.ts';
import { openSpace } from '../spaces/queries.ts';
import { refuseBody, refuseCaseData } from '../territory/guards.ts';
import { presentInitiatives } from './queries.ts';
import { type InitiativeRow, type InitiativeSessionRow, initiative, initiativeSession } from './table.ts';

/** Plans an initiative and its sessions. The same id again answers the same initiative. */
export async function planInitiative(
  context: CommandContext,
  { sessions, ...draft }: InitiativeDraft,
): Promise<Outcome<Initiative>> {
  const { tx, actor } = context;
  const problem =
    (await refuseBody(tx, actor, draft.bodyId)) ??
    (await refuseWords(tx, draft)) ??
    (await refuseProgramme(tx, draft.programmeId, sessions));
  if (problem !== null) return problem;
  const [made] = await tx.insert(initiative).values(draft).onConflictDoNothing().returning();
  if (made === undefined) {
    const earlier = await lockInitiative(tx, draft.id);
    return earlier?.bodyId === draft.bodyId ? present(context, earlier) : refuse('not-available');
  }
  for (const session of sessions) {
    const doubled = await insertSession(tx, made.id, session);
    if (doubled !== null) return doubled;
  }
  await append(context, null, { kind: 'initiative.planned', initiativeId: made.id, bodyId: made.bodyId });
  return present(context, made);
}

/** Rewrites an initiative. It stays with its body. */
export async function changeInitiative(
  context: CommandContext,
  { initiativeId, version, ...change }: InitiativeChange & { initiativeId: InitiativeId },
): Promise<Outcome<Initiative>> {
  const { tx } = context;
  const found = await initiativeToChange(context, initiativeId);
  if (!found.ok) return found;
  if (found.value.version !== version) return refuse('changed-meanwhile');
  if (found.value.bodyId !== change.bodyId) return refuse('wrong-state');
  const problem =
    (await refuseWords(tx, change)) ??
    (await refuseProgramme(tx, change.programmeId, await sessionsOf(tx, initiativeId)));
  if (problem !== null) return problem;
  const [after] = await tx
    .update(initiative)
    .set({ ...change, version: sql`${initiative.version} + 1` })
    .where(eq(initiative.id, initiativeId))
    .returning();
  assert(after, 'a locked initiative is still there');
  await append(context, null, { kind: 'initiative.changed', initiativeId });
  return present(context, after);
}

/** Plans one more session. One that begins when another of the same initiative does is refused. */
export async function addInitiativeSession(
  context: CommandContext,
  { initiativeId, ...draft }: SessionDraft & { initiativeId: InitiativeId },
): Promise<Outcome<Initiative>> {
  const found = await initiativeToChange(context, initiativeId);
  if (!found.ok) return found;
  const earlier = await lockSession(context.tx, initiativeId, draft.id);
  if (earlier !== null) return present(context, found.value);
  const outside = await refuseProgramme(context.tx, found.value.programmeId, [draft]);
  if (outside !== null) return outside;
  const doubled = await insertSession(context.tx, initiativeId, draft);
  if (doubled !== null) return doubled;
  await append(context, null, { kind: 'initiative.session-added', initiativeId, sessionId: draft.id });
  return present(context, found.value);
}

/**
 * Says how many came: the session is held. Said again it corrects, and who corrects has seen what they correct
 * (`version`). Nobody can have come to a session that has not begun, nor to a cancelled one.
 */
export async function recordAttendance(
  context: CommandContext,
  input: Attendance & { initiativeId: InitiativeId; sessionId: InitiativeSessionId; version: number },
): Promise<Outcome<Initiative>> {
  const { tx, actor, now } = context;
  const { initiativeId, sessionId, version, ...counts } = input;
  const found = await sessionToChange(context, { initiativeId, sessionId, version });
  if (!found.ok) return found;
  const { of, session } = found.value;
  if (session.status === 'cancelled') return refuse('wrong-state');
  if (session.startsAt > instantOf(now)) {
    return refuseField('women', 'in-future', 'This session has not begun yet.');
  }
  if (counts.newcomers > counts.women + counts.children + counts.partners) {
    return refuseField('newcomers', 'more-than-all', 'More came for the first time than came at all.');
  }
  await stepSession(tx, sessionId, {
    ...counts,
    status: 'held',
    recordedBy: actor.personId,
    recordedAt: instantOf(now),
  });
  const correction = session.status === 'held';
  await append(context, null, {
    kind: 'initiative.attendance-recorded',
    initiativeId,
    sessionId,
    correction,
  });
  return present(context, of);
}

/** Cancels a planned session. One that was held can’t be: it was. */
export async function cancelSession(
  context: CommandContext,
  input: { initiativeId: InitiativeId; sessionId: InitiativeSessionId; reason: string; version: number },
): Promise<Outcome<Initiative>> {
  const { initiativeId, sessionId, reason } = input;
  const found = await sessionToChange(context, input);
  if (!found.ok) return found;
  if (found.value.session.status !== 'planned') return refuse('wrong-state');
  const problem = refuseCaseData({ reason });
  if (problem !== null) return problem;
  await stepSession(context.tx, sessionId, { status: 'cancelled', cancelReason: reason });
  await append(context, null, { kind: 'initiative.session-cancelled', initiativeId, sessionId, reason });
  return present(context, found.value.of);
}

/** What a programme pays for takes place while it runs. */
async function refuseProgramme(
  tx: Tx,
  programmeId: ProgrammeId | null,
  sessions: readonly Pick<SessionDraft, 'startsAt'>[],
): Promise<Refusal | null> {
  if (programmeId === null) return null;
  const programme = await programmeOf(tx, programmeId);
  if (programme === null) return refuseField('programmeId', 'unknown', 'No programme has this id.');
  return sessions.every(({ startsAt }) => runsOn(programme, dayOf(new Date(startsAt))))
    ? null
    : refuseField('programmeId', 'outside-programme', 'The programme doesn’t run on the day of a session.');
}

/** The words speak of no family; the space is one of the register and holds as many as may come. */
async function refuseWords(
  tx: Tx,
  { title, note, spaceId, capacity }: Pick<InitiativeDraft, 'title' | 'note' | 'spaceId' | 'capacity'>,
): Promise<Refusal | null> {
  const words = refuseCaseData({ title, note });
  if (words !== null || spaceId === null) return words;
  const space = await openSpace(tx, spaceId);
  if (space === null) return refuseField('spaceId', 'unknown', 'No open space has this id.');
  return capacity !== null && capacity > space.capacity
    ? refuseField('capacity', 'above-space', `The space holds ${space.capacity}.`)
    : null;
}

/** Locks the initiative, so that all that happens to it happens one after the other. */
async function initiativeToChange(
  { tx, actor }: CommandContext,
  initiativeId: InitiativeId,
): Promise<Outcome<InitiativeRow>> {
  const row = await lockInitiative(tx, initiativeId);
  if (row === null) return refuse('not-available');
  const problem = await refuseBody(tx, actor, row.bodyId);
  if (problem !== null) return problem.code === 'invalid' ? refuse('not-available') : problem;
  return ok(row);
}

async function sessionToChange(
  context: CommandContext,
  given: { initiativeId: InitiativeId; sessionId: InitiativeSessionId; version: number },
): Promise<Outcome<{ of: InitiativeRow; session: InitiativeSessionRow }>> {
  const found = await initiativeToChange(context, given.initiativeId);
  if (!found.ok) return found;
  const session = await lockSession(context.tx, given.initiativeId, given.sessionId);
  if (session === null) return refuse('not-available');
  return session.version === given.version ? ok({ of: found.value, session }) : refuse('changed-meanwhile');
}

async function insertSession(
  tx: Tx,
  initiativeId: InitiativeId,
  draft: SessionDraft,
): Promise<Refusal | null> {
  const made = await tx
    .insert(initiativeSession)
    .values({ ...draft, initiativeId, status: 'planned' })
    .onConflictDoNothing()
    .returning({ id: initiativeSession.id });
  return made.length === 1
    ? null
    : refuseField('startsAt', 'taken', 'This initiative has a session at that time.');
}

const stepSession = (tx: Tx, id: InitiativeSessionId, values: Partial<InitiativeSessionRow>) =>
  tx
    .update(initiativeSession)
    .set({ ...values, version: sql`${initiativeSession.version} + 1` })
    .where(eq(initiativeSession.id, id));

async function lockInitiative(tx: Tx, id: InitiativeId): Promise<InitiativeRow | null> {
  const [row] = await tx.select().from(initiative).where(eq(initiative.id, id)).for('update');
  return row ?? null;
}

async function lockSession(
  tx: Tx,
  initiativeId: InitiativeId,
  id: InitiativeSessionId,
): Promise<InitiativeSessionRow | null> {
  const [row] = await tx
    .select()
    .from(initiativeSession)
    .where(and(eq(initiativeSession.id, id), eq(initiativeSession.initiativeId, initiativeId)))
    .for('update');
  return row ?? null;
}

async function present({ tx, actor }: CommandContext, row: InitiativeRow): Promise<Outcome<Initiative>> {
  const [presented] = await presentInitiatives(tx, actor, [row], await sessionsOf(tx, row.id));
  return presented ? ok(presented) : refuse('not-available');
}

const sessionsOf = (tx: Tx, id: InitiativeId): Promise<InitiativeSessionRow[]> =>
  tx
    .select()
    .from(initiativeSession)
    .where(eq(initiativeSession.initiativeId, id))
    .orderBy(asc(initiativeSession.startsAt));
