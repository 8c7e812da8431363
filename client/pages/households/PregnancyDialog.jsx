/** A pregnancy, a birth or a loss (A3). A loss asks for a day and nothing else, and silences what was to come. */
import { createSignal, Match, Show, Switch } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { householdEndpoints, Sex } from '../../../shared/records/households.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, RadioGroup, Select, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from './household-room.tsx';
const outcomes = ['expected', 'birth', 'loss'];
const dayOrNull = (text) => Day.safeParse(text).data ?? null;
export function PregnancyDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const [whose, setWhose] = createSignal();
    const [outcome, setOutcome] = createSignal('expected');
    const [dueDate, setDueDate] = createSignal('');
    const [lmp, setLmp] = createSignal('');
    const [on, setOn] = createSignal('');
    const [name, setName] = createSignal('');
    const [sex, setSex] = createSignal('f');
    const [asked, setAsked] = createSignal(false);
    const mothers = () => room
        .household()
        .members.filter((member) => member.sex === 'f' && member.relation !== 'child' && !member.left);
    const mother = () => mothers().find((member) => member.id === whose()) ?? mothers()[0];
    const datesMissing = () => outcome() === 'expected' && dueDate() === '' && lmp() === '';
    const dayMissing = () => outcome() !== 'expected' && on() === '';
    const nameMissing = () => outcome() === 'birth' && name().trim() === '';
    const record = createAction((member) => {
        const kept = member.pregnancy;
        const kind = outcome();
        const day = dayOrNull(on());
        const expected = { lmp: dayOrNull(lmp()), dueDate: dayOrNull(dueDate()), ended: null };
        return call(householdEndpoints.recordPregnancy, {
            params: { householdId: room.household().id, memberId: member.id },
            body: {
                pregnancy: kind === 'expected' || day === null
                    ? expected
                    : { lmp: kept?.lmp ?? null, dueDate: kept?.dueDate ?? null, ended: { on: day, outcome: kind } },
                child: kind === 'birth'
                    ? {
                        name: name().trim(),
                        relation: 'child',
                        sex: sex(),
                        birth: day,
                        languages: [],
                        birthCountry: null,
                    }
                    : null,
            },
        });
    }, {
        touches: () => [everythingOfHousehold(room.household().id), keys.households],
        onDone: () => {
            showToast({ text: t('households.saved') });
            props.onClose();
        },
    });
    const submit = () => {
        setAsked(true);
        const member = mother();
        if (member && !datesMissing() && !dayMissing() && !nameMissing())
            void record.run(member);
    };
    return (<ActionDialog open={props.open} onClose={props.onClose} title={t('households.pregnancyTitle', { name: mother()?.name ?? '' })} act={t('households.record')} action={record} onSubmit={submit}>
      <Show when={mothers().length > 1}>
        <Field label={t('households.pregnancyOf')}>
          <Select value={mother()?.id ?? ''} options={mothers().map((member) => ({ value: member.id, label: member.name }))} onValue={setWhose}/>
        </Field>
      </Show>
      <Field group label={t('households.pregnancyKind')}>
        <RadioGroup value={outcome()} options={outcomes.map((value) => ({ value, label: t(`households.pregnancy.${value}`) }))} onValue={setOutcome}/>
      </Field>
      <Switch>
        <Match when={outcome() === 'expected'}>
          <div class="pair">
            <Field label={t('households.dueDate')} hint={t('households.dueHint')} error={asked() && datesMissing()
            ? t('fields.date')
            : fieldWords(t, record.problemAt('pregnancy.dueDate') ?? record.problemAt('pregnancy'))}>
              <DateInput value={dueDate()} onValue={setDueDate}/>
            </Field>
            <Field label={t('households.lmp')} error={fieldWords(t, record.problemAt('pregnancy.lmp'))}>
              <DateInput value={lmp()} max={room.today()} onValue={setLmp}/>
            </Field>
          </div>
        </Match>
        <Match when={outcome() !== 'expected'}>
          <Field label={t('households.pregnancyOn')} hint={outcome() === 'loss' ? t('households.pregnancyLossNote') : undefined} error={asked() && dayMissing()
            ? t('fields.date')
            : fieldWords(t, record.problemAt('pregnancy.ended.on'))} required>
            <DateInput value={on()} max={room.today()} onValue={setOn}/>
          </Field>
        </Match>
      </Switch>
      <Show when={outcome() === 'birth'}>
        <div class="pair">
          <Field label={t('households.childName')} error={asked() && nameMissing() ? t('fields.missing') : fieldWords(t, record.problemAt('child.name'))} required>
            <TextInput dir="auto" value={name()} onValue={setName}/>
          </Field>
          <Field label={t('households.sex')}>
            <Select value={sex()} options={Sex.options.map((value) => ({ value, label: t(`households.sex.${value}`) }))} onValue={setSex}/>
          </Field>
        </div>
      </Show>
    </ActionDialog>);
}
