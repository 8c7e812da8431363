/** The agenda before the conference: anyone of the team asks for a point, the chair puts them in order (X1). */
import { documentAccess, may } from '../../../shared/access.ts';
import type { ConferenceId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, refuse, refuseField } from '../../../shared/outcome.ts';
import type { AskedPoint } from '../../../shared/records/conference-before.ts';
import type { AgendaPoint, Conference } from '../../../shared/records/conferences.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { present, refuseAgenda, refuseWithoutOpenPoint } from './commands.ts';
import { writeMissingHeadings } from './headings.ts';
import { lockSeen, update } from './lock.ts';

/** As many as AgendaPoint[] may hold (shared/records/conferences.ts). */
const mostPoints = 30;

type Of = { readonly householdId: HouseholdId; readonly conferenceId: ConferenceId };

/**
 * Adds a point at the end, in the name of whoever asks: for everybody who writes the plan, without planning anything.
 * No version is asked: it takes nothing away from anybody. The same point of the same person again answers the same.
 */
export async function askForPoint(
  context: CommandContext,
  { householdId, conferenceId, ...point }: AskedPoint & Of,
): Promise<Outcome<Conference>> {
  const { tx, actor } = context;
  const seen = await lockSeen(context, { householdId, conferenceId });
  if (!seen.ok) return seen;
  const { row, relation } = seen.value;
  if (documentAccess(actor, relation, { kind: 'care-plan', frozen: false }) !== 'write') {
    return refuse('not-yours-to-do');
  }
  if (row.status !== 'planned') return refuse('wrong-state');
  const earlier = row.agenda.find(({ id }) => id === point.id);
  if (earlier?.askedById === actor.personId) return present(tx, actor, row);
  if (earlier !== undefined) return refuse('already-exists');
  if (row.agenda.length >= mostPoints) return refuseField('title', 'agenda-full', 'The agenda is full.');
  const agenda: AgendaPoint[] = [...row.agenda, { ...point, askedById: actor.personId }];
  const after = await update(tx, conferenceId, { agenda });
  await writeMissingHeadings(tx, row.minutesId, agenda);
  await append(context, householdId, { kind: 'conference.point-asked', conferenceId, pointId: point.id });
  return present(tx, actor, after);
}

/** Sets the whole agenda: for the chair, and for whoever may plan one. Who asked for a point isn't rewritten here. */
export async function setAgenda(
  context: CommandContext,
  { householdId, conferenceId, agenda, version }: Of & { agenda: Conference['agenda']; version: number },
): Promise<Outcome<Conference>> {
  const { tx, actor } = context;
  const seen = await lockSeen(context, { householdId, conferenceId });
  if (!seen.ok) return seen;
  const { row, relation } = seen.value;
  const isChair = row.chairId === actor.personId && relation.household.status !== 'closed';
  if (!isChair && !may(actor, 'conference.schedule', relation)) return refuse('not-yours-to-do');
  if (row.status !== 'planned') return refuse('wrong-state');
  if (row.version !== version) return refuse('changed-meanwhile');
  const asked = new Map(row.agenda.map(({ id, askedById }) => [id, askedById]));
  const kept = agenda.map((point) => ({ ...point, askedById: asked.get(point.id) ?? point.askedById }));
  const problem =
    refuseWithoutOpenPoint(row, kept) ?? (await refuseAgenda(tx, householdId, kept, row.agenda));
  if (problem !== null) return problem;
  const after = await update(tx, conferenceId, { agenda: kept });
  await writeMissingHeadings(tx, row.minutesId, kept);
  await append(context, householdId, { kind: 'conference.changed', conferenceId, fields: ['agenda'] });
  return present(tx, actor, after);
}
