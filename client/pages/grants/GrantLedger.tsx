/** The ledger of grants (C7): what may be given, what was asked, approved and spent, and what is left. */
import './grants.css';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { ExpenseId, newId } from '../../../shared/ids.ts';
import { type Expense, type Grant, grantEndpoints, type Ledger } from '../../../shared/records/grants.ts';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Tag, type Tone } from '../../ui/state.tsx';
import { useRoom } from '../households/household-room.tsx';
import { isolate } from '../isolate.ts';
import { ApproveDialog, CapDialog, PayDialog, RequestDialog } from './GrantDialogs.tsx';

type Asked =
  | { readonly kind: 'request' }
  | { readonly kind: 'cap' }
  | { readonly kind: 'approve'; readonly grant: Grant }
  | { readonly kind: 'reject'; readonly grant: Grant }
  | { readonly kind: 'pay'; readonly grant: Grant }
  | {
      readonly kind: 'reverse';
      readonly grant: Grant;
      readonly expense: Expense;
      /** Of the entry that takes it back. */
      readonly id: ExpenseId;
    };

export function GrantLedger(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const { id: householdId } = room.household();
  const [asked, setAsked] = createSignal<Asked>();
  const close = () => setAsked(undefined);
  const read = createRead(grantEndpoints.ledger, () => ({
    key: householdKey(householdId, 'grants'),
    input: { params: { householdId } },
  }));
  const ledgers = () => read.value()?.ledgers ?? [];
  const of = <K extends Asked['kind']>(kind: K) => {
    const now = asked();
    return now?.kind === kind ? (now as Extract<Asked, { kind: K }>) : undefined; // the kind says which
  };
  const touches = () => [householdKey(householdId, 'grants')];
  const reject = createAction(
    (reason: string) => {
      const grant = of('reject')?.grant;
      return call(grantEndpoints.decide, {
        params: { householdId, grantId: grant?.id ?? '' },
        body: { decision: 'reject', reason, version: grant?.version ?? 0 },
      });
    },
    { touches },
  );
  const reverse = createAction(
    (reason: string) => {
      const taken = of('reverse');
      return call(grantEndpoints.reverse, {
        params: { householdId, grantId: taken?.grant.id ?? '', expenseId: taken?.expense.id ?? '' },
        body: { id: taken?.id ?? '', reason },
      });
    },
    { touches },
  );
  const step = createAction(
    (endpoint: typeof grantEndpoints.withdraw | typeof grantEndpoints.close, grant: Grant) =>
      call(endpoint, { params: { householdId, grantId: grant.id }, body: { version: grant.version } }),
    { touches, toast: true },
  );
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{t('grants.title')}</h2>
        <Show when={room.household().can.decideGrants}>
          <Button small onClick={() => setAsked({ kind: 'cap' })}>
            {t('grants.setCap')}
          </Button>
        </Show>
        <Show when={room.household().can.requestGrants && ledgers().length > 0}>
          <Button small onClick={() => setAsked({ kind: 'request' })}>
            {t('grants.request')}
          </Button>
        </Show>
      </div>
      <Answered read={read}>
        {(answer) => (
          <>
            <Show when={ledgers().length > 0} fallback={<p class="muted">{t('grants.noCap')}</p>}>
              <For each={ledgers()}>{(ledger) => <Sums ledger={ledger} />}</For>
            </Show>
            <Show when={answer().grants.length > 0} fallback={<p class="muted">{t('grants.none')}</p>}>
              <div class="gr-wide">
                <table class="t gr">
                  <thead>
                    <tr>
                      <th scope="col">{t('grants.for')}</th>
                      <th scope="col">{t('grants.state')}</th>
                      <th scope="col" class="num">
                        {t('grants.asked')}
                      </th>
                      <th scope="col" class="num">
                        {t('grants.approved')}
                      </th>
                      <th scope="col" class="num">
                        {t('grants.paid')}
                      </th>
                      <th scope="col">
                        <span class="sr">{t('grants.acts')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={answer().grants}>{(grant) => <Rows grant={grant} />}</For>
                  </tbody>
                </table>
              </div>
            </Show>
          </>
        )}
      </Answered>
      <Show when={of('cap')}>
        <CapDialog ledgers={ledgers()} onClose={close} />
      </Show>
      <Show when={of('request') && ledgers()[0]}>
        {(first) => <RequestDialog ledgers={ledgers()} first={first()} onClose={close} />}
      </Show>
      <Show when={of('approve')}>{(now) => <ApproveDialog grant={now().grant} onClose={close} />}</Show>
      <Show when={of('pay')}>{(now) => <PayDialog grant={now().grant} onClose={close} />}</Show>
      <ReasonDialog
        open={of('reject') !== undefined}
        onClose={close}
        title={t('grants.rejectTitle')}
        act={t('grants.reject')}
        action={reject}
      />
      <ReasonDialog
        open={of('reverse') !== undefined}
        onClose={close}
        title={t('grants.reverse')}
        act={t('grants.reverse')}
        action={reverse}
      />
    </section>
  );

  function Rows(row: { grant: Grant }): JSX.Element {
    const { formats } = useMessages();
    const sum = (cents: number | null) => (cents === null ? '' : formats().cents(cents));
    return (
      <>
        <tr>
          <th scope="row">
            <span class="cap">{t(`grants.category.${row.grant.category}`)}</span>
            <small dir="auto">{row.grant.goal.title}</small>
            <small dir="auto">{row.grant.fragility}</small>
          </th>
          <td>
            <Tag tone={tones[row.grant.status]}>{t(`grants.status.${row.grant.status}`)}</Tag>
            <small>
              {t('grants.by', {
                name: isolate((row.grant.decidedBy ?? row.grant.requestedBy).name),
                date: formats().date(row.grant.decidedOn ?? row.grant.requestedOn),
              })}
            </small>
            <Show when={row.grant.decisionReason}>{(reason) => <small dir="auto">{reason()}</small>}</Show>
          </td>
          <td class="num" data-k={t('grants.asked')}>
            {sum(row.grant.requestedCents)}
          </td>
          <td class="num" data-k={t('grants.approved')}>
            {sum(row.grant.approvedCents)}
          </td>
          <td class="num" data-k={t('grants.paid')}>
            {sum(row.grant.paidCents)}
          </td>
          <td>
            <span class="acts">
              <Show when={row.grant.can.decide}>
                <Button small kind="primary" onClick={() => setAsked({ kind: 'approve', grant: row.grant })}>
                  {t('grants.approve')}
                </Button>
                <Button small onClick={() => setAsked({ kind: 'reject', grant: row.grant })}>
                  {t('grants.reject')}
                </Button>
              </Show>
              <Show when={row.grant.can.pay && row.grant.paidCents < (row.grant.approvedCents ?? 0)}>
                <Button small onClick={() => setAsked({ kind: 'pay', grant: row.grant })}>
                  {t('grants.pay')}
                </Button>
              </Show>
              <Show when={row.grant.can.close}>
                <Button
                  small
                  kind="quiet"
                  title={t('grants.closeExplain')}
                  onClick={() => void step.run(grantEndpoints.close, row.grant)}
                >
                  {t('grants.close')}
                </Button>
              </Show>
              <Show when={row.grant.can.withdraw}>
                <Button small kind="quiet" onClick={() => void step.run(grantEndpoints.withdraw, row.grant)}>
                  {t('grants.withdraw')}
                </Button>
              </Show>
            </span>
          </td>
        </tr>
        <For each={row.grant.expenses}>
          {(expense) => (
            <tr class="spent">
              <td colspan="2">
                {formats().date(expense.on)} · <bdi>{expense.payee}</bdi>
                <Show when={expense.note}>
                  {' '}
                  · <bdi>{expense.note}</bdi>
                </Show>
                <Show when={expense.reverses}>
                  {' · '}
                  {t('grants.reversal')}
                </Show>
                <Show when={expense.reversed}>
                  {' · '}
                  {t('grants.reversed')}
                </Show>
              </td>
              <td colspan="2">
                <bdi>{expense.receipt}</bdi>
                <Show when={!expense.reverses && expense.file}>
                  {(file) => (
                    <>
                      {' · '}
                      <a href={`/api/households/${householdId}/receipts/${file().id}`} download={file().name}>
                        {t('grants.save', { name: isolate(file().name) })}
                      </a>
                    </>
                  )}
                </Show>
              </td>
              <td class="num" data-reversed={expense.reversed ? '' : undefined}>
                <bdi>{formats().cents(expense.cents)}</bdi>
              </td>
              <td>
                <Show when={row.grant.can.pay && !expense.reverses && !expense.reversed}>
                  <Button
                    small
                    kind="quiet"
                    aria-label={`${t('grants.reverse')}: ${expense.payee}`}
                    onClick={() =>
                      setAsked({ kind: 'reverse', grant: row.grant, expense, id: newId(ExpenseId) })
                    }
                  >
                    {t('grants.reverse')}
                  </Button>
                </Show>
              </td>
            </tr>
          )}
        </For>
      </>
    );
  }
}

const tones: Readonly<Record<Grant['status'], Tone>> = {
  requested: 'waiting',
  approved: 'good',
  rejected: 'plain',
  withdrawn: 'plain',
  closed: 'plain',
};

function Sums(props: { ledger: Ledger }): JSX.Element {
  const { t, formats } = useMessages();
  const sums = () =>
    [
      ['cap', props.ledger.capCents],
      ['held', props.ledger.heldCents],
      ['paid', props.ledger.paidCents],
      ['left', props.ledger.capCents - props.ledger.heldCents],
    ] as const;
  return (
    <dl class="gr-sums" aria-label={props.ledger.programmeName ?? t('charge.programmeNone')}>
      <div>
        <dt>{t('charge.programme')}</dt>
        <dd>
          <bdi>{props.ledger.programmeName ?? t('charge.programmeNone')}</bdi>
        </dd>
      </div>
      <For each={sums()}>
        {([name, cents]) => (
          <div>
            <dt>{t(`grants.${name}`)}</dt>
            <dd>{formats().cents(cents)}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
