/** A conference before it is held: points asked for, who comes, what the last one left open, what changed since (X1). */
import { z } from 'zod';
import { ActivityEntry } from '../activity.ts';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { ConferenceId, GoalId, HouseholdId, ReferralId, TaskId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { AgendaPoint, Conference, ConferenceReply } from './conferences.ts';
import { GoalStatus, isGoalClosed } from './goals.ts';
import { PersonBrief } from './people.ts';
import { isReferralClosed, ReferralOutcome, ReferralStatus } from './referral-states.ts';
import { ReferralService } from './referrals.ts';
import { nothing } from './shapes.ts';
import { isTaskOpen, TaskStatus } from './tasks.ts';

/** A conference as a heading: which one something comes from. */
export const ConferenceBrief = Conference.pick({ id: true, title: true, start: true });
export type ConferenceBrief = z.infer<typeof ConferenceBrief>;

const fromConference = { conferenceId: ConferenceId, overdue: z.boolean() };

/** What came out of an earlier conference, as it stands now. */
export const BroughtForwardItem = z.discriminatedUnion('kind', [
  z.object({
    ...fromConference,
    kind: z.literal('task'),
    id: TaskId,
    title: z.string(),
    owner: PersonBrief,
    due: Day.nullable(),
    status: TaskStatus,
  }),
  z.object({
    ...fromConference,
    kind: z.literal('referral'),
    id: ReferralId,
    service: ReferralService,
    to: BodyBrief,
    /** The day an answer is expected by. */
    due: Day.nullable(),
    status: ReferralStatus,
    outcome: ReferralOutcome.nullable(),
  }),
  z.object({
    ...fromConference,
    kind: z.literal('goal'),
    id: GoalId,
    title: z.string(),
    due: Day.nullable(),
    status: GoalStatus,
  }),
  /** A decision nobody was entrusted with. */
  z.object({ ...fromConference, kind: z.literal('decision'), id: z.uuid(), title: z.string() }),
]);
export type BroughtForwardItem = z.infer<typeof BroughtForwardItem>;

/** Whether something is still to be done about it. */
export function isBroughtForwardOpen(item: BroughtForwardItem): boolean {
  switch (item.kind) {
    case 'task':
      return isTaskOpen(item.status);
    case 'referral':
      return !isReferralClosed(item.status);
    case 'goal':
      return !isGoalClosed(item.status);
    case 'decision':
      return true;
  }
}

export const BroughtForward = z.object({
  /** The conferences these come from, newest first; none before the first. */
  conferences: z.array(ConferenceBrief),
  /** Overdue first, then what is open, then what is over since the last one. */
  items: z.array(BroughtForwardItem),
});
export type BroughtForward = z.infer<typeof BroughtForward>;

export const changeGroups = [
  'family',
  'charge',
  'team',
  'goals',
  'referrals',
  'placements',
  'pacts',
] as const;
export type ChangeGroup = (typeof changeGroups)[number];

export const SinceLastTime = z.object({
  /** The last conference; null before the first. */
  last: ConferenceBrief.nullable(),
  /** Newest first; only groups in which something changed. */
  groups: z.array(z.object({ group: z.enum(changeGroups), entries: z.array(ActivityEntry) })),
  /** Names of what the entries point at, by id. */
  names: z.record(z.string(), z.string()),
});
export type SinceLastTime = z.infer<typeof SinceLastTime>;

export const AskedPoint = AgendaPoint.omit({ askedById: true });
export type AskedPoint = z.infer<typeof AskedPoint>;

export const ReplyDraft = ConferenceReply.pick({ reply: true }).extend({
  words: z.string().trim().max(300),
  /** The hour it answers: when it is another by now, the answer is refused. */
  start: Instant,
});
export type ReplyDraft = z.infer<typeof ReplyDraft>;

const conferenceOf = z.strictObject({ householdId: HouseholdId, conferenceId: ConferenceId });

export const conferenceBeforeEndpoints = {
  askPoint: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/points',
    summary: 'Asks for a point of the agenda: whoever writes the plan may. It comes last, with who asked.',
    policy: { kind: 'household', action: 'case.see' },
    params: conferenceOf,
    query: nothing,
    body: AskedPoint,
    response: Conference,
  }),
  setAgenda: endpoint({
    method: 'PUT',
    path: '/api/households/:householdId/conferences/:conferenceId/agenda',
    summary:
      'Reorders the agenda, takes points out, gives them time: for the chair and whoever may plan one.',
    policy: { kind: 'household', action: 'case.see' },
    params: conferenceOf,
    query: nothing,
    body: z.strictObject({ agenda: Conference.shape.agenda, version: z.int() }),
    response: Conference,
  }),
  reply: endpoint({
    method: 'PUT',
    path: '/api/households/:householdId/conferences/:conferenceId/reply',
    summary: 'Whoever is asked says whether they come, with a word.',
    policy: { kind: 'signed-in' },
    params: conferenceOf,
    query: nothing,
    body: ReplyDraft,
    response: Conference,
  }),
  broughtForward: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/conferences/:conferenceId/brought-forward',
    summary: 'What came out of the conferences before this one, as it stands now.',
    policy: { kind: 'household', action: 'case.see' },
    params: conferenceOf,
    query: nothing,
    body: nothing,
    response: BroughtForward,
  }),
  sinceLastTime: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/conferences/:conferenceId/since-last-time',
    summary: 'What changed since the conference before this one, as the reader may know it.',
    policy: { kind: 'household', action: 'case.see' },
    params: conferenceOf,
    query: nothing,
    body: nothing,
    response: SinceLastTime,
  }),
};
