/** Goals, referrals and tasks: each brought through its states by the people who could, on the days they did. */
import { assert } from '../../shared/assert.ts';
import { type GoalStatus, isGoalClosed } from '../../shared/records/goals.ts';
import type { TaskSource, TaskStatus } from '../../shared/records/tasks.ts';
import { changeGoal, decideGoal, proposeGoal, rateGoal } from '../records/goals/commands.ts';
import { requestReferral, updateReferral } from '../records/referrals/commands.ts';
import { assignTask, stepTask } from '../records/tasks/commands.ts';
import type { HouseholdDocuments, RunFile } from './document-files.ts';
import type { GoalFile, ReferralFile, TaskFile } from './network-files.ts';
import type { Step, Story } from './story.ts';
import type { StoryDate } from './story-dates.ts';

export function stepsOfWork(story: Story, documents: HouseholdDocuments | undefined): Step[] {
  const { goals, referrals, tasks } = story.file;
  return [
    ...goals.flatMap((goal) => stepsOfGoal(story, goal)),
    ...referrals.flatMap((referral) => stepsOfReferral(story, referral)),
    ...tasks.flatMap((task) => stepsOfTask(story, task, documents)),
  ];
}

function stepsOfGoal(story: Story, goal: GoalFile): Step[] {
  const { id: householdId, calendar, cast } = story;
  const goalId = story.goal(goal.key);
  const { right, title, dimension, aim, objective, mode, status, statusSince } = goal;
  const created = proposedOn(story, goal);
  const joined = joinedOn(story, goal.responsible);
  let version = 0;
  const keepVersion = <T extends { ok: boolean; value?: { version: number } }>(outcome: T): T => {
    version = outcome.value?.version ?? version;
    return outcome;
  };
  const decide = (on: StoryDate, time: string, to: GoalStatus) =>
    story.step(on, time, story.tutorOn(on.day), `${goal.key} ${to}`, async (context) =>
      keepVersion(await decideGoal(context, { householdId, goalId, status: to, version })),
    );
  const began: GoalStatus[] = status === 'proposed' ? [] : [status === 'agreed' ? 'agreed' : 'active'];
  const ended: GoalStatus[] = isGoalClosed(status) || status === 'suspended' ? [status] : [];
  const draft = {
    id: goalId,
    right,
    title,
    dimension,
    aim,
    objective,
    mode,
    beneficiaryId: goal.beneficiary === 'household' ? null : story.member(goal.beneficiary),
    baseline: goal.baseline ?? '',
    expectedResult: goal.expectedResult ?? '',
    measure: goal.measure ?? '',
    responsibleId: goal.responsible !== null && joined <= created.day ? cast.person(goal.responsible) : null,
    due: goal.due == null ? null : calendar.dayOf(goal.due),
  };
  return [
    story.step(
      created,
      '10:00',
      story.writerOn(goal.responsible ?? '', created.day),
      goal.key,
      async (context) => keepVersion(await proposeGoal(context, { householdId, ...draft })),
    ),
    ...began.map((to) => decide(created, '10:15', to)),
    ...(goal.responsible !== null && joined > created.day
      ? [
          story.step(
            { day: joined },
            '10:20',
            story.tutorOn(joined),
            `${goal.key} taken on`,
            async (context) => {
              const change = { responsibleId: cast.person(goal.responsible ?? ''), version };
              return keepVersion(await changeGoal(context, { householdId, goalId }, change));
            },
          ),
        ]
      : []),
    ...goal.progress.map(({ on, rating, note }) => {
      const within = isGoalClosed(status) && on.day > statusSince.day ? statusSince : on;
      return story.step(within, '10:30', story.tutorOn(within.day), `${goal.key} rated`, async (context) =>
        keepVersion(
          await rateGoal(context, { householdId, goalId, on: calendar.dayOf(within), rating, note }),
        ),
      );
    }),
    ...ended.map((to) => decide(statusSince, '16:30', to)),
  ];
}

/** The day somebody joined the team, for the first time. */
function joinedOn({ file, opened }: Story, person: string | null): number {
  const days = file.careTeam.filter((row) => row.person === person).map(({ from }) => from.day);
  return Math.min(...(days.length > 0 ? days : [opened.day]));
}

/** The files let a referral or a task for a goal come before the goal was written down: then it was proposed with them. */
function proposedOn({ file }: Story, { key, created }: GoalFile): StoryDate {
  const asked = [
    ...file.referrals.filter(({ goal }) => goal === key).map(({ requested }) => requested),
    ...file.tasks.filter(({ goal }) => goal === key).map((task) => task.created),
    ...file.pacts.filter(({ goals }) => goals.includes(key)).map(({ start }) => ({ day: start.day - 2 })),
    ...file.grants.filter(({ goal }) => goal === key).map(({ requested }) => ({ day: requested.day - 1 })),
  ];
  return { day: Math.min(created.day, ...asked.map(({ day }) => day)) };
}

