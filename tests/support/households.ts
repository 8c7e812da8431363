/** Builders of households and the people around them. Each answers actors, because that is what commands take. */
import { type CommandContext, runCommand, type World } from '../../server/command.ts';
import { addToTeam } from '../../server/records/care-team/commands.ts';
import { recordConsent } from '../../server/records/consents/commands.ts';
import { proposeGoal } from '../../server/records/goals/commands.ts';
import { membersOf } from '../../server/records/households/members.ts';
import { openHousehold } from '../../server/records/households/open.ts';
import { acceptLead, proposeLead } from '../../server/records/lead/commands.ts';
import { assignTask } from '../../server/records/tasks/commands.ts';
import type { Actor } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import { instantOf } from '../../shared/dates.ts';
import {
  type BodyId,
  ConferenceId,
  ConsentId,
  GoalId,
  HouseholdId,
  LeadProposalId,
  type MemberId,
  newId,
  TaskId,
} from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { PersonFunction } from '../../shared/person-function.ts';
import type { Body, Sector } from '../../shared/records/bodies.ts';
import type { ConferenceDraft } from '../../shared/records/conferences.ts';
import type { Goal, GoalDraft } from '../../shared/records/goals.ts';
import type { HouseholdDraft, MemberDraft } from '../../shared/records/households.ts';
import type { Task, TaskDraft } from '../../shared/records/tasks.ts';
import { makeBody, makePerson, must } from './people.ts';

/** Runs a command for an actor. */
export const act = <T>(
  world: World,
  actor: Actor,
  command: (context: CommandContext) => Promise<Outcome<T>>,
): Promise<Outcome<T>> => runCommand(world, actor, command);

/** A worker, in a body of their own making unless one is given. */
export async function makeWorker(
  world: World,
  function_: PersonFunction,
  bodyId: BodyId | null = null,
): Promise<Actor> {
  return (await makePerson(world, { function: function_, bodyId })).actor;
}

export type Service = { readonly body: Body; readonly worker: Actor };

/** A public service of a sector that may hold the regia, and somebody who works there. */
export async function makeService(
  world: World,
  sector: Extract<Sector, 'social' | 'health' | 'education'> = 'social',
): Promise<Service> {
  const body = await makeBody(world, { sector });
  return { body, worker: await makeWorker(world, sector, body.id) };
}

/** An association and somebody who works there. */
export async function makeAssociation(world: World): Promise<Service> {
  const body = await makeBody(world, { kind: 'association', sector: 'third_sector', public: false });
  return { body, worker: await makeWorker(world, 'partner', body.id) };
}

/** The mother at the centre of a household. */
export const motherDraft: MemberDraft = {
  name: 'Samira Idrissi',
  relation: 'mother',
  sex: 'f',
  birth: null,
  indexPerson: true,
  languages: ['ar'],
  birthCountry: 'Marocco',
  pregnancy: null,
};

export type MadeHousehold = {
  readonly id: HouseholdId;
  readonly code: string;
  readonly motherId: MemberId;
  readonly tutor: Actor;
};

/** A household in screening, with a mother and a tutor, taken in by the tutor. Its regia is pending. */
export async function makeHousehold(
  world: World,
  given: Partial<HouseholdDraft> & { tutor?: Actor } = {},
): Promise<MadeHousehold> {
  const { tutor = await makeWorker(world, 'tutor'), ...draft } = given;
  const { id, code } = await must(
    act(world, tutor, (context) =>
      openHousehold(context, {
        id: newId(HouseholdId),
        name: 'Idrissi',
        district: 6,
        area: 'Barriera di Milano',
        languages: ['ar'],
        members: [motherDraft],
        tutorId: tutor.personId,
        tutorReason: 'Vive nel suo quartiere.',
        ...draft,
      }),
    ),
  );
  const members = await membersOf(world.db.orm, [id]);
  const mother = members.get(id)?.find(({ indexPerson }) => indexPerson);
  assert(mother, 'the household has its index person');
  return { id, code, motherId: mother.id, tutor };
}

