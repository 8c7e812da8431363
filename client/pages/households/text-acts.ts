/** What a text asks of the page around it: dialogs for a task, a referral, a goal; and where a chip leads. */
import { useNavigate } from '@solidjs/router';
import { type Accessor, createSignal } from 'solid-js';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { ConferenceId, GoalId } from '../../../shared/ids.ts';
import { type GoalDraft, goalEndpoints } from '../../../shared/records/goals.ts';
import type { Right } from '../../../shared/records/rights.ts';
import type { TaskSource } from '../../../shared/records/tasks.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import type { EditorRecords, MakeRecord } from '../../editor/chrome.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { TaskSeed } from '../tasks/MakeTaskDialog.tsx';
import type { HouseholdRoom } from './household-room.tsx';
import { peopleOf } from './people-of.ts';
import { chipOf } from './record-chips.ts';

export type ReferralSeed = { readonly right: Right | undefined; readonly note: string };

export type TextActs = {
  readonly records: EditorRecords;
  readonly taskSeed: Accessor<TaskSeed | undefined>;
  readonly referralSeed: Accessor<ReferralSeed | undefined>;
  /** Words to become a goal. */
  readonly goalMake: Accessor<MakeRecord | undefined>;
  /** A decision about the regia: to be called once its proposal is made. */
  readonly leadMake: Accessor<(() => void) | undefined>;
  readonly goalId: Accessor<GoalId | undefined>;
  readonly openGoal: (id: GoalId) => void;
  /** Sets the chip of what was just made where its words were. */
  readonly insert: MakeRecord['insertChip'];
  readonly close: () => void;
};

/** Where a goal stands until somebody says otherwise, when its block is under no right. */
export const unplaced: Right = 'health';

export const newGoal = (id: GoalId, title: string, right: Right): GoalDraft => ({
  id,
  title,
  right,
  dimension: null,
  aim: null,
  objective: null,
  mode: null,
  beneficiaryId: null,
  baseline: '',
  expectedResult: '',
  measure: '',
  responsibleId: null,
  due: null,
});

export function createTextActs(
  room: HouseholdRoom,
  from: { document: DocumentKind; conferenceId?: ConferenceId | undefined },
): TextActs {
  const { t, formats } = useMessages();
  const navigate = useNavigate();
  const [asked, setAsked] = createSignal<{ kind: 'task' | 'referral' | 'goal'; make: MakeRecord }>();
  const [leadMake, setLeadMake] = createSignal<() => void>();
  const [goalId, setGoalId] = createSignal<GoalId>();
  const can = () => room.household().can;
  const householdId = room.household().id;

  const propose = createAction(
    (goal: { goalId: GoalId; title: string; right: Right | undefined }) =>
      call(goalEndpoints.propose, {
        params: { householdId },
        body: newGoal(goal.goalId, goal.title, goal.right ?? unplaced),
      }),
    {
      touches: () => [householdKey(householdId, 'goals'), householdKey(householdId, 'rights')],
      toast: true,
    },
  );
  const source = (make: MakeRecord): TaskSource =>
    from.conferenceId && make.decisionId
      ? { kind: 'decision', conferenceId: from.conferenceId, decisionId: make.decisionId }
      : make.quote
        ? { kind: 'text', document: from.document, quote: make.quote.slice(0, 1000) }
        : { kind: 'manual' };
  const addresses: Partial<Record<string, (ref: string) => string>> = {
    task: () => `${room.base}/tasks`,
    conference: (ref) => `${room.base}/conferences/${ref}`,
    person: () => `${room.base}/team`,
    member: () => `${room.base}/team`,
  };

  return {
    records: {
      get people() {
        return peopleOf(room.household());
      },
      get members() {
        return room.household().members.filter((member) => member.left === null);
      },
      get goals() {
        return room.records.goals.value()?.goals;
      },
      chip: chipOf(room, t, formats),
      onOpenChip: (kind, ref) => {
        if (kind === 'goal')
          return setGoalId(room.records.goals.value()?.goals.find((goal) => goal.id === ref)?.id);
        const address = addresses[kind]?.(ref);
        if (address) navigate(address);
      },
      onOpenGoal: (id) => setGoalId(id),
      get onNewGoal() {
        return can().writeGoals ? propose.run : undefined;
      },
      get onMakeTask() {
        return can().assignTasks ? (make: MakeRecord) => setAsked({ kind: 'task', make }) : undefined;
      },
      get onMakeReferral() {
        return can().writeReferrals ? (make: MakeRecord) => setAsked({ kind: 'referral', make }) : undefined;
      },
      // In the plan a goal is a block of the text.
      get onMakeGoal() {
        return from.document === 'minutes' && can().writeGoals
          ? (make: MakeRecord) => setAsked({ kind: 'goal', make })
          : undefined;
      },
      get onProposeLead() {
        return from.document === 'minutes' && can().proposeLead
          ? (made: () => void) => setLeadMake(() => made)
          : undefined;
      },
    },
    taskSeed: () => {
      const now = asked();
      return now?.kind === 'task' ? { title: now.make.quote, source: source(now.make) } : undefined;
    },
    referralSeed: () => {
      const now = asked();
      return now?.kind === 'referral' ? { right: now.make.right, note: now.make.quote } : undefined;
    },
    goalMake: () => {
      const now = asked();
      return now?.kind === 'goal' ? now.make : undefined;
    },
    leadMake,
    goalId,
    openGoal: setGoalId,
    insert: (ref, label) => asked()?.make.insertChip(ref, label),
    close: () => {
      setAsked(undefined);
      setLeadMake(undefined);
      setGoalId(undefined);
    },
  };
}
