/** The page a receiving body opens with its link: what it is asked, and one answer. No account, no session (B9). */
import './answers.css';
import { useParams } from '@solidjs/router';
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { type AskedReferral, answerEndpoints } from '../../../shared/records/answers.ts';
import { isReferralClosed, ReferralOutcome, type ReferralStatus } from '../../../shared/records/referrals.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { fieldWords, RefusalNote, unlessSaid } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup, Select, TextArea } from '../../ui/inputs.tsx';
import { ErrorNote, Loading } from '../../ui/notes.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { serviceKey } from '../households/service-words.ts';
import { SessionScene } from '../session/SessionScene.tsx';

export default function AnswerPage(): JSX.Element {
  const { t } = useMessages();
  const params = useParams();
  const token = () => params.token ?? '';
  const [sent, setSent] = createSignal(false);
  const asked = createRead(answerEndpoints.look, () => ({
    key: ['answer', token()],
    input: { params: { token: token() } },
    enabled: !sent(),
  }));
  const ended = () => ['link-ended', 'not-available', 'invalid'].includes(asked.failure()?.code ?? '');
  return (
    <SessionScene>
      <Switch fallback={<Loading />}>
        <Match when={sent()}>
          <div role="status">
            <PageHeading>{t('loop.answer.sent')}</PageHeading>
            <p class="si-lead">{t('loop.answer.sentNext')}</p>
          </div>
        </Match>
        <Match when={ended()}>
          <PageHeading>{t('loop.answer.ended')}</PageHeading>
          <p class="si-lead">{t('loop.answer.endedNext')}</p>
        </Match>
        <Match when={asked.value()}>
          {(referral) => (
            <>
              <PageHeading>{t('loop.answer.title', { body: referral().to })}</PageHeading>
              <What referral={referral()} />
              <AnswerForm token={token()} referral={referral()} onSent={() => setSent(true)} />
            </>
          )}
        </Match>
        <Match when={asked.failure()}>
          {(failure) => (
            <ErrorNote
              code={failure().code}
              retryAfterSeconds={failure().retryAfterSeconds}
              onRetry={asked.retry}
            />
          )}
        </Match>
      </Switch>
    </SessionScene>
  );
}

function What(props: { referral: AskedReferral }): JSX.Element {
  const { t, formats } = useMessages();
  const from = () => props.referral.from;
  const who = () => {
    const member = props.referral.member;
    if (member === null) return t('loop.answer.household');
    const { initial, years, months } = member;
    if (months !== null) return t('loop.answer.months', { initial, months });
    return years === null
      ? t('loop.answer.initial', { initial })
      : t('loop.answer.years', { initial, years });
  };
  return (
    <>
      <p class="si-lead">
        {from().body === null
          ? t('loop.answer.from', { name: from().name })
          : t('loop.answer.fromBody', { name: from().name, body: from().body ?? '' })}
      </p>
      <dl class="ans">
        <dt>{t('loop.answer.what')}</dt>
        <dd>
          <span class="cap">{t(serviceKey(props.referral.service))}</span>{' '}
          <span class="soft">({t(`rights.right.${props.referral.right}`)})</span>
        </dd>
        <dt>{t('loop.answer.who')}</dt>
        <dd>
          <bdi>{who()}</bdi>
        </dd>
        <dt>{t('loop.answer.asked')}</dt>
        <dd>
          {formats().date(props.referral.requestedOn, 'long')}
          <span class="soft"> · {t('loop.reference', { reference: props.referral.reference })}</span>
        </dd>
        <Show when={props.referral.answerBy}>
          {(day) => (
            <>
              <dt>{t('loop.answer.by')}</dt>
              <dd>{formats().date(day(), 'long')}</dd>
            </>
          )}
        </Show>
      </dl>
      <Show when={props.referral.note}>
        {(note) => (
          <p class="ans-n" dir="auto">
            {note()}
          </p>
        )}
      </Show>
    </>
  );
}

const shownAnswers = ['accepted', 'on_hold', 'completed', 'rejected', 'failed'] as const;
type ShownAnswer = (typeof shownAnswers)[number];

function AnswerForm(props: { token: string; referral: AskedReferral; onSent: () => void }): JSX.Element {
  const { t } = useMessages();
  const [status, setStatus] = createSignal<ShownAnswer>();
  const [outcome, setOutcome] = createSignal<ReferralOutcome>();
  const [note, setNote] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const offered = () => shownAnswers.filter((answer) => props.referral.answers.includes(answer));
  const needsOutcome = () => {
    const chosen = status();
    return chosen !== undefined && isReferralClosed(chosen);
  };
  const needsNote = () => status() === 'rejected' || status() === 'failed';
  const send = createAction(
    (chosen: ReferralStatus) =>
      call(answerEndpoints.answer, {
        params: { token: props.token },
        body: {
          status: chosen,
          outcome: needsOutcome() ? (outcome() ?? null) : chosen === 'on_hold' ? 'waiting_list' : null,
          note: note().trim(),
        },
      }),
    { onDone: props.onSent },
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    const chosen = status();
    if (!chosen || (needsOutcome() && !outcome()) || (needsNote() && !note().trim())) return;
    void send.run(chosen);
  };
  const otherRefusal = () => unlessSaid(send.refusal());
  return (
    <form onSubmit={submit}>
      <Field
        group
        label={t('loop.answer.yours')}
        error={tried() && !status() ? t('fields.missing') : undefined}
      >
        <RadioGroup
          value={status() ?? ''}
          options={offered().map((value) => ({ value, label: t(`loop.answer.${value}`) }))}
          onValue={setStatus}
        />
      </Field>
      <Show when={needsOutcome()}>
        <Field
          label={t('referrals.outcome')}
          error={tried() && !outcome() ? t('fields.missing') : fieldWords(t, send.problemAt('outcome'))}
          required
        >
          <Select
            value={outcome() ?? ''}
            placeholder={t('fields.missing')}
            options={ReferralOutcome.options.map((value) => ({
              value,
              label: t(`referrals.outcome.${value}`),
            }))}
            onValue={setOutcome}
          />
        </Field>
      </Show>
      <Field
        label={t(needsNote() ? 'loop.answer.noteWhy' : 'loop.answer.note')}
        optional={!needsNote()}
        required={needsNote()}
        error={
          tried() && needsNote() && !note().trim()
            ? t('fields.reasonMissing')
            : fieldWords(t, send.problemAt('note'))
        }
      >
        <TextArea rows={3} maxlength={1000} dir="auto" value={note()} onValue={setNote} />
      </Field>
      <Show when={otherRefusal()}>{(refusal) => <RefusalNote refusal={refusal()} />}</Show>
      <div class="si-row">
        <Button type="submit" kind="primary" busy={send.busy()}>
          {t('loop.answer.send')}
        </Button>
      </div>
      <p class="muted">{t('loop.answer.once')}</p>
    </form>
  );
}