/** Puts somebody in the household's team. */
export const join = (world: World, household: MadeHousehold, actor: Actor): Promise<unknown> =>
  must(
    act(world, household.tutor, (context) =>
      addToTeam(context, { householdId: household.id, personId: actor.personId, reason: null }),
    ),
  );

/** The family consents to what this body sees; answers the consent's id. */
export async function consentTo(world: World, household: MadeHousehold, body: Body): Promise<ConsentId> {
  const given = await must(
    act(world, household.tutor, (context) =>
      recordConsent(context, {
        householdId: household.id,
        id: newId(ConsentId),
        memberId: household.motherId,
        bodyIds: [body.id],
        noticeVersion: '2.1',
        language: 'ar',
        mediatorId: null,
      }),
    ),
  );
  return given.id;
}

/** Proposes the regia to a service's worker and answers the proposal's id. The tutor proposes unless told otherwise. */
export async function propose(
  world: World,
  household: MadeHousehold,
  { body, worker }: Service,
  by: Actor = household.tutor,
): Promise<LeadProposalId> {
  const id = newId(LeadProposalId);
  await must(
    act(world, by, (context) =>
      proposeLead(context, {
        householdId: household.id,
        id,
        bodyId: body.id,
        personId: worker.personId,
        reason: 'Il nodo è la casa.',
      }),
    ),
  );
  return id;
}

/** Gives a service the regia. */
export async function giveLead(
  world: World,
  household: MadeHousehold,
  service: Service,
  by: Actor = household.tutor,
): Promise<void> {
  const proposalId = await propose(world, household, service, by);
  await must(
    act(world, service.worker, (context) => acceptLead(context, { householdId: household.id, proposalId })),
  );
}

/** An account of the family. */
export async function makeFamilyAccount(world: World, household: MadeHousehold): Promise<Actor> {
  return (await makePerson(world, { function: 'family', householdId: household.id })).actor;
}

/** A goal proposed by the tutor. */
export async function makeGoal(
  world: World,
  household: MadeHousehold,
  given: Partial<GoalDraft> = {},
): Promise<Goal> {
  const draft: GoalDraft = {
    id: newId(GoalId),
    title: 'Una casa con un contratto',
    right: 'home',
    dimension: 'mitigate_need',
    aim: 'protection_network',
    objective: null,
    mode: null,
    beneficiaryId: null,
    baseline: '',
    expectedResult: '',
    measure: '',
    responsibleId: null,
    due: null,
    ...given,
  };
  return must(
    act(world, household.tutor, (context) => proposeGoal(context, { householdId: household.id, ...draft })),
  );
}

/** A task for somebody, without a due day unless told otherwise. */
export const taskFor = (owner: Actor, given: Partial<TaskDraft> = {}): TaskDraft => ({
  id: newId(TaskId),
  title: 'Telefonare all’anagrafe',
  ownerId: owner.personId,
  due: null,
  source: { kind: 'manual' },
  goalId: null,
  ...given,
});

/** A task assigned by the tutor. */
export const makeTask = (world: World, household: MadeHousehold, draft: TaskDraft): Promise<Task> =>
  must(
    act(world, household.tutor, (context) => assignTask(context, { householdId: household.id, ...draft })),
  );

/** A conference in a week, chaired by somebody of the team; the tutor takes the minutes. */
export const conferenceWith = (
  household: MadeHousehold,
  chair: Actor,
  given: Partial<ConferenceDraft> = {},
): ConferenceDraft => ({
  id: newId(ConferenceId),
  kind: 'review',
  title: 'Verifica del progetto',
  start: instantOf(new Date(Date.now() + 7 * 86_400_000)),
  minutesLong: 60,
  mode: 'online',
  placeId: null,
  chairId: chair.personId,
  minuteTakerId: household.tutor.personId,
  agenda: [
    { id: 'a1', title: 'Come va', minutes: null, askedById: null },
    { id: 'a2', title: 'Che cosa manca', minutes: null, askedById: null },
  ],
  invitedIds: [],
  videoUrl: null,
  quorum: 1,
  familyInvited: false,
  ...given,
});
