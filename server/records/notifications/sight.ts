/**
 * What somebody may know of what they were told: asked when it is told, when it is read, counted or mailed. Whoever was
 * taken off a team finds nothing of that household any more, read or not.
 */
import { type Actor, documentAccess, may, type Relation } from '../../../shared/access.ts';
import { type Audience, audiencesOfDomain } from '../../../shared/activity.ts';
import type { HouseholdAction } from '../../../shared/household-action.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { Notification, NotificationSubject } from '../../../shared/records/notifications.ts';
import type { Reader } from '../../db/connect.ts';
import { loadRelation } from '../care-team/relation.ts';
import { conferenceTitles } from '../conferences/titles.ts';
import { householdBriefs } from '../households/briefs.ts';
import { readableTaskTitles } from '../tasks/queries.ts';

export type Sighted = { readonly householdId: HouseholdId | null; readonly subject: NotificationSubject };

/** What may be shown beside it. */
export type Shown = Pick<Notification, 'household' | 'title'>;

/** For each item what this person may see of it, in the same order; null: nothing, not even that it is. */
export async function sightOf(
  reader: Reader,
  actor: Actor,
  items: readonly Sighted[],
): Promise<(Shown | null)[]> {
  const householdIds = [...new Set(items.flatMap(({ householdId }) => householdId ?? []))];
  const subjects = items.map(({ subject }) => subject);
  const [loaded, households, tasks, conferences] = await Promise.all([
    Promise.all(householdIds.map((id) => loadRelation(reader, actor, id))),
    householdBriefs(reader, householdIds),
    readableTaskTitles(
      reader,
      actor,
      subjects.flatMap((subject) => ('taskId' in subject ? [subject.taskId] : [])),
    ),
    conferenceTitles(
      reader,
      subjects.flatMap((subject) => ('conferenceId' in subject ? [subject.conferenceId] : [])),
    ),
  ]);
  const relations = new Map(
    loaded.flatMap((relation) => (relation ? [[relation.household.id, relation]] : [])),
  );
  return items.map(({ householdId, subject }) => {
    if (householdId === null) return sees(actor, null, subject) ? { household: null, title: null } : null;
    const title =
      'taskId' in subject
        ? tasks.get(subject.taskId)
        : 'conferenceId' in subject
          ? conferences.get(subject.conferenceId)
          : null;
    const household = households.get(householdId);
    const relation = relations.get(householdId);
    if (title === undefined || household === undefined || relation === undefined) return null;
    return 'taskId' in subject || sees(actor, relation, subject) ? { household, title } : null;
  });
}

/** A task is seen by whoever finds it among the readable ones; everything else by how one stands to the household. */
function sees(actor: Actor, relation: Relation | null, subject: NotificationSubject): boolean {
  if (relation === null) return subject.kind === 'mediation-offered' && actor.function === 'mediator';
  switch (subject.kind) {
    case 'mention-in-thread':
    case 'reply':
    case 'suggestion-accepted':
    case 'suggestion-refused':
      return opens(actor, relation, 'annotations');
    case 'mention-in-plan':
      return opens(actor, relation, 'care-plan');
    case 'mention-in-minutes':
    case 'minutes-to-read':
    case 'minutes-remark-answered':
      return opens(actor, relation, 'minutes');
    case 'minutes-to-sign':
      return may(actor, 'minutes.sign', relation);
    case 'conference-invited':
    case 'conference-changed':
    case 'conference-cancelled':
      return may(actor, 'case.see', relation);
    case 'lead-proposed':
    case 'lead-accepted':
    case 'lead-declined':
    case 'team-joined':
      return may(actor, 'household.see', relation);
    case 'happened':
      return hearsOf(actor, relation, audiencesOfDomain(subject.domain));
    default:
      return false;
  }
}

const opens = (actor: Actor, relation: Relation, kind: 'annotations' | 'care-plan' | 'minutes'): boolean =>
  documentAccess(actor, relation, { kind, frozen: false }) !== null;

const actionOf: Partial<Record<Audience, HouseholdAction>> = {
  household: 'household.see',
  case: 'case.see',
  pact: 'pact.see',
};

/** The same question as the feed's, for what belongs to a household. */
export const hearsOf = (actor: Actor, relation: Relation, audiences: readonly Audience[]): boolean =>
  audiences.some((audience) => {
    const action = actionOf[audience];
    return action !== undefined && may(actor, action, relation);
  });
