/** Goals, tasks, referrals and conferences of a generated household, at every stage. */
import { addDays, type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import { type BodyId, ConferenceId, DocumentId, GoalId, ReferralId, TaskId } from '../../../shared/ids.ts';
import {
  GoalAim,
  GoalDimension,
  GoalMode,
  GoalObjective,
  GoalStatus,
} from '../../../shared/records/goals.ts';
import { isReferralClosed, ReferralStatus, servicesByRight } from '../../../shared/records/referrals.ts';
import { Right } from '../../../shared/records/rights.ts';
import { TaskStatus } from '../../../shared/records/tasks.ts';
import { addMinutes, type GoalWords } from './documents.ts';
import type { Happened, Setting } from './household.ts';
import { goalsOfRight, taskTitles } from './texts.ts';

/** Three to five goals, each under another right. */
export function addGoals(
  { rows, random, household, tutor, lead, at }: Setting,
  happened: Happened,
): GoalWords[] {
  return random.some(Right.options, random.between(3, 5)).map((right) => {
    const status = random.pick(GoalStatus.options);
    const id = random.id(GoalId, at(0.2));
    const title = random.pick(goalsOfRight[right]);
    const responsible = (lead ?? tutor).id;
    rows.add('goal', {
      id,
      household_id: household.id,
      title,
      right,
      dimension: random.pick(GoalDimension.options),
      aim: random.pick(GoalAim.options),
      objective: random.pick(GoalObjective.options),
      mode: random.pick(GoalMode.options),
      baseline: '',
      expected_result: '',
      measure: '',
      responsible_id: responsible,
      due: addDays(household.today, random.between(-30, 120)),
      status,
      status_since: instantOf(at(0.4)),
      in_text: true,
      proposed_by: tutor.id,
      proposed_at: instantOf(at(0.2)),
      version: 1,
    });
    happened(at(0.2), tutor.id, { kind: 'goal.proposed', goalId: id });
    if (status !== 'proposed') {
      const rated_on = dayOf(at(0.6));
      rows.add('goal_progress', {
        goal_id: id,
        rated_on,
        rating: random.between(1, 5),
        note: '',
        rated_by: tutor.id,
      });
      happened(at(0.4), tutor.id, { kind: 'goal.status-changed', goalId: id, from: 'proposed', to: status });
    }
    return { id, right, title };
  });
}

const saysWhy = (status: TaskStatus): boolean => ['declined', 'blocked', 'cancelled'].includes(status);

/** Four to six tasks, some overdue. */
export function addTasks(setting: Setting, goals: readonly GoalWords[], happened: Happened): void {
  const { rows, random, household, tutor, team, at } = setting;
  for (let i = random.between(4, 6); i > 0; i -= 1) {
    const id = random.id(TaskId, at(0.5));
    const owner = random.pick([tutor, ...team]);
    const status = random.pick(TaskStatus.options);
    const due: Day = addDays(household.today, random.between(-10, 40));
    rows.add('task', {
      id,
      household_id: household.id,
      title: random.pick(taskTitles),
      owner_id: owner.id,
      assigned_by: tutor.id,
      status,
      reason: saysWhy(status) ? 'Si riprende il mese prossimo.' : null,
      due,
      source: { kind: 'manual' },
      goal_id: random.pick(goals).id,
      created_at: instantOf(at(0.5)),
      changed_at: instantOf(at(0.7)),
      version: status === 'assigned' ? 1 : 2,
    });
    happened(at(0.5), tutor.id, { kind: 'task.assigned', taskId: id, ownerId: owner.id });
  }
}

/** Two referrals, at any state; a closed one with its outcome. */
export function addReferrals(
  { rows, random, household, tutor, bodies, at }: Setting,
  goals: readonly GoalWords[],
  happened: Happened,
): void {
  for (const goal of random.some(goals, 2)) {
    const id = random.id(ReferralId, at(0.5));
    const bodyId: BodyId = random.pick(bodies);
    const status = random.pick(ReferralStatus.exclude(['draft']).options);
    rows.add('referral', {
      id,
      household_id: household.id,
      right: goal.right,
      service: random.pick<string>(servicesByRight[goal.right]),
      body_id: bodyId,
      goal_id: goal.id,
      note: '',
      requested_by: tutor.id,
      requested_on: dayOf(at(0.5)),
      // Whatever waits still has time: a generated network doesn't begin with a rule's thousand tasks.
      answer_by: addDays(dayOf(at(1)), 10),
      status,
      outcome: isReferralClosed(status) ? 'attended' : null,
      changed_at: instantOf(at(0.7)),
      version: status === 'requested' ? 1 : 2,
    });
    const step = { referral_id: id, note: '', by_id: tutor.id };
    rows.add('referral_step', { ...step, at: instantOf(at(0.5)), status: 'requested', outcome: null });
    if (status !== 'requested') {
      const outcome = isReferralClosed(status) ? 'attended' : null;
      rows.add('referral_step', { ...step, at: instantOf(at(0.7)), status, outcome });
    }
    happened(at(0.5), tutor.id, { kind: 'referral.requested', referralId: id, bodyId });
  }
}

/** One conference behind, held or frozen, and one ahead. */
export function addConferences(
  { rows, random, household, tutor, team, lead, at }: Setting,
  happened: Happened,
): void {
  const chair = lead ?? tutor;
  // Whoever chairs doesn't take the minutes: somebody else of the team does.
  const taker = [tutor, ...team].find(({ id }) => id !== chair.id);
  if (taker === undefined) return;
  const agendas = { past: ['Come va', 'Che cosa manca'], ahead: ['Passi fatti', 'Prossimi passi'] };
  for (const when of ['past', 'ahead'] as const) {
    const id = random.id(ConferenceId, at(0.6));
    const minutesId = random.id(DocumentId, at(0.6));
    const agenda = agendas[when].map((title, i) => ({
      id: `p${i + 1}`,
      title,
      minutes: 25,
      askedById: i === 0 ? null : chair.id,
    }));
    const hash = addMinutes(rows, { id: minutesId, householdId: household.id, conferenceId: id, agenda });
    const status = when === 'ahead' ? 'planned' : random.pick(['held', 'frozen']);
    const start = when === 'ahead' ? new Date(at(1).getTime() + random.between(2, 30) * 86_400_000) : at(0.8);
    rows.add('conference', {
      id,
      household_id: household.id,
      kind: 'review',
      title: when === 'ahead' ? 'Prossima verifica' : 'Verifica del progetto',
      start: instantOf(start),
      minutes_long: 60,
      mode: 'online',
      chair_id: chair.id,
      minute_taker_id: taker.id,
      agenda,
      family_invited: true,
      quorum: 2,
      status,
      frozen_at: status === 'frozen' ? instantOf(at(0.85)) : null,
      frozen_hash: status === 'frozen' ? hash : null,
      frozen_hash_of: status === 'frozen' ? 'words' : null,
      minutes_id: minutesId,
      scheduled_by: tutor.id,
      changed_at: instantOf(at(0.6)),
      version: 1,
    });
    for (const { id: person_id } of team) rows.add('conference_invitee', { conference_id: id, person_id });
    happened(at(0.6), tutor.id, { kind: 'conference.scheduled', conferenceId: id, start: instantOf(start) });
    if (status === 'frozen')
      happened(at(0.85), chair.id, { kind: 'conference.frozen', conferenceId: id, hash });
  }
}
