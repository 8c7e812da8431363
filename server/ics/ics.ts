/**
 * Calendars as text: RFC 5545, and RFC 5546 for invitations. Times are written in UTC, which is one moment in every
 * calendar and needs no VTIMEZONE; a day without an hour is a DATE.
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { Day, Instant } from '../../shared/dates.ts';

const msPerMinute = 60_000;

/** How often a calendar that follows may look again (RFC 7986, REFRESH-INTERVAL). */
const lookAgainSeconds = 3600;

/** Something with a beginning and an end. */
export type Meeting = {
  readonly uid: string;
  readonly sequence: number;
  /** When what it says was last changed. */
  readonly changedAt: Instant;
  readonly start: Instant;
  readonly minutesLong: number;
  readonly summary: string;
  readonly location: string | null;
  readonly url: string;
};

/** Something due on a day. */
export type DueDay = Pick<Meeting, 'uid' | 'changedAt' | 'summary' | 'url'> & { readonly day: Day };

export type InvitationText = {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly meeting: Meeting;
  /** Who invites: our own address, which reads no answers. */
  readonly organizer: string;
  /** Whom this copy is for. It names nobody else. */
  readonly attendee: { readonly name: string; readonly address: string };
  readonly description: string;
};

/** One invitation, or its end (RFC 5546 §3.2.2, §3.2.5). */
export function invitationText({
  method,
  meeting,
  organizer,
  attendee,
  description,
}: InvitationText): string {
  const cancels = method === 'CANCEL';
  const calendar = ours().method(cancels ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  addMeeting(calendar, meeting)
    .description(description)
    .status(cancels ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED)
    .organizer({ name: 'Trama', email: organizer })
    .createAttendee({
      name: attendee.name,
      email: attendee.address,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: false,
    });
  return calendar.toString();
}

/** A calendar to follow: everything in it as it is now. */
export function calendarText(name: string, meetings: readonly Meeting[], due: readonly DueDay[]): string {
  const calendar = ours().method(ICalCalendarMethod.PUBLISH).name(name).ttl(lookAgainSeconds);
  for (const meeting of meetings) addMeeting(calendar, meeting).description(meeting.url);
  for (const { uid, changedAt, summary, url, day } of due) {
    calendar
      .createEvent({ id: uid, start: new Date(day), allDay: true, stamp: new Date(changedAt), summary, url })
      .class(ICalEventClass.PRIVATE)
      .description(url)
      .transparency(ICalEventTransparency.TRANSPARENT);
  }
  return calendar.toString();
}

const ours = (): ICalCalendar => ical({ prodId: { company: 'Trama', product: 'Trama' } });

/** Private (RFC 5545 §3.8.1.3): whoever sees the calendar at large sees an hour that is taken. */
const addMeeting = (calendar: ICalCalendar, meeting: Meeting) =>
  calendar
    .createEvent({
      id: meeting.uid,
      sequence: meeting.sequence,
      stamp: new Date(meeting.changedAt),
      start: new Date(meeting.start),
      end: new Date(Date.parse(meeting.start) + meeting.minutesLong * msPerMinute),
      summary: meeting.summary,
      location: meeting.location,
      url: meeting.url,
    })
    .class(ICalEventClass.PRIVATE);
