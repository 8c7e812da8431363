/** Builders of what taking in charge is made of: a programme, and households in care. */
import type { World } from '../../server/command.ts';
import { recordAssessment } from '../../server/records/assessments/commands.ts';
import { openEnrolment } from '../../server/records/enrolments/commands.ts';
import { changeStatus } from '../../server/records/households/change-status.ts';
import { addProgramme } from '../../server/records/programmes/commands.ts';
import { recordSituation } from '../../server/records/situations/commands.ts';
import { addDays, dayOf } from '../../shared/dates.ts';
import { AssessmentId, EnrolmentId, newId, ProgrammeId } from '../../shared/ids.ts';
import type { Urgency } from '../../shared/records/assessments.ts';
import type { HouseholdDraft, HouseholdStatus } from '../../shared/records/households.ts';
import type { Programme, ProgrammeDraft } from '../../shared/records/programmes.ts';
import { type SituationFacts, unknownSituation } from '../../shared/records/situations.ts';
import type { Closure } from '../../shared/records/status-changes.ts';
import { act, type MadeHousehold, makeHousehold, makeWorker, motherDraft } from './households.ts';
import { must } from './people.ts';

export const today = dayOf(new Date());

/** A year’s programme for pregnancies and children under two, without further rules. */
export const programmeDraft = (given: Partial<ProgrammeDraft> = {}): ProgrammeDraft => ({
  id: newId(ProgrammeId),
  name: 'Mille giorni in rete',
  funder: 'Fondazione di prova',
  project: '',
  startsOn: addDays(today, -300),
  endsOn: addDays(today, 65),
  budgetCents: 10_000_000,
  spending: [{ line: 'mediation', cents: 2_100_000 }],
  objectives: ['positive_parenting'],
  ageFrom: 'pregnancy',
  ageTo: 'second_birthday',
  eligibility: [],
  grantCapCents: 200_000,
  ...given,
});

export async function makeProgramme(world: World, given: Partial<ProgrammeDraft> = {}): Promise<Programme> {
  const coordinator = await makeWorker(world, 'coordinator');
  return must(act(world, coordinator, (context) => addProgramme(context, programmeDraft(given))));
}

/** A programme that a household in care is in from today on. */
export async function enrolIn(
  world: World,
  { id: householdId, tutor }: MadeHousehold,
  given: Partial<ProgrammeDraft> = {},
): Promise<Programme> {
  const programme = await makeProgramme(world, given);
  await must(
    act(world, tutor, (context) =>
      openEnrolment(context, {
        householdId,
        id: newId(EnrolmentId),
        programmeId: programme.id,
        from: today,
        to: null,
        stated: [],
        overrideReason: 'Deciso in équipe.',
      }),
    ),
  );
  return programme;
}

/** A mother with a child of five months. */
export const withInfant: HouseholdDraft['members'] = [
  motherDraft,
  {
    ...motherDraft,
    name: 'Adam',
    relation: 'child',
    sex: 'm',
    indexPerson: false,
    birth: addDays(today, -150),
  },
];

export const moveTo = (
  world: World,
  { id, tutor }: MadeHousehold,
  status: HouseholdStatus,
  closure?: Closure,
) =>
  act(world, tutor, (context) =>
    changeStatus(context, { householdId: id, status, reason: 'Deciso in équipe.', closure }),
  );

/** A household in care, with an infant. */
export async function makeInCare(
  world: World,
  given: Parameters<typeof makeHousehold>[1] = {},
): Promise<MadeHousehold> {
  const household = await makeHousehold(world, { members: withInfant, ...given });
  await must(moveTo(world, household, 'enrolled'));
  return household;
}

/** The tutor records what is known of the family today. */
export const recordFacts = (
  world: World,
  { id, tutor }: MadeHousehold,
  facts: Partial<SituationFacts>,
  { on = today, version = 0 } = {},
) =>
  act(world, tutor, (context) =>
    recordSituation(context, { householdId: id, on, version, ...unknownSituation, ...facts }),
  );

/** The tutor writes a screening of today that finds an economic need. */
export const screen = (world: World, { id, tutor }: MadeHousehold, urgency: Urgency = 'ordinary') =>
  act(world, tutor, (context) =>
    recordAssessment(context, {
      householdId: id,
      id: newId(AssessmentId),
      on: today,
      content: {
        kind: 'screening',
        needs: ['economic'],
        urgency,
        proposal: { kind: 'enrol', programmeId: null },
        note: '',
      },
    }),
  );
