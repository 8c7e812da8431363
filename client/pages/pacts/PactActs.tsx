/** What one may do with a pact as a whole: change, propose, open again, extend, end. */
import { createSignal, type JSX, Show } from 'solid-js';
import { addMonths, Day } from '../../../shared/dates.ts';
import { isInForce, type Pact, PactEnding, pactEndpoints } from '../../../shared/records/pacts.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { call } from '../../api/call.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, RadioGroup, TextArea } from '../../ui/inputs.tsx';
import { createToday } from '../today-day.ts';
import { PactForm } from './PactForm.tsx';
import { createPactAction } from './pact-acts.ts';

type Asked = 'change' | 'propose' | 'reopen' | 'extend' | 'end' | 'review';

export function PactActs(props: { pact: Pact }): JSX.Element {
  const { t } = useMessages();
  const [asked, setAsked] = createSignal<Asked>();
  const close = () => setAsked(undefined);
  const reviewable = () =>
    props.pact.can.askExtension &&
    props.pact.supports.includes('work_orientation') &&
    !props.pact.competenceReview;
  return (
    <span class="acts">
      <Show when={props.pact.can.change}>
        <Button small onClick={() => setAsked('change')}>
          {t('pacts.edit')}
        </Button>
      </Show>
      <Show when={props.pact.can.propose}>
        <Button small kind="primary" onClick={() => setAsked('propose')}>
          {t('pacts.propose')}
        </Button>
      </Show>
      <Show when={props.pact.can.reopen}>
        <Button small onClick={() => setAsked('reopen')}>
          {t('pacts.reopen')}
        </Button>
      </Show>
      <Show when={reviewable()}>
        <Button small onClick={() => setAsked('review')}>
          {t('pacts.reviewAdd')}
        </Button>
      </Show>
      <Show when={props.pact.can.askExtension}>
        <Button small onClick={() => setAsked('extend')}>
          {t('pacts.extend')}
        </Button>
      </Show>
      <Show when={props.pact.can.end || props.pact.can.withdraw}>
        <Button small kind="quiet" onClick={() => setAsked('end')}>
          {t('pacts.end')}
        </Button>
      </Show>
      <Show when={asked() === 'change'}>
        <PactForm pact={props.pact} onClose={close} />
      </Show>
      <Show when={asked() === 'propose'}>
        <Propose pact={props.pact} onClose={close} />
      </Show>
      <Show when={asked() === 'reopen'}>
        <Reopen pact={props.pact} onClose={close} />
      </Show>
      <Show when={asked() === 'extend'}>
        <Extend pact={props.pact} onClose={close} />
      </Show>
      <Show when={asked() === 'end'}>
        <End pact={props.pact} onClose={close} />
      </Show>
      <Show when={asked() === 'review'}>
        <Review pact={props.pact} onClose={close} />
      </Show>
    </span>
  );
}

type OfPact = { pact: Pact; onClose: () => void };
const paramsOf = ({ householdId, id }: Pact) => ({ householdId, pactId: id });

function Propose(props: OfPact): JSX.Element {
  const { t } = useMessages();
  const propose = createPactAction(
    () => props.pact.householdId,
    () =>
      call(pactEndpoints.propose, { params: paramsOf(props.pact), body: { version: props.pact.version } }),
    { onDone: () => props.onClose() },
  );
  const missing = () => propose.refusal()?.fields[0];
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('pacts.propose')}
      description={t('pacts.proposeExplain')}
      act={t('pacts.propose')}
      action={propose}
      onSubmit={() => void propose.run()}
    >
      <Show when={missing()}>
        {(problem) => (
          <p role="alert">
            {problem().path === 'goalIds'
              ? t('pacts.noGoals')
              : problem().path === 'commitments'
                ? t('pacts.noCommitments')
                : t('pacts.nobody')}
          </p>
        )}
      </Show>
    </ActionDialog>
  );
}

function Reopen(props: OfPact): JSX.Element {
  const { t } = useMessages();
  const reopen = createPactAction(
    () => props.pact.householdId,
    (reason: string) =>
      call(pactEndpoints.reopen, {
        params: paramsOf(props.pact),
        body: { reason, version: props.pact.version },
      }),
  );
  return (
    <ReasonDialog
      open
      onClose={props.onClose}
      title={t('pacts.reopen')}
      description={t('pacts.reopenExplain')}
      act={t('pacts.reopen')}
      action={reopen}
    />
  );
}

function Extend(props: OfPact): JSX.Element {
  const { t } = useMessages();
  const [end, setEnd] = createSignal<string>(addMonths(props.pact.until, 1));
  const extend = createPactAction(
    () => props.pact.householdId,
    (reason: string) =>
      call(pactEndpoints.askExtension, {
        params: paramsOf(props.pact),
        body: { end: Day.safeParse(end()).data ?? props.pact.until, reason, version: props.pact.version },
      }),
  );
  return (
    <ReasonDialog
      open
      onClose={props.onClose}
      title={t('pacts.extend')}
      description={t('pacts.extendExplain')}
      act={t('pacts.extend')}
      action={extend}
    >
      <Field label={t('pacts.newEnd')} error={fieldWords(t, extend.problemAt('end'))} required>
        <DateInput value={end()} onValue={setEnd} />
      </Field>
    </ReasonDialog>
  );
}

function End(props: OfPact): JSX.Element {
  const { t } = useMessages();
  const ways = () =>
    isInForce(props.pact.status) && !props.pact.can.withdraw
      ? PactEnding.options
      : (['withdrawn'] as const satisfies readonly PactEnding[]);
  const [how, setHow] = createSignal<PactEnding>();
  const [reason, setReason] = createSignal('');
  const chosen = () => how() ?? ways()[0] ?? 'withdrawn';
  const end = createPactAction(
    () => props.pact.householdId,
    () =>
      call(pactEndpoints.end, {
        params: paramsOf(props.pact),
        body: { how: chosen(), reason: reason().trim() || null, version: props.pact.version },
      }),
    { onDone: () => props.onClose() },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('pacts.end')}
      act={t('pacts.end')}
      action={end}
      onSubmit={() => void end.run()}
    >
      <Field group label={t('pacts.endHow')}>
        <RadioGroup
          value={chosen()}
          options={ways().map((value) => ({ value, label: t(`pacts.how.${value}`) }))}
          onValue={setHow}
        />
      </Field>
      <Field
        label={t('pacts.endReason')}
        optional={chosen() !== 'withdrawn'}
        error={fieldWords(t, end.problemAt('reason'))}
      >
        <TextArea rows={3} value={reason()} onValue={setReason} maxlength={1000} />
      </Field>
    </ActionDialog>
  );
}

function Review(props: OfPact): JSX.Element {
  const { t } = useMessages();
  const today = createToday();
  const [text, setText] = createSignal('');
  const review = createPactAction(
    () => props.pact.householdId,
    () =>
      call(pactEndpoints.recordReview, {
        params: paramsOf(props.pact),
        body: { on: today(), text: text().trim(), version: props.pact.version },
      }),
    { onDone: () => props.onClose() },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('pacts.review')}
      act={t('pacts.reviewAdd')}
      action={review}
      onSubmit={() => void review.run()}
    >
      <Field label={t('pacts.reviewText')} error={fieldWords(t, review.problemAt('text'))} required>
        <TextArea rows={5} value={text()} onValue={setText} maxlength={4000} autofocus />
      </Field>
    </ActionDialog>
  );
}
