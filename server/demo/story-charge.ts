/** How a household was taken in charge: what was known of it and when, its screening, its programmes, how it was assessed. */
import { AssessmentId, EnrolmentId, newId } from '../../shared/ids.ts';
import type { AssessmentContent } from '../../shared/records/assessments.ts';
import type { EligibilityRule, NeedKind } from '../../shared/records/eligibility.ts';
import type { Right } from '../../shared/records/rights.ts';
import { DocumentState, type Isee, type SituationFacts } from '../../shared/records/situations.ts';
import { runCommand, type World } from '../command.ts';
import { recordAssessment } from '../records/assessments/commands.ts';
import { openEnrolment } from '../records/enrolments/commands.ts';
import { addProgramme } from '../records/programmes/commands.ts';
import { recordSituation } from '../records/situations/commands.ts';
import { type Cast, mustHold } from './cast.ts';
import type { HouseholdFile, NetworkFiles } from './network-files.ts';
import type { Step, Story } from './story.ts';
import type { StoryCalendar, StoryDate } from './story-dates.ts';

/** What the files say in words, as the rules that are checked. A programme’s ages stand in its range. */
const ruleOfWords: Readonly<Record<string, EligibilityRule>> = {
  'residenza o dimora a Torino': { kind: 'residence' },
  'fragilità economica certificata o dichiarata': { kind: 'means', iseeUpToCents: 1_200_000 },
  'segnalazione al call center': { kind: 'stated', text: 'Segnalata al call center' },
};

/** Adds the programmes as the coordination would, before any story begins. */
export async function makeProgrammes(
  world: World,
  files: NetworkFiles,
  cast: Cast,
  calendar: StoryCalendar,
): Promise<void> {
  const coordinator = files.people.find((person) => person.function === 'coordinator');
  if (coordinator === undefined) return;
  for (const { key, start, end, grantCapPerHouseholdCents, eligibility, ...file } of files.extras
    .programmes) {
    const draft = {
      ...file,
      id: cast.programme(key),
      project: '',
      startsOn: calendar.dayOf(start),
      endsOn: calendar.dayOf(end),
      grantCapCents: grantCapPerHouseholdCents,
      eligibility: eligibility.flatMap((words) => ruleOfWords[words] ?? []),
    };
    mustHold(
      key,
      await runCommand(world, cast.actor(coordinator.key), (context) => addProgramme(context, draft)),
    );
  }
}

export const stepsOfCharge = (story: Story, files: NetworkFiles): Step[] => [
  ...situations(story),
  screening(story),
  ...enrolments(story, files),
  ...assessments(story, files),
];

/** The last time the team went through the family’s facts. */
const lastReview = -7;

/** As the intake told it, and as it is known now. Whoever came in this week is known as now from the beginning. */
function situations(story: Story): Step[] {
  const { file, opened, id: householdId, calendar } = story;
  const until = file.closure?.on.day ?? 0;
  const now: StoryDate = { day: Math.max(opened.day, Math.min(lastReview, until - 1)) };
  const record = (date: StoryDate, facts: SituationFacts) =>
    story.step(date, '08:50', story.tutorOn(date.day), 'situation', (context) =>
      recordSituation(context, { householdId, on: calendar.dayOf(date), version: 0, ...facts }),
    );
  const steps = [record(now, factsNow(story, now.day))];
  return now.day === opened.day ? steps : [record({ day: opened.day }, factsAtIntake(story)), ...steps];
}

function factsNow({ file, calendar }: Story, day: number): SituationFacts {
  const mother = file.members.find(({ indexPerson }) => indexPerson);
  const expires = mother?.documentExpires;
  return {
    ...lastingFacts(file, calendar, day),
    housing: file.housing,
    work: mother?.work ?? 'unknown',
    isee: iseeOf(file.isee, calendar, day),
    documentState: documentOf(mother?.document),
    documentExpires: expires == null ? null : calendar.dayOf(expires),
    healthRegistration: mother?.healthRegistration ?? 'unknown',
    paediatrician: paediatricianOf(file),
  };
}

function factsAtIntake({ file, opened, calendar }: Story): SituationFacts {
  const { housing, work, isee, healthRegistration } = file.intake;
  return {
    ...lastingFacts(file, calendar, opened.day),
    housing,
    work,
    isee: iseeOf(isee, calendar, opened.day),
    documentState: 'unknown',
    documentExpires: null,
    healthRegistration,
    paediatrician: 'unknown',
  };
}

