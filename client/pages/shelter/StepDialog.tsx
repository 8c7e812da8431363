/** One step of a stay: arrival, review, extension, exit, cancelling, concealing. */
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { addDays, Day } from '../../../shared/dates.ts';
import { placementEndpoints } from '../../../shared/records/placement-endpoints.ts';
import { ExitReason, type Placement, type PlacementStep } from '../../../shared/records/placements.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { createToday } from '../today-day.ts';
import { touchedByStep, useKeepPlacement } from './keep-placement.ts';

export type Step = Exclude<PlacementStep, 'book'>;

/** Days until one looks again, unless one says otherwise. */
const nextReviewDays = 30;
/** As the contract's `Reason` wants it. */
const leastLong = 3;

export function StepDialog(props: { placement: Placement; step: Step; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const today = createToday();
  const keep = useKeepPlacement();
  const id = crypto.randomUUID();
  // As it was when the dialog opened: what somebody else does meanwhile isn't overwritten unseen.
  const { id: placementId, version } = props.placement;
  const concealing = !props.placement.concealed;
  const [on, setOn] = createSignal<string>(today());
  const [next, setNext] = createSignal<string>(addDays(today(), nextReviewDays));
  const [until, setUntil] = createSignal<string>(addDays(props.placement.until ?? today(), nextReviewDays));
  const [words, setWords] = createSignal('');
  const [leaving, setLeaving] = createSignal<ExitReason>('own_home');
  const [tried, setTried] = createSignal(false);
  const day = (text: string): Day | undefined => Day.safeParse(text).data;

  function send(chosen: Day) {
    const params = { placementId };
    const later = day(next()) ?? null;
    switch (props.step) {
      case 'arrive':
        return call(placementEndpoints.arrive, { params, body: { on: chosen, reviewOn: later, version } });
      case 'review':
        return call(placementEndpoints.review, {
          params,
          body: { id, on: chosen, note: words().trim(), next: later, version },
        });
      case 'extend':
        return call(placementEndpoints.extend, {
          params,
          body: { id, until: chosen, reason: words().trim(), version },
        });
      case 'exit':
        return call(placementEndpoints.exit, {
          params,
          body: { on: chosen, reason: leaving(), words: words().trim(), version },
        });
      case 'cancel':
        return call(placementEndpoints.cancel, { params, body: { reason: words().trim(), version } });
      case 'conceal':
        return call(placementEndpoints.conceal, { params, body: { concealed: concealing, version } });
    }
  }
  const action = createAction(send, {
    touches: touchedByStep,
    onDone: (answered) => {
      keep(answered);
      showToast({ text: t('shelter.done') });
      props.onClose();
    },
  });
  const needsWords = () => props.step === 'review' || props.step === 'extend' || props.step === 'cancel';
  const wordless = () => needsWords() && words().trim().length < leastLong;
  const submit = () => {
    setTried(true);
    const chosen = day(props.step === 'extend' ? until() : on());
    if (chosen && !wordless()) void action.run(chosen);
  };
  const heading = () => {
    if (props.step === 'conceal') return t(concealing ? 'shelter.concealTitle' : 'shelter.unconcealTitle');
    return t(`shelter.${props.step}Title`);
  };
  const act = () =>
    props.step === 'conceal'
      ? t(concealing ? 'shelter.conceal' : 'shelter.unconceal')
      : t(`shelter.${props.step}`);
  const explain = () => t(concealing ? 'shelter.concealExplain' : 'shelter.unconcealExplain');
  const asksDay = () => ['arrive', 'review', 'exit'].includes(props.step);
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={heading()}
      description={
        <>
          <bdi>{props.placement.household.name}</bdi>
          <Show when={props.step === 'conceal'}>. {explain()}</Show>
        </>
      }
      act={act()}
      kind={props.step === 'cancel' ? 'alarm' : undefined}
      action={action}
      onSubmit={submit}
    >
      <Show when={asksDay()}>
        <Field
          label={t('shelter.on')}
          error={tried() && !day(on()) ? t('fields.date') : fieldWords(t, action.problemAt('on'))}
          required
        >
          <DateInput value={on()} max={today()} onValue={setOn} />
        </Field>
      </Show>
      <Switch>
        <Match when={props.step === 'extend'}>
          <Field
            label={t('shelter.until')}
            error={tried() && !day(until()) ? t('fields.date') : fieldWords(t, action.problemAt('until'))}
            required
          >
            <DateInput value={until()} onValue={setUntil} />
          </Field>
        </Match>
        <Match when={props.step === 'exit'}>
          <Field label={t('shelter.exitReason')}>
            <Select
              value={leaving()}
              options={ExitReason.options.map((value) => ({ value, label: t(`shelter.exit.${value}`) }))}
              onValue={setLeaving}
            />
          </Field>
          <Field label={t('shelter.exitWords')} optional>
            <TextInput dir="auto" value={words()} maxlength={300} onValue={setWords} />
          </Field>
        </Match>
      </Switch>
      <Show when={needsWords()}>
        <Field
          label={props.step === 'review' ? t('shelter.note') : t('fields.reason')}
          error={tried() && wordless() ? t('fields.reasonMissing') : undefined}
          required
        >
          <TextArea rows={3} value={words()} maxlength={1000} onValue={setWords} />
        </Field>
      </Show>
      <Show when={props.step === 'review' || props.step === 'arrive'}>
        <Field
          label={t('shelter.next')}
          optional
          error={fieldWords(t, action.problemAt(props.step === 'review' ? 'next' : 'reviewOn'))}
        >
          <DateInput value={next()} onValue={setNext} />
        </Field>
      </Show>
    </ActionDialog>
  );
}
