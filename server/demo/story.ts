/** One household's story: its ids, who was what on which day, and the steps that tell it. */
import type { Actor } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import {
  ConferenceId,
  GoalId,
  HouseholdId,
  MemberId,
  newId,
  ReferralId,
  ReportId,
  TaskId,
} from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import { type CommandContext, runCommand, type World } from '../command.ts';
import { type Cast, mustHold } from './cast.ts';
import type { HouseholdFile } from './network-files.ts';
import type { StoryCalendar, StoryDate } from './story-dates.ts';

/** Something that happened at a moment. Steps of all households are told in the order of time. */
export type Step = { readonly at: Date; readonly run: (world: World) => Promise<void> };

export type Story = {
  readonly file: HouseholdFile;
  readonly id: HouseholdId;
  /** The report it came in by. */
  readonly reportId: ReportId;
  readonly cast: Cast;
  readonly calendar: StoryCalendar;
  readonly opened: StoryDate;
  member(key: string): MemberId;
  goal(key: string): GoalId;
  task(key: string): TaskId;
  referral(key: string): ReferralId;
  conference(key: string): ConferenceId;
  /** Version 4 ids for the decisions of a conference, in its order. */
  decisions(conferenceKey: string): readonly string[];
  actor(personKey: string): Actor;
  /** The tutor of that day. */
  tutorOn(day: number): Actor;
  /** The person if they may write in the plan that day, else the tutor, who always may. */
  writerOn(personKey: string, day: number): Actor;
  /** A step by one person; a date before the household was taken in counts as that day. */
  step<T>(
    date: StoryDate,
    time: string,
    actor: Actor,
    what: string,
    command: (context: CommandContext) => Promise<Outcome<T>>,
  ): Step;
};

export function createStory(file: HouseholdFile, cast: Cast, calendar: StoryCalendar): Story {
  const ids = {
    member: idsByKey(file.members, MemberId),
    goal: idsByKey(file.goals, GoalId),
    task: idsByKey(file.tasks, TaskId),
    referral: idsByKey(file.referrals, ReferralId),
    conference: idsByKey(file.conferences, ConferenceId),
  };
  const decisionIds = new Map(
    file.conferences.map(({ key, decisions }) => [key, decisions.map(() => crypto.randomUUID())]),
  );
  const id = newId(HouseholdId);
  const reportId = newId(ReportId);
  const [first] = file.tutors;
  assert(first, `${file.key} has a tutor`);
  const opened = first.from;

  const actor = (key: string): Actor => {
    const person = cast.actor(key);
    return person.function === 'family' ? { ...person, householdId: id } : person;
  };
  const tutorOn = (day: number): Actor => {
    const tenure = file.tutors.findLast(({ from }) => from.day <= day) ?? first;
    return actor(tenure.person);
  };
  const notBefore = (date: StoryDate): StoryDate => (date.day < opened.day ? opened : date);

  return {
    file,
    id,
    reportId,
    cast,
    calendar,
    opened,
    member: (key) => named(ids.member, key),
    goal: (key) => named(ids.goal, key),
    task: (key) => named(ids.task, key),
    referral: (key) => named(ids.referral, key),
    conference: (key) => named(ids.conference, key),
    decisions: (key) => named(decisionIds, key),
    actor,
    tutorOn,
    writerOn(key, day) {
      const writes = file.careTeam.some(
        ({ person, role, from, to }) =>
          person === key &&
          ['social', 'health', 'education'].includes(role) &&
          from.day < day &&
          (to == null || day < to.day),
      );
      return writes ? actor(key) : tutorOn(day);
    },
    step: (date, time, by, what, command) => {
      const at = calendar.momentOf(notBefore(date), time);
      return {
        at,
        run: async (world) => {
          mustHold(`${file.key}: ${what}`, await runCommand({ ...world, now: () => at }, by, command));
        },
      };
    },
  };
}

const idsByKey = <S extends Parameters<typeof newId>[0]>(files: readonly { key: string }[], schema: S) =>
  new Map(files.map(({ key }) => [key, newId(schema)]));

function named<T>(map: ReadonlyMap<string, T>, key: string): T {
  const id = map.get(key);
  assert(id, `the story names ${key}`);
  return id;
}
