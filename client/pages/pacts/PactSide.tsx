/** What was agreed: who signed, how long it lasts, who does what, supports and goals. */
import { For, type JSX, Show } from 'solid-js';
import { addMonths, daysBetween } from '../../../shared/dates.ts';
import { CommitmentState, isInForce, type Pact, pactEndpoints } from '../../../shared/records/pacts.ts';
import { call } from '../../api/call.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Select } from '../../ui/inputs.tsx';
import { Tag } from '../../ui/state.tsx';
import { isolate } from '../isolate.ts';
import { createToday } from '../today-day.ts';
import { createPactAction } from './pact-acts.ts';
import { SignatureWords } from './SignatureWords.tsx';

export function PactSide(props: { pact: Pact }): JSX.Element {
  const { t } = useMessages();
  return (
    <aside class="pa-side">
      <Parties pact={props.pact} />
      <Duration pact={props.pact} />
      <Commitments pact={props.pact} />
      <section class="sect">
        <div class="sect-h">
          <h3>{t('pacts.goals')}</h3>
        </div>
        <Show when={props.pact.goals.length > 0} fallback={<p class="muted">{t('pacts.noGoals')}</p>}>
          <ul>
            <For each={props.pact.goals}>
              {(goal) => (
                <li class="line">
                  <span class="pa-grow" dir="auto">
                    {goal.title}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
      <section class="sect">
        <div class="sect-h">
          <h3>{t('pacts.supports')}</h3>
        </div>
        <p>
          <span class="acts">
            <For each={props.pact.supports}>{(support) => <Tag>{t(`pacts.support.${support}`)}</Tag>}</For>
          </span>
        </p>
        <Show when={props.pact.supports.includes('work_orientation')}>
          <p>
            <b>{t('pacts.review')}</b>{' '}
            <span dir="auto">{props.pact.competenceReview?.text ?? t('pacts.reviewNone')}</span>
          </p>
        </Show>
      </section>
    </aside>
  );
}

function Parties(props: { pact: Pact }): JSX.Element {
  const { t } = useMessages();
  const address = (party: string) => `/sign/${props.pact.householdId}/${props.pact.id}?party=${party}`;
  return (
    <section class="sect">
      <div class="sect-h">
        <h3>{t('pacts.parties')}</h3>
      </div>
      <ul>
        <For each={props.pact.parties}>
          {(party) => (
            <li class="line">
              <span class="pa-grow">
                <b dir="auto">{party.name || t('pacts.nobody')}</b>{' '}
                <span class="soft">{t(`pacts.party.${party.party}`)}</span>
                <Show when={party.signature} fallback={<small>{t('pacts.waiting')}</small>}>
                  {(signature) => <SignatureWords signature={signature()} />}
                </Show>
              </span>
              <Show when={party.canAnswer}>
                {(way) => (
                  <ButtonLink
                    small
                    kind={way() === 'self' ? 'primary' : 'plain'}
                    href={address(party.party)}
                    aria-label={`${t(way() === 'self' ? 'pacts.sign' : 'pacts.handOver')}: ${party.name}`}
                  >
                    {t(way() === 'self' ? 'pacts.sign' : 'pacts.handOver')}
                  </ButtonLink>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.pact.hash}>
        {(hash) => (
          <p class="pa-hash">
            {t('pacts.hash')} <bdi>{hash().slice(0, 16)}…</bdi>
          </p>
        )}
      </Show>
      <Show when={props.pact.earlierSignatures.length > 0}>
        <details>
          <summary>{t('pacts.earlier')}</summary>
          <ul>
            <For each={props.pact.earlierSignatures}>
              {(signature) => (
                <li class="line">
                  <span class="pa-grow">
                    <b dir="auto">{signature.name}</b>
                    <SignatureWords signature={signature} />
                  </span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </section>
  );
}

/** Whole months from one day to another, as they are counted on fingers. */
function monthsBetween(from: Pact['start'], to: Pact['start']): number {
  let months = 0;
  while (months < 24 && addMonths(from, months + 1) <= to) months++;
  return months;
}

function Duration(props: { pact: Pact }): JSX.Element {
  const { t, formats } = useMessages();
  const today = createToday();
  const gone = () => {
    const { start, until } = props.pact;
    return Math.min(1, Math.max(0, daysBetween(start, today()) / Math.max(1, daysBetween(start, until))));
  };
  const waiting = () => props.pact.extensions.find(({ approved }) => approved === null);
  const decide = createPactAction(
    () => props.pact.householdId,
    (approve: boolean) =>
      call(pactEndpoints.decideExtension, {
        params: { householdId: props.pact.householdId, pactId: props.pact.id },
        body: { approve, answer: '', version: props.pact.version },
      }),
    { toast: true },
  );
  return (
    <section class="sect">
      <div class="sect-h">
        <h3>{t('pacts.duration')}</h3>
        <Show when={isInForce(props.pact.status)}>
          <span class="n">
            {props.pact.until < today()
              ? t('pacts.over')
              : t('pacts.monthsLeft', { months: monthsBetween(today(), props.pact.until) })}
          </span>
        </Show>
      </div>
      <span class="pa-time" style={{ '--gone': gone() }} aria-hidden="true">
        <i />
      </span>
      <p class="soft">
        {t('pacts.fromTo', {
          start: formats().date(props.pact.start, 'long'),
          end: formats().date(props.pact.until, 'long'),
        })}
        <Show when={props.pact.until !== props.pact.end}>
          {'. '}
          {t('pacts.extendedTo', { end: formats().date(props.pact.end, 'long') })}
        </Show>
      </p>
      <Show when={props.pact.ended}>
        {(ended) => (
          <p>
            {t('pacts.endedOn', {
              date: formats().date(ended().on, 'long'),
              how: t(`pacts.how.${ended().how}`),
            })}
            <Show when={ended().reason}>
              {(reason) => (
                <span class="quote" dir="auto">
                  {' '}
                  {reason()}
                </span>
              )}
            </Show>
          </p>
        )}
      </Show>
      <Show when={waiting()}>
        {(extension) => (
          <div class="line">
            <span class="pa-grow">
              {t('pacts.extensionWaits', {
                name: isolate(extension().askedBy.name),
                date: formats().date(extension().end, 'long'),
              })}
              <small dir="auto">{extension().reason}</small>
            </span>
            <Show when={props.pact.can.decideExtension}>
              <span class="acts">
                <Button small kind="primary" busy={decide.busy()} onClick={() => void decide.run(true)}>
                  {t('pacts.approve')}
                </Button>
                <Button small busy={decide.busy()} onClick={() => void decide.run(false)}>
                  {t('pacts.decline')}
                </Button>
              </span>
            </Show>
          </div>
        )}
      </Show>
    </section>
  );
}

function Commitments(props: { pact: Pact }): JSX.Element {
  const { t, formats } = useMessages();
  const mark = createPactAction(
    () => props.pact.householdId,
    (commitment: Pact['commitments'][number], state: CommitmentState) =>
      call(pactEndpoints.markCommitment, {
        params: { householdId: props.pact.householdId, pactId: props.pact.id, commitmentId: commitment.id },
        body: { state, note: commitment.note, version: commitment.version },
      }),
    { toast: true },
  );
  return (
    <section class="sect">
      <div class="sect-h">
        <h3>{t('pacts.commitments')}</h3>
      </div>
      <Show
        when={props.pact.commitments.length > 0}
        fallback={<p class="muted">{t('pacts.noCommitments')}</p>}
      >
        <ul>
          <For each={props.pact.commitments}>
            {(commitment) => (
              <li class="line">
                <span class="pa-grow">
                  <span dir="auto">{commitment.what}</span>
                  <small>
                    <bdi>{commitment.name}</bdi>
                    <Show when={commitment.due}>
                      {(due) => <> · {t('pacts.by', { date: formats().date(due()) })}</>}
                    </Show>
                  </small>
                </span>
                <Show
                  when={props.pact.can.mark}
                  fallback={
                    <Show when={commitment.state !== 'open'}>
                      <Tag tone={commitment.state === 'kept' ? 'good' : 'late'}>
                        {t(`pacts.state.${commitment.state}`)}
                      </Tag>
                    </Show>
                  }
                >
                  <Select
                    class="btn-s"
                    aria-label={t('pacts.markOf', { what: commitment.what })}
                    value={commitment.state}
                    options={CommitmentState.options.map((value) => ({
                      value,
                      label: t(`pacts.state.${value}`),
                    }))}
                    onValue={(state) => void mark.run(commitment, state)}
                  />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
