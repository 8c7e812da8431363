/** The outcome of triage, the receipt for the sender, and opening a household (D2, D11). */
import { createSignal, type JSX, Show } from 'solid-js';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import {
  leadsToHousehold,
  PlacementGrounds,
  type Report,
  reportEndpoints,
  type Triage,
  TriageOutcome,
} from '../../../shared/records/reports.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords, RefusalNote, unlessSaid } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { TakeInDialog } from './TakeInDialog.tsx';

/** A merge is made beside, with what it is merged into. */
const chosen = TriageOutcome.exclude(['merged']);

export function Outcome(props: { report: Report }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [taking, setTaking] = createSignal(false);
  const isFinal = () =>
    props.report.household !== null || ['merged', 'redirected'].includes(props.report.outcome ?? '');
  const copy = () =>
    void navigator.clipboard
      .writeText(new URL(props.report.receipt, location.origin).href)
      .then(() => showToast({ text: t('door.copied') }));
  return (
    <aside class="door-out" aria-label={t('door.outcome')}>
      <Show when={props.report.household}>
        {(household) => <p class="door-note">{t('door.takenAs', { code: household().code })}</p>}
      </Show>
      <Show when={leadsToHousehold(props.report.outcome) && props.report.household === null}>
        <Button kind="primary" onClick={() => setTaking(true)}>
          {t('door.takeIn')}
        </Button>
      </Show>
      <Show when={!isFinal()} fallback={<p class="soft">{props.report.triage?.note}</p>}>
        <TriageForm report={props.report} />
      </Show>
      <p class="soft door-receipt">
        {t('door.receiptNote')}{' '}
        <Button small kind="quiet" onClick={copy}>
          {t('door.copyReceipt')}
        </Button>
      </p>
      <Show when={taking()}>
        <TakeInDialog report={props.report} onClose={() => setTaking(false)} />
      </Show>
    </aside>
  );
}

function TriageForm(props: { report: Report }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const before = props.report;
  const [outcome, setOutcome] = createSignal<Triage['outcome'] | undefined>(
    chosen.safeParse(before.outcome).data,
  );
  const [note, setNote] = createSignal(before.triage?.note ?? '');
  const [body, setBody] = createSignal<BodyBrief | null>(before.triage?.body ?? null);
  const [grounds, setGrounds] = createSignal<PlacementGrounds | undefined>(
    before.triage?.grounds ?? undefined,
  );
  const [asked, setAsked] = createSignal(false);
  const record = createAction(
    (value: Triage['outcome']) =>
      call(reportEndpoints.triage, {
        params: { reportId: props.report.id },
        body: {
          outcome: value,
          note: note().trim(),
          bodyId: value === 'forwarded' ? (body()?.id ?? null) : null,
          grounds: value === 'placement_search' ? (grounds() ?? null) : null,
          version: props.report.version,
        },
      }),
    { touches: () => [keys.reports], onDone: () => showToast({ text: t('door.recorded') }) },
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    const value = outcome();
    if (value) void record.run(value);
  };
  const otherRefusal = () => unlessSaid(record.refusal());
  return (
    <form onSubmit={submit}>
      <Field group label={t('door.outcome')} error={asked() && !outcome() ? t('fields.missing') : undefined}>
        <RadioGroup
          value={outcome() ?? ''}
          options={chosen.options.map((value) => ({
            value,
            label: t(`door.outcome.${value}`),
            ...(value === 'redirected' && { note: t('door.redirectedNote') }),
          }))}
          onValue={setOutcome}
        />
      </Field>
      <Show when={outcome() === 'placement_search'}>
        <Field
          group
          label={t('door.grounds')}
          error={record.problemAt('grounds') && t('door.groundsMissing')}
        >
          <RadioGroup
            value={grounds() ?? ''}
            options={PlacementGrounds.options.map((value) => ({ value, label: t(`door.grounds.${value}`) }))}
            onValue={setGrounds}
          />
        </Field>
      </Show>
      <Show when={outcome() === 'forwarded'}>
        <Field label={t('door.toBody')} error={record.problemAt('bodyId') && t('fields.body')} required>
          <BodyPicker value={body()} onValue={setBody} />
        </Field>
      </Show>
      <Field
        label={t('door.note')}
        error={
          record.problemAt('note')?.code === 'required'
            ? t('door.noteMissing')
            : fieldWords(t, record.problemAt('note'))
        }
      >
        <TextArea rows={2} value={note()} maxlength={1000} onValue={setNote} />
      </Field>
      <RefusalNote refusal={otherRefusal()} />
      <Button type="submit" kind="primary" busy={record.busy()}>
        {props.report.outcome === null ? t('door.record') : t('door.changeOutcome')}
      </Button>
    </form>
  );
}