function lastingFacts({ poverty, background, intake }: HouseholdFile, calendar: StoryCalendar, day: number) {
  const began = poverty.since != null && poverty.since.day <= day ? poverty.since : null;
  const severe = poverty.severe === true && poverty.since != null && began === null ? null : poverty.severe;
  return {
    severePoverty: severe === null ? ('unknown' as const) : severe ? ('yes' as const) : ('no' as const),
    severePovertySince: severe === true && began !== null ? calendar.dayOf(began) : null,
    migrantBackground: background.migrant ? ('yes' as const) : ('no' as const),
    residence: residenceOf(intake.residence),
  };
}

/** Without registration, yet living in the city: dimora. */
function residenceOf(words: string | null): SituationFacts['residence'] {
  if (words === null) return 'unknown';
  return words === 'Torino, residente' ? 'resident' : 'staying';
}

function iseeOf(isee: HouseholdFile['isee'], calendar: StoryCalendar, day: number): Isee {
  if (isee == null) return { state: 'none' };
  if (isee.on.day > day) return { state: 'unknown' };
  return { state: 'known', cents: isee.cents, on: calendar.dayOf(isee.on) };
}

const documentOf = (words: string | null | undefined): SituationFacts['documentState'] =>
  words === 'medical_care_permit' ? 'cure_mediche_permit' : DocumentState.parse(words ?? 'unknown');

function paediatricianOf({ members }: HouseholdFile): SituationFacts['paediatrician'] {
  const children = members.filter(({ relation }) => relation === 'child');
  if (children.length === 0) return 'unknown';
  return children.some(({ paediatrician }) => paediatrician != null) ? 'yes' : 'no';
}

const needOfRight: Readonly<Partial<Record<Right, NeedKind>>> = {
  home: 'economic',
  work: 'economic',
  education: 'educational',
  parenthood: 'relational',
};

/** The needs are those the goals answer later; the urgency is the report’s. */
function screening(story: Story): Step {
  const { file, opened, id: householdId, calendar, cast } = story;
  const fromGoals = file.goals.flatMap(({ right }) => needOfRight[right] ?? []);
  const needs = [...new Set([...(file.poverty.severe ? (['economic'] as const) : []), ...fromGoals])];
  const [programme] = file.programmes;
  const on = calendar.dayOf({ day: opened.day });
  return story.step({ day: opened.day }, '09:05', story.tutorOn(opened.day), 'screening', (context) =>
    recordAssessment(context, {
      householdId,
      id: newId(AssessmentId),
      on,
      content: {
        kind: 'screening',
        needs,
        urgency: file.intake.urgency,
        proposal: { kind: 'enrol', programmeId: programme === undefined ? null : cast.programme(programme) },
        note: '',
      },
    }),
  );
}

/** From the day there is a regia, or the programme’s first day where that is later. */
function enrolments(story: Story, { extras: { programmes } }: NetworkFiles): Step[] {
  const { file, id: householdId, calendar, cast } = story;
  const [first] = file.regia;
  if (first === undefined) return [];
  return programmes.flatMap(({ key, start }) => {
    if (!file.programmes.includes(key)) return [];
    const date = { day: Math.max(first.accepted.day, start.day) };
    return story.step(date, '09:40', story.tutorOn(date.day), `enters ${key}`, (context) =>
      openEnrolment(context, {
        householdId,
        id: newId(EnrolmentId),
        programmeId: cast.programme(key),
        from: calendar.dayOf(date),
        to: null,
        stated: [],
        overrideReason: 'Deciso in équipe: le notizie che mancano si raccolgono nelle prime settimane.',
      }),
    );
  });
}

function assessments(story: Story, files: NetworkFiles): Step[] {
  const { file, id: householdId, calendar } = story;
  return files.assessments
    .filter(({ household }) => household === file.key)
    .map(({ on, summary, items }) => {
      const content: AssessmentContent = {
        kind: 'assessment',
        items: items.map(([item, rating, note]) => ({ item, rating, note })),
        summary,
      };
      return story.step(on, '15:00', story.tutorOn(on.day), 'assessment', (context) =>
        recordAssessment(context, { householdId, id: newId(AssessmentId), on: calendar.dayOf(on), content }),
      );
    });
}
