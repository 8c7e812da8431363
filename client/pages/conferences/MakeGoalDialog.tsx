/** From a decision, or from words of a text, to a goal: its words and its right; the rest is agreed in the plan. */
import { createSignal, type JSX } from 'solid-js';
import { GoalId, newId } from '../../../shared/ids.ts';
import { type Goal, goalEndpoints } from '../../../shared/records/goals.ts';
import { Right } from '../../../shared/records/rights.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import type { MakeRecord } from '../../editor/chrome.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { useRoom } from '../households/household-room.tsx';
import { newGoal, unplaced } from '../households/text-acts.ts';

export function MakeGoalDialog(props: { make: MakeRecord | undefined; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const [id, setId] = createSignal(newId(GoalId));
  const [title, setTitle] = createSignal('');
  const [right, setRight] = createSignal<Right>(unplaced);
  const [asked, setAsked] = createSignal(false);
  whenChanged(
    () => props.make,
    (make) => {
      if (!make) return;
      setId(newId(GoalId));
      setTitle(make.quote.slice(0, 300));
      setRight(make.right ?? unplaced);
      setAsked(false);
      propose.clear();
    },
  );
  const householdId = room.household().id;
  const propose = createAction(
    () =>
      call(goalEndpoints.propose, {
        params: { householdId },
        body: newGoal(id(), title().trim(), right()),
      }),
    {
      touches: () => [householdKey(householdId, 'goals'), householdKey(householdId, 'rights')],
      onDone: (goal: Goal) => {
        props.make?.insertChip(goal.id, goal.title);
        showToast({ text: t('room.goalMade') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    if (title().trim() !== '') void propose.run();
  };
  return (
    <ActionDialog
      open={props.make !== undefined}
      onClose={props.onClose}
      title={t('room.goalTitle')}
      act={t('room.goalAct')}
      action={propose}
      onSubmit={submit}
    >
      <Field
        label={t('room.goalWords')}
        required
        error={
          asked() && title().trim() === '' ? t('fields.missing') : fieldWords(t, propose.problemAt('title'))
        }
      >
        <TextArea dir="auto" value={title()} onValue={setTitle} />
      </Field>
      <Field label={t('room.goalRight')}>
        <Select
          value={right()}
          options={Right.options.map((value) => ({ value, label: t(`plan.right.${value}`) }))}
          onValue={setRight}
        />
      </Field>
    </ActionDialog>
  );
}
