/** The frame of a goal: right, direction, responsible, date, beneficiary, what is expected and how it will be seen (B5, B6). */
import { createSignal, type JSX, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { MemberId } from '../../../shared/ids.ts';
import { type Goal, GoalDimension, goalEndpoints } from '../../../shared/records/goals.ts';
import { Right } from '../../../shared/records/rights.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords, RefusalNote } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { useRoom } from './household-room.tsx';
import { peopleOf } from './people-of.ts';

/** What a change of this goal makes stale. */
export const touchesGoal = (goal: Goal) => [
  householdKey(goal.householdId, 'goals'),
  householdKey(goal.householdId, 'rights'),
];
export const paramsOf = (goal: Goal) => ({ householdId: goal.householdId, goalId: goal.id });

type Frame = Pick<
  Goal,
  'right' | 'dimension' | 'beneficiaryId' | 'responsible' | 'expectedResult' | 'measure'
> & {
  /** As its input writes it; empty for none. */
  readonly due: string;
};

/** What was touched here, over the goal as it stands: the rest goes on following what others change. */
function createFrame(goal: () => Goal) {
  const [touched, setTouched] = createSignal<Partial<Frame>>({});
  whenChanged(
    () => goal().id,
    () => setTouched({}),
  );
  return {
    now: (): Frame => ({ ...goal(), due: goal().due ?? '', ...touched() }),
    touch: (change: Partial<Frame>) => setTouched({ ...touched(), ...change }),
    /** Only what was touched: two people who change different things both keep theirs. */
    change: () => {
      const { due, responsible, ...rest } = touched();
      return {
        ...rest,
        ...(due === undefined ? {} : { due: due ? Day.parse(due) : null }),
        ...(responsible === undefined ? {} : { responsibleId: responsible?.id ?? null }),
      };
    },
  };
}

export function GoalFrame(props: { goal: Goal; editable: boolean; onDone: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const form = createFrame(() => props.goal);
  const change = createAction(
    () =>
      call(goalEndpoints.change, {
        params: paramsOf(props.goal),
        body: { ...form.change(), version: props.goal.version },
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
              value={form.now().right}
              options={Right.options.map((value) => ({ value, label: t(`rights.right.${value}`) }))}
              onValue={(right) => form.touch({ right })}
            />
          </Field>
          <Field label={t('goals.dimension')}>
            <Select
              value={form.now().dimension ?? 'none'}
              options={[
                { value: 'none' as const, label: t('ui.none') },
                ...GoalDimension.options.map((value) => ({ value, label: t(`goals.dimension.${value}`) })),
              ]}
              onValue={(value) => form.touch({ dimension: value === 'none' ? null : value })}
            />
          </Field>
        </div>
        <Field label={t('goals.responsible')} error={fieldWords(t, change.problemAt('responsibleId'))}>
          <PersonPicker
            value={form.now().responsible}
            onValue={(responsible) => form.touch({ responsible })}
            among={peopleOf(room.household())}
          />
        </Field>
        <div class="pair">
          <Field label={t('goals.due')} optional error={fieldWords(t, change.problemAt('due'))}>
            <DateInput value={form.now().due} onValue={(due) => form.touch({ due })} />
          </Field>
          <Field label={t('goals.beneficiary')}>
            <Select
              value={form.now().beneficiaryId ?? 'all'}
              options={[
                { value: 'all', label: t('goals.wholeHousehold') },
                ...room
                  .household()
                  .members.map((member) => ({ value: member.id as string, label: member.name })),
              ]}
              onValue={(id) => form.touch({ beneficiaryId: MemberId.safeParse(id).data ?? null })}
            />
          </Field>
        </div>
        <Field label={t('goals.expectedResult')} optional>
          <TextArea
            rows={2}
            value={form.now().expectedResult}
            onValue={(expectedResult) => form.touch({ expectedResult })}
          />
        </Field>
        <Field label={t('goals.measure')} optional>
          <TextArea rows={1} value={form.now().measure} onValue={(measure) => form.touch({ measure })} />
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
