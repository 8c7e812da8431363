/** A goal's frame beside the text: state, right, responsible, date, how far it has come. Its words stay in the plan. */
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { MemberId } from '../../../shared/ids.ts';
import {
  type Goal,
  GoalDimension,
  type GoalStatus,
  goalEndpoints,
  nextGoalStatuses,
} from '../../../shared/records/goals.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { Right } from '../../../shared/records/rights.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords, RefusalNote } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { useRoom } from './household-room.tsx';
import { peopleOf } from './people-of.ts';

const stepsOfProgress = [1, 2, 3, 4, 5] as const;

export function GoalPanel(props: { goal: Goal; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const writes = () => room.household().can.writeGoals;
  return (
    <Dialog
      open
      shape="drawer"
      onClose={props.onClose}
      title={<bdi>{props.goal.title || t('goals.untitled')}</bdi>}
      description={t(`goals.status.${props.goal.status}`)}
    >
      <Show when={writes()} fallback={<p class="muted">{t('goals.readOnly')}</p>}>
        <Decide goal={props.goal} />
        <Progress goal={props.goal} />
      </Show>
      <Frame goal={props.goal} editable={writes()} onDone={props.onClose} />
    </Dialog>
  );
}

const touchesGoal = (goal: Goal) => [
  householdKey(goal.householdId, 'goals'),
  householdKey(goal.householdId, 'rights'),
];
const paramsOf = (goal: Goal) => ({ householdId: goal.householdId, goalId: goal.id });

function Decide(props: { goal: Goal }): JSX.Element {
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
      onDone: (goal) => showToast({ text: t('goals.decided', { status: t(`goals.status.${goal.status}`) }) }),
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

function Progress(props: { goal: Goal }): JSX.Element {
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
      onDone: () => {
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
          ? `${t('goals.rate', { rating: latest()?.rating ?? 0 })}, ${formats().date(latest()?.on ?? room.today())}${latest()?.note ? ` · ${latest()?.note}` : ''}`
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

function createFrame(goal: () => Goal) {
  const [right, setRight] = createSignal<Right>('health');
  const [dimension, setDimension] = createSignal<Goal['dimension']>(null);
  const [beneficiary, setBeneficiary] = createSignal('all');
  const [responsible, setResponsible] = createSignal<PersonBrief | null>(null);
  const [due, setDue] = createSignal('');
  const [expected, setExpected] = createSignal('');
  const [measure, setMeasure] = createSignal('');
  // Filled once per goal: what somebody else changes meanwhile is refused by its version, never lost under our typing.
  createEffect(
    on(
      () => goal().id,
      () => {
        setRight(goal().right);
        setDimension(goal().dimension);
        setBeneficiary(goal().beneficiaryId ?? 'all');
        setResponsible(goal().responsible ? ({ ...goal().responsible } as PersonBrief) : null); // present: just asked
        setDue(goal().due ?? '');
        setExpected(goal().expectedResult);
        setMeasure(goal().measure);
      },
    ),
  );
  return {
    right,
    setRight,
    dimension,
    setDimension,
    beneficiary,
    setBeneficiary,
    responsible,
    setResponsible,
    due,
    setDue,
    expected,
    setExpected,
    measure,
    setMeasure,
  };
}

function Frame(props: { goal: Goal; editable: boolean; onDone: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const form = createFrame(() => props.goal);
  const change = createAction(
    () =>
      call(goalEndpoints.change, {
        params: paramsOf(props.goal),
        body: {
          right: form.right(),
          dimension: form.dimension(),
          beneficiaryId: MemberId.safeParse(form.beneficiary()).data ?? null,
          responsibleId: form.responsible()?.id ?? null,
          due: form.due() ? Day.parse(form.due()) : null,
          expectedResult: form.expected().trim(),
          measure: form.measure().trim(),
          version: props.goal.version,
        },
      }),
    {
      touches: touchesGoal,
      onDone: () => {
        showToast({ text: t('goals.saved') });
        props.onDone();
      },
    },
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void change.run();
  };
  return (
    <form onSubmit={submit}>
      <fieldset class="dialog-b" disabled={!props.editable}>
        <div class="pair">
          <Field label={t('goals.right')}>
            <Select
              value={form.right()}
              options={Right.options.map((value) => ({ value, label: t(`rights.right.${value}`) }))}
              onValue={form.setRight}
            />
          </Field>
          <Field label={t('goals.dimension')}>
            <Select
              value={form.dimension() ?? 'none'}
              options={[
                { value: 'none' as const, label: t('ui.none') },
                ...GoalDimension.options.map((value) => ({ value, label: t(`goals.dimension.${value}`) })),
              ]}
              onValue={(value) => form.setDimension(value === 'none' ? null : value)}
            />
          </Field>
        </div>
        <Field label={t('goals.responsible')} error={fieldWords(t, change.problemAt('responsibleId'))}>
          <PersonPicker
            value={form.responsible()}
            onValue={form.setResponsible}
            among={peopleOf(room.household())}
          />
        </Field>
        <div class="pair">
          <Field label={t('goals.due')} optional error={fieldWords(t, change.problemAt('due'))}>
            <DateInput value={form.due()} onValue={form.setDue} />
          </Field>
          <Field label={t('goals.beneficiary')}>
            <Select
              value={form.beneficiary()}
              options={[
                { value: 'all', label: t('goals.wholeHousehold') },
                ...room
                  .household()
                  .members.map((member) => ({ value: member.id as string, label: member.name })),
              ]}
              onValue={form.setBeneficiary}
            />
          </Field>
        </div>
        <Field label={t('goals.expectedResult')} optional>
          <TextArea rows={2} value={form.expected()} onValue={form.setExpected} />
        </Field>
        <Field label={t('goals.measure')} optional>
          <TextArea rows={1} value={form.measure()} onValue={form.setMeasure} />
        </Field>
        <RefusalNote refusal={change.refusal()} />
        <Show when={props.editable}>
          <div class="dialog-a">
            <Button type="submit" kind="primary" busy={change.busy()}>
              {t('goals.save')}
            </Button>
          </div>
        </Show>
      </fieldset>
    </form>
  );
}
