/** What happened, in one plain sentence of the reader's language: one for each kind of event, none left out. */
import type { ActivityEntry, ActivityEvent } from '../../../shared/activity.ts';
import type { Formats } from '../../messages/formats.ts';
import type { Later } from '../../messages/it/later.ts';
import type { Translate } from '../../messages/translate.ts';
import { isolate } from '../isolate.ts';

/** Events whose words are fetched when first shown. */
type PathEvent = Extract<ActivityEvent, { kind: keyof Later['happened'] }>;

/** Names by id, as far as the reader may see them. */
export type Names = Readonly<Record<string, string>>;

type Words = { readonly t: Translate; readonly formats: Formats; readonly names: Names };

const named = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : isolate(name);

/** An id the reader may not see the name of is "somebody" or "something", never an id. */
export function sentenceOf(entry: Pick<ActivityEntry, 'actor' | 'event'>, words: Words): string {
  const { t, formats, names } = words;
  const { event } = entry;
  const actor = isolate(entry.actor?.name ?? t('activity.byRule'));
  const person = (id: string) => named(names[id]) ?? t('activity.someone');
  const thing = (id: string) => named(names[id]) ?? t('activity.something');
  const many = (ids: readonly string[]) => formats.list(ids.map(thing));
  switch (event.kind) {
    case 'household.opened':
      return t('activity.household.opened', { actor, code: event.code });
    case 'household.changed':
      return t('activity.household.changed', { actor });
    case 'household.status-changed':
      return t('activity.household.status-changed', {
        actor,
        from: t(`households.status.${event.from}`),
        to: t(`households.status.${event.to}`),
      });
    case 'member.added':
      return t('activity.member.added', { actor, member: person(event.memberId) });
    case 'member.changed':
      return t('activity.member.changed', { actor, member: person(event.memberId) });
    case 'pregnancy.recorded':
      return t(`activity.pregnancy.recorded.${event.outcome}`, { actor, member: person(event.memberId) });
    case 'tutor.assigned':
      return t('activity.tutor.assigned', { actor, person: person(event.personId) });
    case 'lead.proposed':
      return t('activity.lead.proposed', {
        actor,
        person: person(event.personId),
        body: thing(event.bodyId),
      });
    case 'lead.accepted':
      return t('activity.lead.accepted', { person: person(event.personId), body: thing(event.bodyId) });
    case 'lead.declined':
      return t('activity.lead.declined', { actor, body: thing(event.bodyId) });
    case 'lead.withdrawn':
      return t('activity.lead.withdrawn', { actor });
    case 'team.joined':
      return t('activity.team.joined', {
        actor,
        person: person(event.personId),
        role: t(`functions.role.${event.role}`),
      });
    case 'team.left':
      return t('activity.team.left', { actor, person: person(event.personId) });
    case 'consent.given':
    case 'consent.withdrawn':
      return t(`activity.${event.kind}`, { actor, bodies: many(event.bodyIds) });
    case 'zone.opened':
    case 'zone.closed':
      return t(`activity.${event.kind}`, {
        actor,
        person: person(event.personId),
        zone: t(`activity.zone.${event.zone}`),
      });
    case 'goal.proposed':
    case 'goal.changed':
      return t(`activity.${event.kind}`, { actor, goal: thing(event.goalId) });
    case 'goal.status-changed':
      return t('activity.goal.status-changed', {
        actor,
        goal: thing(event.goalId),
        from: t(`goals.status.${event.from}`),
        to: t(`goals.status.${event.to}`),
      });
    case 'goal.rated':
      return t('activity.goal.rated', { actor, goal: thing(event.goalId), rating: event.rating });
    case 'goal.text-changed':
      return t(event.inText ? 'activity.goal.text-changed.in' : 'activity.goal.text-changed.out', {
        goal: thing(event.goalId),
      });
    case 'task.assigned':
      return t('activity.task.assigned', { actor, task: thing(event.taskId), person: person(event.ownerId) });
    case 'task.changed':
      return t('activity.task.changed', { actor, task: thing(event.taskId) });
    case 'task.status-changed':
      return t('activity.task.status-changed', {
        actor,
        task: thing(event.taskId),
        from: t(`tasks.status.${event.from}`),
        to: t(`tasks.status.${event.to}`),
      });
    case 'task.escalated':
      return t('activity.task.escalated', { task: thing(event.taskId) });
    case 'referral.requested':
      return t('activity.referral.requested', { actor, body: thing(event.bodyId) });
    case 'referral.status-changed':
      return t('activity.referral.status-changed', {
        actor,
        from: t(`referrals.status.${event.from}`),
        to: t(`referrals.status.${event.to}`),
      });
    case 'conference.scheduled':
      return t('activity.conference.scheduled', { actor, date: formats.date(event.start, 'long') });
    case 'conference.floor-moved': {
      const conference = thing(event.conferenceId);
      return event.pointId === null
        ? t('happened.conference.floor-closed', { actor, conference })
        : t('happened.conference.floor-moved', { actor, conference });
    }
    case 'conference.changed':
    case 'conference.cancelled':
    case 'conference.held':
    case 'conference.frozen':
      return t(`activity.${event.kind}`, { actor, conference: thing(event.conferenceId) });
    case 'body.added':
    case 'body.changed':
    case 'body.closed':
      return t(`activity.${event.kind}`, { actor, body: thing(event.bodyId) });
    case 'person.joined':
      return t('activity.person.joined', {
        person: person(event.personId),
        function: t(`functions.function.${event.function}`),
      });
    case 'person.changed':
    case 'person.closed':
      return t(`activity.${event.kind}`, { actor, person: person(event.personId) });
    case 'person.signed-in':
      return t('activity.person.signed-in', { person: person(event.personId) });
    case 'person.signed-out':
      return t(event.everywhere ? 'activity.person.signed-out.everywhere' : 'activity.person.signed-out', {
        person: person(event.personId),
      });
    case 'invitation.sent':
    case 'invitation.withdrawn':
      return t(`activity.${event.kind}`, { actor });
    case 'window.done':
    case 'window.dismissed':
    case 'window.reopened':
      return t(`happened.${event.kind}`, {
        actor,
        window: t(`windows.rule.${event.rule}`),
        member: person(event.memberId),
      });
    case 'calendar.rule-changed':
      return t('happened.calendar.rule-changed', {
        actor,
        window: t(`windows.rule.${event.rule}`),
        date: formats.date(event.validFrom, 'long'),
      });
    default:
      return happened(event, { ...words, actor });
  }
}

/**
 * The domains of a family's path: their words are fetched when a first such event is shown, and may name whatever the
 * event points at (`{bodyId}` is the body's name) and what it says of itself.
 */
function happened(event: PathEvent, { t, names, actor }: Words & { readonly actor: string }): string {
  const wordOf = (value: unknown): string | number => {
    if (typeof value === 'number') return value;
    const named = names[String(value)];
    return isolate(named ?? (uuid.test(String(value)) ? t('activity.something') : String(value)));
  };
  const values = Object.entries(event).map(([field, value]) => [field, wordOf(value)]);
  return t(`happened.${event.kind}`, { ...Object.fromEntries(values), actor });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The reason given with it, where there is one. */
export const reasonOf = (event: ActivityEvent): string | undefined =>
  'reason' in event ? (event.reason ?? undefined) : undefined;
