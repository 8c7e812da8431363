/** Conferences: planned, held with their minutes written, and frozen by the chair. */

import type * as Y from 'yjs';
import { assert } from '../../shared/assert.ts';
import { instantOf } from '../../shared/dates.ts';
import { type Attendance, attendance } from '../../shared/documents/minutes.ts';
import { appendBlock } from '../../shared/documents/rich-text.ts';
import { type DocumentId, GuestId, newId } from '../../shared/ids.ts';
import { usualHoursAfter } from '../../shared/records/guests.ts';
import { holdConference, scheduleConference } from '../records/conferences/commands.ts';
import { freezeMinutes } from '../records/conferences/freezing.ts';
import { inviteGuest } from '../records/guests/commands.ts';
import { readClosing } from '../records/minutes/queries.ts';
import { createPostgresLog } from '../sync/postgres-log.ts';
import type { HouseholdDocuments, MinutesFile } from './document-files.ts';
import type { ConferenceFile } from './network-files.ts';
import { takePen } from './pen.ts';
import type { Step, Story } from './story.ts';
import type { StoryDate } from './story-dates.ts';
import { stepsOfSignatures } from './story-signatures.ts';
import { clear, contentOf } from './write-text.ts';

export const stepsOfConferences = (story: Story, documents: HouseholdDocuments | undefined): Step[] =>
  story.file.conferences.flatMap((conference) => {
    const minutes = documents?.minutes.find((each) => each.conference === conference.key);
    return stepsOfConference(story, conference, minutes ?? minutesFrom(conference));
  });

/** How long before it a conference is planned, at most: not before its chair and minute-taker were there. */
const noticeDays = 12;

function stepsOfConference(story: Story, conference: ConferenceFile, minutes: MinutesFile): Step[] {
  const { id: householdId, cast, calendar } = story;
  const conferenceId = story.conference(conference.key);
  const { title, start, minutesLong, mode, chair, minuteTaker, status, frozen } = conference;
  const planned = plannedOn(story, conference);
  let minutesId: DocumentId | undefined;
  const schedule = story.step(
    planned,
    '08:20',
    story.tutorOn(planned.day),
    conference.key,
    async (context) => {
      const made = await scheduleConference(context, {
        householdId,
        id: conferenceId,
        kind: conference.kind,
        title,
        start: instantOf(calendar.plannedMomentOf(start, '09:00')),
        minutesLong,
        mode,
        placeId: conference.place === null ? null : cast.body(conference.place),
        chairId: cast.person(chair),
        minuteTakerId: cast.person(minuteTaker),
        agenda: agendaOf(conference),
        invitedIds: conference.invited.map(cast.person),
        videoUrl: conference.video,
        quorum: 2,
        familyInvited: conference.familyPresent || status === 'planned',
      });
      if (made.ok) minutesId = made.value.minutes?.documentId;
      return made;
    },
  );
  const guests = conference.guests.map(({ name, role }, i) =>
    story.step(planned, '08:40', story.tutorOn(planned.day), `${conference.key} guest ${i}`, (context) =>
      inviteGuest(context, {
        householdId,
        conferenceId,
        id: newId(GuestId),
        name,
        role: role ?? 'ospite',
        language: 'it',
        email: null,
        hoursAfter: usualHoursAfter,
      }),
    ),
  );
  if (status === 'planned' || status === 'cancelled') return [schedule, ...guests];
  const of = { householdId, conferenceId };
  const hold = story.step(start, '09:00', story.actor(chair), `${conference.key} held`, (context) =>
    holdConference(context, of),
  );
  const write: Step = {
    at: hold.at,
    run: async (world) => {
      assert(minutesId, 'whoever planned it may open the minutes');
      const pen = await takePen(createPostgresLog(world.db), minutesId);
      pen.write(cast.person(minuteTaker), (doc) => writeMinutes(story, doc, conference, minutes));
      await pen.commit();
    },
  };
  if (frozen == null) return [schedule, ...guests, hold, write];
  const freeze = story.step(
    frozen,
    '12:00',
    story.actor(chair),
    `${conference.key} frozen`,
    async (context) => {
      const closing = await readClosing(context.tx, context.actor, of, context.now);
      if (!closing.ok) return closing;
      const { openKey, present, quorum } = closing.value;
      const withoutQuorum = present < quorum ? 'Chi mancava ha mandato le sue parole per iscritto.' : null;
      return freezeMinutes(context, { ...of, openKey, withoutQuorum });
    },
  );
  return [schedule, ...guests, hold, write, freeze, ...stepsOfSignatures(story, conference, minutes, frozen)];
}

