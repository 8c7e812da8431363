/** What a text asks of the page around it: dialogs for a task, a referral, a goal; and where a chip leads. */
import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { goalEndpoints } from '../../../shared/records/goals.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { useMessages } from '../../messages/messages.tsx';
import { peopleOf } from './people-of.ts';
import { chipOf } from './record-chips.ts';
/** Where a goal stands until somebody says otherwise, when its block is under no right. */
const unplaced = 'health';
const newGoal = (id, title, right) => ({
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
export function createTextActs(room, from) {
    const { t, formats } = useMessages();
    const navigate = useNavigate();
    const [asked, setAsked] = createSignal();
    const [goalId, setGoalId] = createSignal();
    const can = () => room.household().can;
    const householdId = room.household().id;
    const propose = createAction((goal) => call(goalEndpoints.propose, {
        params: { householdId },
        body: newGoal(goal.goalId, goal.title, goal.right ?? unplaced),
    }), {
        touches: () => [householdKey(householdId, 'goals'), householdKey(householdId, 'rights')],
        toast: true,
    });
    const source = (make) => from.conferenceId && make.decisionId
        ? { kind: 'decision', conferenceId: from.conferenceId, decisionId: make.decisionId }
        : make.quote
            ? { kind: 'text', document: from.document, quote: make.quote.slice(0, 1000) }
            : { kind: 'manual' };
    const addresses = {
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
                if (address)
                    navigate(address);
            },
            onOpenGoal: (id) => setGoalId(id),
            get onNewGoal() {
                return can().writeGoals ? propose.run : undefined;
            },
            get onMakeTask() {
                return can().assignTasks ? (make) => setAsked({ kind: 'task', make }) : undefined;
            },
            get onMakeReferral() {
                return can().writeReferrals ? (make) => setAsked({ kind: 'referral', make }) : undefined;
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
        goalId,
        openGoal: setGoalId,
        insert: (ref, label) => asked()?.make.insertChip(ref, label),
        close: () => {
            setAsked(undefined);
            setGoalId(undefined);
        },
    };
}
