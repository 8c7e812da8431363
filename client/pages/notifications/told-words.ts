/** What a notification says and where it leads. Names come from the record as its reader sees it now. */
import type { Notification } from '../../../shared/records/notifications.ts';
import type { Translate } from '../../messages/translate.ts';
import { isolate } from '../isolate.ts';

/** What went on, gathered from the log's domains into what a page shows. */
const happenedIn = {
  goal: 'goals',
  task: 'tasks',
  referral: 'referrals',
  conference: 'conferences',
  team: 'team',
  tutor: 'team',
  lead: 'team',
  zone: 'team',
  consent: 'team',
  pact: 'pact',
  grant: 'pact',
} as const;
type Part = (typeof happenedIn)[keyof typeof happenedIn] | 'path';

const partOf = (domain: string): Part =>
  Object.hasOwn(happenedIn, domain) ? happenedIn[domain as keyof typeof happenedIn] : 'path'; // asked just before

const pageOf: Readonly<Record<Part, string>> = {
  goals: 'plan',
  tasks: 'tasks',
  referrals: 'plan',
  conferences: 'conferences',
  team: 'team',
  pact: 'pact',
  path: 'path',
};

export function sentenceOf(t: Translate, { subject, actor, title }: Notification): string {
  const names = {
    actor: actor ? isolate(actor.name) : t('told.byRule'),
    title: isolate(title ?? ''),
  };
  return subject.kind === 'happened'
    ? t(`told.happened.${partOf(subject.domain)}`, names)
    : t(`told.${subject.kind}`, names);
}

/** The exact place, as far as it has an address. `simple`: whoever has no page of the household but their own tasks. */
export function placeOf({ subject, household }: Notification, simple: boolean): string {
  const base = household ? `/households/${household.id}` : '';
  switch (subject.kind) {
    case 'mention-in-thread':
    case 'reply':
    case 'suggestion-accepted':
    case 'suggestion-refused':
      return `${base}/plan?thread=${encodeURIComponent(subject.threadKey)}`;
    case 'mention-in-plan':
      return `${base}/plan`;
    case 'mention-in-minutes':
    case 'minutes-to-read':
    case 'minutes-to-sign':
    case 'minutes-remark-answered':
      // A family reads and signs from its own first page.
      return simple ? '/' : `${base}/conferences/${subject.conferenceId}`;
    case 'conference-invited':
    case 'conference-changed':
    case 'conference-cancelled':
      return `${base}/conferences/${subject.conferenceId}`;
    case 'task-assigned':
    case 'task-escalated':
    case 'task-declined':
      return simple ? '/tasks' : `${base}/tasks`;
    case 'lead-proposed':
    case 'lead-accepted':
    case 'lead-declined':
      return `${base}/team`;
    case 'team-joined':
      return base;
    case 'mediation-offered':
      return '/mediation';
    case 'happened':
      return `${base}/${pageOf[partOf(subject.domain)]}`;
  }
}
