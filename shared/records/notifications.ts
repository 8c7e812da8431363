/**
 * What one person is told of in the app (X14): a kind and ids, never words. Names are looked up when the list is read,
 * as its reader may see them then; what they may no longer see isn't in the list, nor in its count.
 */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { ConferenceId, HouseholdId, LeadProposalId, MediationId, NotificationId, TaskId } from '../ids.ts';
import { notificationCount } from './notification-count.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing } from './shapes.ts';

const about = <K extends string, S extends z.ZodRawShape>(kind: K, data: S) =>
  z.strictObject({ kind: z.literal(kind), ...data });

/** A thread of the plan's annotations, by its key there. */
const inThread = { threadKey: z.string().min(1).max(200) };

/** What it is about. A new kind is a line here, a teller (server/records/notifications), its sight and its words. */
export const NotificationSubject = z.discriminatedUnion('kind', [
  about('mention-in-thread', inThread),
  about('reply', inThread),
  about('suggestion-accepted', inThread),
  about('suggestion-refused', inThread),
  about('mention-in-plan', {}),
  about('mention-in-minutes', { conferenceId: ConferenceId }),
  about('task-assigned', { taskId: TaskId }),
  about('task-escalated', { taskId: TaskId }),
  about('task-declined', { taskId: TaskId }),
  about('conference-invited', { conferenceId: ConferenceId }),
  about('conference-changed', { conferenceId: ConferenceId }),
  about('conference-cancelled', { conferenceId: ConferenceId }),
  about('minutes-to-read', { conferenceId: ConferenceId }),
  about('minutes-remark-answered', { conferenceId: ConferenceId }),
  about('minutes-to-sign', { conferenceId: ConferenceId }),
  about('lead-proposed', { proposalId: LeadProposalId }),
  about('lead-accepted', { proposalId: LeadProposalId }),
  about('lead-declined', { proposalId: LeadProposalId }),
  about('team-joined', {}),
  about('mediation-offered', { mediationId: MediationId }),
  /** For who watches everything: something of this domain of the log, told once a day. */
  about('happened', { domain: z.string().max(40) }),
]);
export type NotificationSubject = z.infer<typeof NotificationSubject>;
export type NotificationKind = NotificationSubject['kind'];

/** What comes with a role or the law is told also to who wants to hear nothing of a household. */
export const isDue = (kind: NotificationKind): boolean =>
  ['task-assigned', 'task-escalated', 'minutes-to-sign', 'lead-proposed', 'mediation-offered'].includes(kind);

export const Notification = z.object({
  id: NotificationId,
  at: Instant,
  read: z.boolean(),
  /** Null for what belongs to none, or whose household the reader doesn't know yet. */
  household: z.object({ id: HouseholdId, code: z.string(), name: z.string() }).nullable(),
  actor: PersonBrief.nullable(),
  subject: NotificationSubject,
  /** Of the task or the conference. */
  title: z.string().nullable(),
});
export type Notification = z.infer<typeof Notification>;

/** How much of one household somebody hears. */
export const WatchLevel = z.enum(['everything', 'concerns', 'nothing']);
export type WatchLevel = z.infer<typeof WatchLevel>;

export const MailPace = z.enum(['none', 'at_once', 'daily', 'weekly']);
export type MailPace = z.infer<typeof MailPace>;

/** Mail about what isn't read: how often, at which hour of Rome and, weekly, on which day (Monday is 1). */
export const MailWish = z.strictObject({
  pace: MailPace,
  hour: z.int().min(0).max(23),
  weekday: z.int().min(1).max(7),
});
export type MailWish = z.infer<typeof MailWish>;

const ofHousehold = z.strictObject({ householdId: HouseholdId });

export const notificationEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/notifications',
    summary: 'What I was told, newest first, as far as I may still see it.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: z.strictObject({ only: z.enum(['all', 'unread']).default('all') }),
    body: nothing,
    response: z.object({ notifications: z.array(Notification) }),
  }),
  count: notificationCount,
  mark: endpoint({
    method: 'POST',
    path: '/api/notifications/mark',
    summary: 'Marks some of mine as read, or as not read. Ids that aren’t mine change nothing.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: nothing,
    body: z.strictObject({ ids: z.array(NotificationId).min(1).max(200), read: z.boolean() }),
    response: Empty,
  }),
  markAll: endpoint({
    method: 'POST',
    path: '/api/notifications/mark-all',
    summary: 'Marks all of mine as read that are not newer than what I had on the screen.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: nothing,
    body: z.strictObject({ until: Instant }),
    response: Empty,
  }),
  wish: endpoint({
    method: 'GET',
    path: '/api/notifications/mail',
    summary: 'How I want mail about what I haven’t read, and whether this server sends any.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: nothing,
    body: nothing,
    response: MailWish.extend({ sends: z.enum(['yes', 'no', 'demo']), version: z.int() }),
  }),
  changeWish: endpoint({
    method: 'PUT',
    path: '/api/notifications/mail',
    summary: 'Says how I want mail. `version` is the one it was read with.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: nothing,
    body: MailWish.extend({ version: z.int() }),
    response: Empty,
  }),
  watch: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/watch',
    summary: 'How much of this household I want to hear.',
    policy: { kind: 'household', action: 'household.see' },
    params: ofHousehold,
    query: nothing,
    body: nothing,
    response: z.object({ level: WatchLevel }),
  }),
  changeWatch: endpoint({
    method: 'PUT',
    path: '/api/households/:householdId/watch',
    summary:
      'Says how much of this household I want to hear. What a role or the law needs is told all the same.',
    policy: { kind: 'household', action: 'household.see' },
    params: ofHousehold,
    query: nothing,
    body: z.strictObject({ level: WatchLevel }),
    response: Empty,
  }),
};
