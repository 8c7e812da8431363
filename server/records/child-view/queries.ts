/**
 * Each child, and the pregnancy, across health, social and education (B15). Made of records that the whole team reads:
 * no document is opened for it, so nothing of the reserved notes can come in.
 */
import type { Actor } from '../../../shared/access.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { TeamMember } from '../../../shared/records/care-team.ts';
import {
  type ChildColumn,
  ChildSector,
  type ChildView,
  sectorOfRight,
} from '../../../shared/records/child-view.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { type Goal, isGoalClosed } from '../../../shared/records/goals.ts';
import type { Member } from '../../../shared/records/households.ts';
import { isReferralLate, type Referral } from '../../../shared/records/referrals.ts';
import { rightsOfChildren } from '../../../shared/records/rights.ts';
import { type SituationFacts, unknownSituation } from '../../../shared/records/situations.ts';
import type { Task } from '../../../shared/records/tasks.ts';
import type { Reader } from '../../db/connect.ts';
import { teamOf } from '../care-team/queries.ts';
import { readConferences } from '../conferences/queries.ts';
import { goalsOf } from '../goals/queries.ts';
import { authorise } from '../households/authority.ts';
import { membersOf } from '../households/members.ts';
import { referralsOf } from '../referrals/queries.ts';
import { situationsAsOf } from '../situations/queries.ts';
import { readHouseholdTasks } from '../tasks/queries.ts';
import { missingIn } from './missing.ts';

export type Facts = {
  readonly today: Day;
  readonly goals: readonly Goal[];
  readonly referrals: readonly Referral[];
  readonly tasks: readonly Task[];
  readonly conferences: readonly Conference[];
  readonly team: readonly TeamMember[];
  readonly situation: SituationFacts;
};

/** Children who are in the household, eldest first, then the pregnancy under way. */
export async function readChildren(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  now: Date,
): Promise<Outcome<{ children: ChildView[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const tasks = await readHouseholdTasks(reader, actor, householdId, now);
  const conferences = await readConferences(reader, actor, householdId);
  if (!tasks.ok) return tasks;
  if (!conferences.ok) return conferences;
  const today = dayOf(now);
  const situations = await situationsAsOf(reader, [householdId], today);
  const facts: Facts = {
    today,
    situation: situations.get(householdId) ?? unknownSituation,
    goals: await goalsOf(reader, householdId),
    referrals: await referralsOf(reader, householdId),
    tasks: tasks.value.tasks,
    conferences: conferences.value.conferences,
    team: (await teamOf(reader, householdId)).filter(({ to, consented }) => to === null && consented),
  };
  const subjects = subjectsOf((await membersOf(reader, [householdId])).get(householdId) ?? []);
  const alone = subjects.length === 1;
  return ok({ children: subjects.map((subject) => viewOf(subject, facts, alone)) });
}

function subjectsOf(members: readonly Member[]): ChildView['subject'][] {
  const here = members.filter(({ left }) => left === null);
  const children = here
    .filter(({ relation }) => relation === 'child')
    .sort((a, b) => (a.birth ?? '').localeCompare(b.birth ?? ''))
    .map(({ id, name, birth, sex }) => ({ kind: 'child' as const, memberId: id, name, birth, sex }));
  const expected = here.flatMap(({ id, name, pregnancy }) =>
    pregnancy !== null && pregnancy.ended === null
      ? [
          {
            kind: 'pregnancy' as const,
            memberId: id,
            name,
            lmp: pregnancy.lmp,
            dueDate: pregnancy.dueDate,
          },
        ]
      : [],
  );
  return [...children, ...expected];
}

function viewOf(subject: ChildView['subject'], facts: Facts, alone: boolean): ChildView {
  const columns = ChildSector.options.map((sector) => columnOf(sector, subject, facts));
  const conferences = facts.conferences
    .filter((conference) => conference.status !== 'cancelled' && (alone || names(conference, subject)))
    .map(({ id, title, start, status }) => ({ id, title, start, status }));
  return { subject, columns, conferences };
}

function columnOf(sector: ChildSector, subject: ChildView['subject'], facts: Facts): ChildColumn {
  const { today } = facts;
  const goals = facts.goals.filter((goal) => sectorOfRight[goal.right] === sector && concerns(goal, subject));
  const referrals = facts.referrals.filter(
    (referral) => sectorOfRight[referral.right] === sector && referral.memberId === subject.memberId,
  );
  const [goalIds, referralIds] = [new Set(goals.map(({ id }) => id)), new Set(referrals.map(({ id }) => id))];
  const tasks = facts.tasks.filter(
    ({ goalId, source }) =>
      (goalId !== null && goalIds.has(goalId)) ||
      (source.kind === 'referral' && referralIds.has(source.referralId)),
  );
  const people = facts.team.filter(({ role }) => sectorOfRole(role) === sector);
  return {
    sector,
    goals: goals.map(({ id, title, right, status, due, responsible, progress, beneficiaryId }) => {
      const rating = progress.at(-1)?.rating ?? null;
      return { id, title, right, status, due, responsible, rating, shared: beneficiaryId === null };
    }),
    referrals: referrals.map((referral) => {
      const { id, service, right, to, status, outcome, requestedOn } = referral;
      return { id, service, right, to, status, outcome, requestedOn, late: isReferralLate(referral, today) };
    }),
    tasks: tasks.map(({ id, title, owner, status, due, overdue }) => ({
      id,
      title,
      owner,
      status,
      due,
      overdue,
    })),
    people: people.map(({ person, role, from }) => ({ person, role, from })),
    missing: missingIn(sector, subject, { today, referrals, goals, people, situation: facts.situation }),
  };
}

/**
 * A child's own goals and the household's under a right of children; for a pregnancy those of the mother or of all, as
 * far as they aren't over.
 */
function concerns(goal: Goal, subject: ChildView['subject']): boolean {
  const ofChildren = rightsOfChildren.includes(goal.right);
  if (subject.kind === 'pregnancy') {
    const hers = goal.beneficiaryId === subject.memberId || goal.beneficiaryId === null;
    return ofChildren && hers && !isGoalClosed(goal.status);
  }
  return goal.beneficiaryId === subject.memberId || (goal.beneficiaryId === null && ofChildren);
}

/** Who follows a child from where; mediators and volunteers stand between the sectors. */
function sectorOfRole(role: TeamMember['role']): ChildSector | null {
  switch (role) {
    case 'health':
    case 'education':
      return role;
    case 'tutor':
    case 'social':
    case 'protection':
    case 'partner':
      return 'social';
    default:
      return null;
  }
}

/** Whether the title or the agenda has the child's name as a word of its own. */
function names({ title, agenda }: Conference, subject: ChildView['subject']): boolean {
  if (subject.kind === 'pregnancy') return false;
  const first = subject.name.split(/\s+/)[0] ?? subject.name;
  const words = [title, ...agenda.map((point) => point.title)].flatMap((text) =>
    text.split(/[^\p{L}\p{M}’'-]+/u),
  );
  return words.some((word) => word.localeCompare(first, 'it', { sensitivity: 'base' }) === 0);
}