function stepsOfReferral(story: Story, referral: ReferralFile): Step[] {
  const { id: householdId, cast } = story;
  const referralId = story.referral(referral.key);
  const { right, service, requested, status, outcome, note } = referral;
  let version = 0;
  const request = story.step(
    requested,
    '11:00',
    story.writerOn(referral.by, requested.day),
    referral.key,
    async (context) => {
      const made = await requestReferral(context, {
        householdId,
        id: referralId,
        right,
        service,
        bodyId: cast.body(referral.to),
        memberId: referral.member ? story.member(referral.member) : null,
        goalId: referral.goal ? story.goal(referral.goal) : null,
        note,
        draft: status === 'draft',
      });
      if (made.ok) version = made.value.version;
      return made;
    },
  );
  if (status === 'requested' || status === 'draft') return [request];
  const on = referral.updated ?? requested;
  const update = story.step(on, '11:30', story.tutorOn(on.day), `${referral.key} ${status}`, (context) =>
    updateReferral(context, { householdId, referralId, status, outcome, version }),
  );
  return [request, update];
}

/** The states a task went through to where it is. */
const pathTo: Readonly<Record<TaskStatus, readonly TaskStatus[]>> = {
  assigned: [],
  accepted: ['accepted'],
  declined: ['declined'],
  in_progress: ['accepted', 'in_progress'],
  blocked: ['accepted', 'in_progress', 'blocked'],
  done: ['accepted', 'done'],
  cancelled: ['cancelled'],
};
const timeOfStep: Readonly<Record<TaskStatus, string>> = {
  assigned: '12:00',
  accepted: '14:00',
  declined: '14:00',
  in_progress: '14:30',
  blocked: '15:00',
  done: '15:30',
  cancelled: '16:00',
};

function stepsOfTask(story: Story, task: TaskFile, documents: HouseholdDocuments | undefined): Step[] {
  const { id: householdId, calendar, cast, file } = story;
  const taskId = story.task(task.key);
  const assigner = story.writerOn(task.assignedBy, task.created.day);
  const owner = story.actor(task.owner);
  let version = 0;
  const assigned = story.step(task.created, '13:00', assigner, task.key, async (context) => {
    const made = await assignTask(context, {
      householdId,
      id: taskId,
      title: task.title,
      ownerId: cast.person(task.owner),
      due: task.due == null ? null : calendar.dayOf(task.due),
      source: sourceOf(story, task, documents),
      goalId: task.goal ? story.goal(task.goal) : null,
    });
    if (made.ok) version = made.value.version;
    return made;
  });
  const onDay = (status: TaskStatus): StoryDate => {
    if (status === 'done') return task.done ?? task.created;
    if (status === 'declined') return task.declined ?? task.created;
    // What was cancelled because of a loss, or by who withdrew, was cancelled that day.
    if (status === 'cancelled') return file.loss?.on ?? task.accepted ?? task.created;
    return task.accepted ?? task.created;
  };
  const steps = pathTo[task.status].map((status) => {
    const by = status === 'cancelled' ? story.tutorOn(onDay(status).day) : owner;
    return story.step(onDay(status), timeOfStep[status], by, `${task.key} ${status}`, async (context) => {
      const stepped = await stepTask(context, { householdId, taskId, status, reason: task.reason, version });
      if (stepped.ok) version = stepped.value.version;
      return stepped;
    });
  });
  return [assigned, ...steps];
}

function sourceOf(story: Story, task: TaskFile, documents: HouseholdDocuments | undefined): TaskSource {
  const { kind, ref } = task.source;
  switch (kind) {
    case 'plan':
      return { kind: 'text', document: 'care-plan', quote: quoteBefore(task.key, documents) ?? task.title };
    case 'conference':
      return ref === undefined
        ? { kind: 'manual' }
        : {
            kind: 'decision',
            conferenceId: story.conference(ref),
            decisionId: decisionOf(story, ref, task.key),
          };
    case 'referral':
      return ref === undefined ? { kind: 'manual' } : { kind: 'referral', referralId: story.referral(ref) };
    case 'tie_review':
      return { kind: 'tie-review', tie: ref ?? tieDueFor(task, documents) };
    case 'dropout':
      return { kind: 'drop-out' };
    default:
      return { kind: 'manual' };
  }
}

/** The tie that the team wanted to look at again on the task's due day. */
function tieDueFor(task: TaskFile, documents: HouseholdDocuments | undefined): string {
  const tie = documents?.networkMap.ties.find(({ review }) => review?.day === task.due?.day);
  assert(tie, `${task.key} reviews a tie of the map`);
  return tie.key;
}

function decisionOf(story: Story, conferenceKey: string, taskKey: string): string | null {
  const conference = story.file.conferences.find(({ key }) => key === conferenceKey);
  const at = conference?.decisions.findIndex(({ task }) => task === taskKey) ?? -1;
  return story.decisions(conferenceKey)[at] ?? null;
}

/** The words the task's chip follows in the plan. */
function quoteBefore(taskKey: string, documents: HouseholdDocuments | undefined): string | null {
  for (const runs of documents === undefined ? [] : runsOf(documents)) {
    const at = runs.findIndex((run) => 'chip' in run && run.ref === taskKey);
    const before = runs[at - 1];
    if (before !== undefined && 'text' in before) return before.text.trim();
  }
  return null;
}

function runsOf({ plan }: HouseholdDocuments): RunFile[][] {
  const blocks = [...plan.intro, ...plan.sections.flatMap((section) => section.blocks)];
  return blocks.flatMap((block) => {
    if (block.type === 'goal') return [];
    return block.type === 'bulletList' ? block.items : [block.content];
  });
}
