/** A new version of a rule, from a day on. It begins as the version before. */
import { createSignal, type JSX } from 'solid-js';
import { addDays, Day } from '../../../shared/dates.ts';
import { type CalendarRule, calendarEndpoints, type RuleTerms } from '../../../shared/records/calendar.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { createToday } from '../today-day.ts';

export function RuleDialog(props: { rule: CalendarRule; onClose: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const today = createToday();
  const {
    code,
    version,
    validFrom: before,
    unit,
    opens,
    closes,
    graceDays,
    legal,
    source,
    note,
  } = props.rule;
  const [terms, setTerms] = createSignal<RuleTerms>({ unit, opens, closes, graceDays, legal, source, note });
  const [from, setFrom] = createSignal<string>(before >= today() ? addDays(before, 1) : today());
  const change = (part: Partial<RuleTerms>) => setTerms({ ...terms(), ...part });
  const whole = (text: string) => Math.max(0, Math.round(Number(text) || 0));
  const save = createAction(
    (validFrom: Day) =>
      call(calendarEndpoints.addVersion, {
        params: { code },
        body: { ...terms(), validFrom, after: version },
      }),
    {
      touches: () => [keys.calendarRules],
      onDone: (made) => {
        showToast({ text: t('windows.rules.saved', { date: formats().date(made.validFrom, 'long') }) });
        props.onClose();
      },
    },
  );
  const day = () => Day.safeParse(from()).data;
  const problem = (path: string) => fieldWords(t, save.problemAt(path));
  const submit = () => {
    const chosen = day();
    if (chosen) void save.run(chosen);
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t('windows.rules.addTitle', { rule: t(`windows.rule.${code}`) })}
      description={t(`windows.rules.anchor.${props.rule.anchor}`)}
      act={t('ui.save')}
      action={save}
      onSubmit={submit}
    >
      <div class="pair">
        <Field
          label={t('windows.rules.validFrom')}
          error={day() ? problem('validFrom') : t('fields.date')}
          required
        >
          <DateInput value={from()} onValue={setFrom} />
        </Field>
        <Field label={t('windows.rules.unit')}>
          <Select
            value={terms().unit}
            options={(['days', 'months'] as const).map((value) => ({
              value,
              label: t(`windows.rules.unit.${value}`),
            }))}
            onValue={(chosen) => change({ unit: chosen })}
          />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('windows.rules.opens')} error={problem('opens')}>
          <TextInput
            type="number"
            min="0"
            value={String(terms().opens)}
            onValue={(text) => change({ opens: whole(text) })}
          />
        </Field>
        <Field label={t('windows.rules.closes')} error={problem('closes')}>
          <TextInput
            type="number"
            min="0"
            value={String(terms().closes)}
            onValue={(text) => change({ closes: whole(text) })}
          />
        </Field>
      </div>
      <Field
        label={t('windows.rules.graceDays')}
        hint={t('windows.rules.graceHint')}
        error={problem('graceDays')}
        optional
      >
        <TextInput
          type="number"
          min="0"
          value={terms().graceDays === null ? '' : String(terms().graceDays)}
          onValue={(text) => change({ graceDays: text.trim() === '' ? null : whole(text) })}
        />
      </Field>
      <Checkbox
        checked={terms().legal}
        label={t('windows.rules.isLegal')}
        onValue={(isLegal) => change({ legal: isLegal })}
      />
      <Field label={t('windows.rules.source')} error={problem('source')} required>
        <TextInput dir="auto" value={terms().source} onValue={(text) => change({ source: text })} />
      </Field>
      <Field label={t('windows.rules.note')} error={problem('note')} optional>
        <TextArea rows={2} value={terms().note} onValue={(text) => change({ note: text })} />
      </Field>
    </ActionDialog>
  );
}
