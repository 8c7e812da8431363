/** A goal's frame beside the text: state, right, responsible, date, how far it has come. Its words stay in the plan. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import {
  type Goal,
  type GoalStatus,
  goalEndpoints,
  nextGoalStatuses,
} from '../../../shared/records/goals.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { RefusalNote } from '../../api/RefusalNote.tsx';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { GoalFrame, paramsOf, touchesGoal } from './GoalFrame.tsx';
import { useRoom } from './household-room.tsx';

const stepsOfProgress = [1, 2, 3, 4, 5] as const;

export function GoalPanel(props: { goal: Goal; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const writes = () => room.household().can.writeGoals;
  const [answered, setAnswered] = createSignal<Goal>();
  /** What our own act answered, until the list is read again: the next act must not be refused for the last one. */
  const goal = (): Goal => {
    const own = answered();
    return own && own.id === props.goal.id && own.version > props.goal.version ? own : props.goal;
  };
  /** Two acts in a row may be answered in the other order. */
  const take = (answer: Goal) =>
    setAnswered((before) => (before && before.version > answer.version ? before : answer));
  return (
    <Dialog
      open
      shape="drawer"
      onClose={props.onClose}
      title={<bdi>{goal().title || t('goals.untitled')}</bdi>}
      description={t(`goals.status.${goal().status}`)}
    >
      <Show when={writes()} fallback={<p class="muted">{t('goals.readOnly')}</p>}>
        <Decide goal={goal()} onAnswer={take} />
        <Progress goal={goal()} onAnswer={take} />
      </Show>
      <GoalFrame goal={goal()} editable={writes()} onDone={props.onClose} />
    </Dialog>
  );
}

type ActProps = { goal: Goal; onAnswer: (goal: Goal) => void };

function Decide(props: ActProps): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const decide = createAction(
    (status: GoalStatus) =>
      call(goalEndpoints.decide, {
        params: paramsOf(props.goal),
        body: { status, version: props.goal.version },
      }),
    {
      touches: touchesGoal,
      onDone: (goal) => {
        props.onAnswer(goal);
        showToast({ text: t('goals.decided', { status: t(`goals.status.${goal.status}`) }) });
      },
    },
  );
  return (
    <Field group label={t('goals.decide')}>
      <div class="item-a">
        <For each={nextGoalStatuses[props.goal.status]}>
          {(status) => (
            <Button small busy={decide.busy()} onClick={() => void decide.run(status)}>
              <span class="cap">{t(`goals.status.${status}`)}</span>
            </Button>
          )}
        </For>
      </div>
      <RefusalNote refusal={decide.refusal()} />
    </Field>
  );
}

function Progress(props: ActProps): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const [note, setNote] = createSignal('');
  const latest = () => props.goal.progress.at(-1);
  const rate = createAction(
    (rating: number) =>
      call(goalEndpoints.rate, {
        params: paramsOf(props.goal),
        body: { on: room.today(), rating, note: note().trim() },
      }),
    {
      touches: touchesGoal,
      onDone: (goal) => {
        props.onAnswer(goal);
        setNote('');
        showToast({ text: t('goals.rated') });
      },
    },
  );
  return (
    <Field
      group
      label={t('goals.progress')}
      hint={
        latest()
          ? `${joined(t, [t('goals.rate', { rating: latest()?.rating ?? 0 }), formats().date(latest()?.on ?? room.today())])}${latest()?.note ? ` · ${latest()?.note}` : ''}`
          : t('goals.noProgress')
      }
    >
      <span class="rate">
        <For each={stepsOfProgress}>
          {(rating) => (
            <button
              type="button"
              aria-label={t('goals.rate', { rating })}
              title={t('goals.rate', { rating })}
              aria-pressed={rating <= (latest()?.rating ?? 0)}
              onClick={() => void rate.run(rating)}
            />
          )}
        </For>
      </span>
      <TextArea
        rows={1}
        value={note()}
        placeholder={t('goals.rateNote')}
        aria-label={t('goals.rateNote')}
        onValue={setNote}
      />
      <RefusalNote refusal={rate.refusal()} />
    </Field>
  );
}
