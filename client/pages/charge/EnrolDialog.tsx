/** Enrolling the family: the programme’s rules are shown as they stand, and going past one asks why. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { EnrolmentId, newId, ProgrammeId } from '../../../shared/ids.ts';
import type { CheckedRule } from '../../../shared/records/eligibility.ts';
import { enrolmentEndpoints } from '../../../shared/records/enrolments.ts';
import { type Programme, programmeEndpoints, runsOn } from '../../../shared/records/programmes.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextArea } from '../../ui/inputs.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';

export function EnrolDialog(props: { onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const id = newId(EnrolmentId);
  const [programmeId, setProgrammeId] = createSignal<ProgrammeId>();
  const [from, setFrom] = createSignal<string>(room.today());
  const [stated, setStated] = createSignal<readonly string[]>([]);
  const [why, setWhy] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const day = () => Day.safeParse(from()).data;
  const programmes = createRead(programmeEndpoints.list, () => ({ key: keys.programmes, input: {} }));
  const running = (): Programme[] =>
    (programmes.value()?.programmes ?? []).filter((one) => runsOn(one, day() ?? room.today()));
  const chosen = () => running().find((one) => one.id === programmeId());
  const check = createRead(enrolmentEndpoints.check, () => ({
    key: householdKey(room.household().id, 'charge', 'eligibility', programmeId() ?? '', from()),
    enabled: chosen() !== undefined && day() !== undefined,
    input: {
      params: { householdId: room.household().id, programmeId: programmeId() ?? newId(ProgrammeId) },
      query: { on: day() ?? room.today() },
    },
  }));
  const rules = (): CheckedRule[] =>
    (check.value()?.eligibility ?? []).map(({ rule, result }) => ({
      rule,
      result: rule.kind === 'stated' && stated().includes(rule.text) ? 'met' : result,
    }));
  const needsWhy = () => rules().some(({ result }) => result !== 'met');
  const enrol = createAction(
    (programme: ProgrammeId, on: Day) =>
      call(enrolmentEndpoints.open, {
        params: { householdId: room.household().id },
        body: {
          id,
          programmeId: programme,
          from: on,
          to: null,
          stated: [...stated()],
          overrideReason: needsWhy() && why().trim() !== '' ? why().trim() : null,
        },
      }),
    {
      touches: () => [householdKey(room.household().id, 'charge')],
      onDone: ({ programme }) => {
        showToast({ text: t('charge.enrolled', { programme: programme.name }) });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    const [programme, on] = [chosen(), day()];
    if (programme && on && !(needsWhy() && why().trim().length < 3)) void enrol.run(programme.id, on);
  };
  const toggle = (text: string, has: boolean) =>
    setStated((before) => (has ? [...before, text] : before.filter((one) => one !== text)));
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('charge.enrolTitle')}
      act={t('charge.enrolAct')}
      action={enrol}
      onSubmit={submit}
    >
      <Field
        label={t('charge.from')}
        error={asked() && !day() ? t('fields.date') : fieldWords(t, enrol.problemAt('from'))}
        required
      >
        <DateInput value={from()} max={room.today()} onValue={setFrom} />
      </Field>
      <Show
        when={running().length > 0 || programmes.value() === undefined}
        fallback={<p class="muted">{t('charge.programmesNone')}</p>}
      >
        <Field
          label={t('charge.programme')}
          error={asked() && !chosen() ? t('fields.missing') : fieldWords(t, enrol.problemAt('programmeId'))}
          required
        >
          <Select
            value={programmeId() ?? ''}
            placeholder={t('ui.choose')}
            options={running().map(({ id: value, name }) => ({ value, label: name }))}
            onValue={setProgrammeId}
          />
        </Field>
      </Show>
      <Show when={chosen()}>
        <Answered read={check} lines={2}>
          {() => (
            <div aria-live="polite">
              <p class="charge-day">{t('charge.eligibility')}</p>
              <ul>
                <For each={rules()}>
                  {(checked) => <RuleRow checked={checked} onState={(text, has) => toggle(text, has)} />}
                </For>
              </ul>
            </div>
          )}
        </Answered>
      </Show>
      <Show when={chosen() && needsWhy()}>
        <Field
          label={t('charge.overrideReason')}
          hint={t('charge.overrideHint')}
          error={asked() && why().trim().length < 3 ? t('fields.reasonMissing') : undefined}
          required
        >
          <TextArea rows={2} value={why()} onValue={setWhy} />
        </Field>
      </Show>
    </ActionDialog>
  );
}

function RuleRow(props: {
  checked: CheckedRule;
  onState: (text: string, has: boolean) => void;
}): JSX.Element {
  const { t, formats } = useMessages();
  const stated = () => (props.checked.rule.kind === 'stated' ? props.checked.rule : undefined);
  const words = () => {
    const { rule } = props.checked;
    switch (rule.kind) {
      case 'age':
      case 'residence':
        return t(`charge.rule.${rule.kind}`);
      case 'means':
        return rule.iseeUpToCents === null
          ? t('charge.rule.means')
          : t('charge.rule.meansUpTo', { euro: formats().cents(rule.iseeUpToCents) });
      case 'need':
        return t('charge.rule.need', {
          needs: formats().list(rule.needs.map((need) => t(`charge.need.${need}`))),
        });
      case 'stated':
        return rule.text;
    }
  };
  return (
    <li class="line">
      <Show when={stated()} fallback={<span>{words()}</span>}>
        {(rule) => (
          <Checkbox
            checked={props.checked.result === 'met'}
            label={t('charge.stated', { text: rule().text })}
            onValue={(has) => props.onState(rule().text, has)}
          />
        )}
      </Show>
      <span class="end">
        <Tag tone={props.checked.result === 'met' ? 'good' : 'late'}>
          {t(`charge.result.${props.checked.result}`)}
        </Tag>
      </span>
    </li>
  );
}
