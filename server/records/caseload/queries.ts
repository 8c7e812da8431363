/** What tutors and services carry (C3), counted from the households that aren't closed. */
import type { Actor } from '../../../shared/access.ts';
import { addYears, dayOf } from '../../../shared/dates.ts';
import type { BodyId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import {
  type CaseloadHousehold,
  caseloadEndpoints,
  isUrgent,
  type Load,
  type ServiceLoad,
  type TutorLoad,
  type WeightFacts,
  weightOf,
} from '../../../shared/records/caseload.ts';
import type { Member } from '../../../shared/records/households.ts';
import type { Reader } from '../../db/connect.ts';
import { screeningsAsOf } from '../assessments/queries.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { type HouseholdStanding, openHouseholds } from '../households/briefs.ts';
import { membersOf } from '../households/members.ts';
import { leadBodies } from '../lead/holder.ts';
import { activeActors, colleagues } from '../people/queries.ts';
import { taskCounts, taskCountsByOwner } from '../tasks/counts.ts';
import { currentTutors } from '../tutor/queries.ts';

type Counts = Pick<Load, 'openTasks' | 'overdueTasks'>;
type Weighed = HouseholdStanding & { readonly weight: number; readonly facts: WeightFacts };

/** Loads of every tutor, the heaviest first, and of every service that holds a regia; the asking tutor's own by name. */
export async function readCaseload(
  reader: Reader,
  actor: Actor,
  now: Date,
): Promise<Outcome<{ tutors: TutorLoad[]; services: ServiceLoad[]; mine: CaseloadHousehold[] }>> {
  const { policy } = caseloadEndpoints.get;
  if (policy.kind !== 'functions' || !policy.functions.includes(actor.function))
    return refuse('not-yours-to-do');
  const households = await weighed(reader, now);
  const ids = households.map(({ id }) => id);
  const [tutors, bodies, byOwner] = await Promise.all([
    currentTutors(reader, ids),
    leadBodies(reader, ids),
    taskCountsByOwner(reader, dayOf(now)),
  ]);
  const own = households.filter(({ id }) => tutors.get(id) === actor.personId);
  return ok({
    tutors: await tutorLoads(reader, households, tutors, byOwner),
    services: await serviceLoads(reader, households, bodies, byOwner),
    mine: actor.function === 'tutor' ? await ownHouseholds(reader, own, now) : [],
  });
}

async function weighed(reader: Reader, now: Date): Promise<Weighed[]> {
  const today = dayOf(now);
  const households = await openHouseholds(reader);
  const ids = households.map(({ id }) => id);
  const [screenings, members] = await Promise.all([
    screeningsAsOf(reader, ids, today),
    membersOf(reader, ids),
  ]);
  return households.map((household) => {
    const facts: WeightFacts = {
      status: household.status,
      urgency: screenings.get(household.id)?.urgency ?? null,
      underOne: (members.get(household.id) ?? []).some((member) => isUnderOne(member, addYears(today, -1))),
    };
    return { ...household, facts, weight: weightOf(facts) };
  });
}

/** Expected, or born after that day, and living there. */
const isUnderOne = ({ relation, birth, pregnancy, left }: Member, yearAgo: string): boolean =>
  left === null &&
  ((pregnancy !== null && pregnancy.ended === null) ||
    (relation === 'child' && birth !== null && birth > yearAgo));

async function tutorLoads(
  reader: Reader,
  households: readonly Weighed[],
  tutors: ReadonlyMap<HouseholdId, PersonId>,
  byOwner: ReadonlyMap<PersonId, Counts>,
): Promise<TutorLoad[]> {
  const people = await colleagues(reader, { function: 'tutor', limit: 1000 });
  const grouped = Map.groupBy(households, ({ id }) => tutors.get(id));
  return people
    .map(({ languages: _, ...person }) => ({
      person,
      load: loadOf(grouped.get(person.id) ?? [], byOwner.get(person.id) ?? noTasks),
    }))
    .sort((a, b) => b.load.weight - a.load.weight);
}

async function serviceLoads(
  reader: Reader,
  households: readonly Weighed[],
  leads: ReadonlyMap<HouseholdId, BodyId>,
  byOwner: ReadonlyMap<PersonId, Counts>,
): Promise<ServiceLoad[]> {
  const grouped = Map.groupBy(households, ({ id }) => leads.get(id));
  const [bodies, owners] = await Promise.all([
    bodyBriefs(reader, leads.values()),
    activeActors(reader, byOwner.keys()),
  ]);
  const ownersByBody = Map.groupBy(owners.values(), ({ bodyId }) => bodyId);
  return [...bodies.values()]
    .map((body) => {
      const tasks = (ownersByBody.get(body.id) ?? []).map(({ personId }) => byOwner.get(personId) ?? noTasks);
      return { body, load: loadOf(grouped.get(body.id) ?? [], tasks.reduce(added, noTasks)) };
    })
    .sort((a, b) => b.load.weight - a.load.weight);
}

async function ownHouseholds(
  reader: Reader,
  own: readonly Weighed[],
  now: Date,
): Promise<CaseloadHousehold[]> {
  const counts = await taskCounts(
    reader,
    own.map(({ id }) => id),
    dayOf(now),
  );
  return own
    .map(({ id, code, name, status, weight, facts }) => ({
      id,
      code,
      name,
      status,
      weight,
      urgent: isUrgent(facts),
      underOne: facts.underOne,
      openTasks: counts.get(id)?.open ?? 0,
      overdueTasks: counts.get(id)?.overdue ?? 0,
    }))
    .sort((a, b) => b.weight - a.weight);
}

const noTasks: Counts = { openTasks: 0, overdueTasks: 0 };

const added = (a: Counts, b: Counts): Counts => ({
  openTasks: a.openTasks + b.openTasks,
  overdueTasks: a.overdueTasks + b.overdueTasks,
});

const loadOf = (households: readonly Weighed[], tasks: Counts): Load => ({
  households: households.length,
  weight: households.reduce((sum, { weight }) => sum + weight, 0),
  urgent: households.filter(({ facts }) => isUrgent(facts)).length,
  underOne: households.filter(({ facts }) => facts.underOne).length,
  ...tasks,
});
