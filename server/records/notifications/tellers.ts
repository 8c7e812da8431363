/**
 * From what happened to who is told: one function for each kind of event that concerns somebody. A domain's new kind is
 * a line here and one in shared/records/notifications.ts. Whether they may see it and want to hear it, `tell` decides.
 */
import type { ActivityEvent, ActivityKind } from '../../../shared/activity.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { NotificationSubject } from '../../../shared/records/notifications.ts';
import type { Reader } from '../../db/connect.ts';
import { peopleOfConference } from '../conferences/titles.ts';
import { leadPersonOf, proposerOf } from '../lead/holder.ts';
import { assignerOf } from '../tasks/counts.ts';

export type Told = {
  readonly to: readonly (PersonId | null)[];
  readonly subject: NotificationSubject;
  /** Where the event's own place in the log isn't what makes it the same. */
  readonly once?: string;
  /** Not inside the household: whoever is told doesn't know it yet. */
  readonly outside?: true;
};

type EventOf<K extends ActivityKind> = Extract<ActivityEvent, { kind: K }>;
type Teller<K extends ActivityKind> = (
  event: EventOf<K>,
  of: { readonly reader: Reader; readonly householdId: HouseholdId | null },
) => readonly Told[] | Promise<readonly Told[]>;

/** A change of these is worth a word to those who come. */
const whereAndWhen = ['start', 'minutesLong', 'mode', 'placeId', 'videoUrl'];

const tellers: { readonly [K in ActivityKind]?: Teller<K> } = {
  'task.assigned': ({ taskId, ownerId }) => [{ to: [ownerId], subject: { kind: 'task-assigned', taskId } }],
  'task.changed': ({ taskId, ownerId, fields }) =>
    fields.includes('ownerId') ? [{ to: [ownerId], subject: { kind: 'task-assigned', taskId } }] : [],
  'task.status-changed': async ({ taskId, to }, { reader }) =>
    to === 'declined'
      ? [{ to: [await assignerOf(reader, taskId)], subject: { kind: 'task-declined', taskId } }]
      : [],
  'task.escalated': async ({ taskId, ownerId }, { reader, householdId }) => [
    {
      to: [ownerId, householdId && (await leadPersonOf(reader, householdId))],
      subject: { kind: 'task-escalated', taskId },
    },
  ],
  'conference.scheduled': async ({ conferenceId }, { reader }) => [
    {
      to: await peopleOfConference(reader, conferenceId),
      subject: { kind: 'conference-invited', conferenceId },
      once: `conference-invited:${conferenceId}`,
    },
  ],
  'conference.changed': async ({ conferenceId, fields }, { reader }) => {
    const people = await peopleOfConference(reader, conferenceId);
    const invited: Told = {
      to: people,
      subject: { kind: 'conference-invited', conferenceId },
      once: `conference-invited:${conferenceId}`,
    };
    const moved = fields.some((field) => whereAndWhen.includes(field));
    return moved
      ? [invited, { to: people, subject: { kind: 'conference-changed', conferenceId } }]
      : [invited];
  },
  'conference.cancelled': async ({ conferenceId }, { reader }) => [
    {
      to: await peopleOfConference(reader, conferenceId),
      subject: { kind: 'conference-cancelled', conferenceId },
    },
  ],
  'minutes.reading-started': async ({ conferenceId, until }, { reader }) => [
    {
      to: await peopleOfConference(reader, conferenceId),
      subject: { kind: 'minutes-to-read', conferenceId },
      once: `minutes-to-read:${conferenceId}:${until}`,
    },
  ],
  'minutes.signature-asked': ({ conferenceId, personId }) => [
    { to: [personId], subject: { kind: 'minutes-to-sign', conferenceId } },
  ],
  'minutes.remark-answered': ({ conferenceId, personId }) => [
    { to: [personId], subject: { kind: 'minutes-remark-answered', conferenceId } },
  ],
  'lead.proposed': ({ proposalId, personId }) => [
    { to: [personId], subject: { kind: 'lead-proposed', proposalId } },
  ],
  'lead.accepted': async ({ proposalId }, { reader }) => [
    { to: [await proposerOf(reader, proposalId)], subject: { kind: 'lead-accepted', proposalId } },
  ],
  'lead.declined': async ({ proposalId }, { reader }) => [
    { to: [await proposerOf(reader, proposalId)], subject: { kind: 'lead-declined', proposalId } },
  ],
  'team.joined': ({ personId }) => [{ to: [personId], subject: { kind: 'team-joined' } }],
  'tutor.assigned': ({ personId }) => [{ to: [personId], subject: { kind: 'team-joined' } }],
  'mediation.assigned': ({ mediationId, personId }) => [
    { to: [personId], subject: { kind: 'mediation-offered', mediationId }, outside: true },
  ],
};

/** Whom this event concerns by name. */
export async function toldOf(
  event: ActivityEvent,
  of: { readonly reader: Reader; readonly householdId: HouseholdId | null },
): Promise<readonly Told[]> {
  const teller = tellers[event.kind] as Teller<ActivityKind> | undefined; // the one of this kind
  return teller ? teller(event, of) : [];
}