function plannedOn({ file, opened }: Story, { start, chair, minuteTaker }: ConferenceFile): StoryDate {
  const joined = file.careTeam
    .filter(({ person, from }) => (person === chair || person === minuteTaker) && from.day < start.day)
    .map(({ from }) => from.day + 1);
  // Never on a day that hasn't come: a conference ahead was planned by today.
  return { day: Math.min(Math.max(start.day - noticeDays, opened.day + 1, ...joined), start.day, 0) };
}

/** The time there is, in equal parts of whole fives. */
const agendaOf = ({ key, agenda, minutesLong }: ConferenceFile) =>
  agenda.map((title, i) => ({
    id: `${key}-${i + 1}`,
    title,
    minutes: Math.max(5, Math.floor(minutesLong / agenda.length / 5) * 5),
    askedById: null,
  }));

/** Where nobody wrote minutes there are still the record's decisions and who was there. */
const minutesFrom = (conference: ConferenceFile): MinutesFile => ({
  conference: conference.key,
  attendance: [
    ...conference.attended.map((person) => ({ person, present: true })),
    ...conference.guests.map(({ name }) => ({ guest: name, present: true })),
  ],
  items: [],
  decisions: conference.decisions,
  dissent: [],
  voice: [],
});

function writeMinutes(story: Story, doc: Y.Doc, conference: ConferenceFile, minutes: MinutesFile): void {
  const content = contentOf(doc);
  clear(doc);
  for (const { id, title } of agendaOf(conference)) {
    appendBlock(content, 'heading', { level: 2, agenda: id }, [title]);
    const said = minutes.items.find(({ agenda }) => agenda === title)?.text;
    appendBlock(content, 'paragraph', {}, said === undefined ? [] : [said]);
  }
  for (const { speaker, language, original, text } of minutes.voice) {
    appendBlock(content, 'voice', { speaker: story.member(speaker), language, original }, [text]);
  }
  const decisionIds = story.decisions(conference.key);
  minutes.decisions.forEach(({ text, task }, i) => {
    const decisionId = decisionIds[i] ?? crypto.randomUUID();
    appendBlock(content, 'decision', { decisionId, ...(task ? { taskId: story.task(task) } : {}) }, [text]);
  });
  for (const { who, text } of minutes.dissent) {
    const isMember = story.file.members.some(({ key }) => key === who);
    const id = isMember ? story.member(who) : story.cast.person(who);
    appendBlock(content, 'dissent', { who: id }, [text]);
  }
  if (minutes.dissent.length === 0 && conference.dissent !== null) {
    appendBlock(content, 'dissent', {}, [conference.dissent]);
  }
  for (const each of minutes.attendance) attendance(doc).set(keyOf(story, each), attendanceOf(each));
}

function keyOf(story: Story, { person, member, guest }: MinutesFile['attendance'][number]): string {
  if (person !== undefined) return story.cast.person(person);
  return member === undefined ? (guest ?? '') : story.member(member);
}

function attendanceOf({ present, where, note }: MinutesFile['attendance'][number]): Attendance {
  return {
    state: present ? 'present' : 'absent',
    ...(where === undefined ? {} : { where: where === 'online' ? 'online' : 'room' }),
    ...(note === undefined ? {} : { note }),
  };
}
