/** The household's referrals under the plan, until each has said how it went (B9). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import {
  isReferralClosed,
  type Referral,
  ReferralOutcome,
  ReferralStatus,
  referralEndpoints,
  servicesByRight,
} from '../../../shared/records/referrals.ts';
import type { Right } from '../../../shared/records/rights.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup, Select } from '../../ui/inputs.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from './household-room.tsx';

export function ReferralList(): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const [updating, setUpdating] = createSignal<Referral>();
  const referrals = () => room.records.referrals.value()?.referrals ?? [];
  return (
    <Show when={room.records.referrals.value()}>
      <section class="sect">
        <div class="sect-h">
          <h2>{t('referrals.list')}</h2>
          <span class="n">{referrals().length || ''}</span>
        </div>
        <Show when={referrals().length > 0} fallback={<p class="muted">{t('referrals.none')}</p>}>
          <ul>
            <For each={referrals()}>
              {(referral) => (
                <li class="line">
                  <span class="sec">
                    <SectorMark sector={referral.to.sector} />
                    <span dir="auto">{referral.to.name}</span>
                  </span>
                  <span class="soft">
                    {isService(referral.service)
                      ? t(`referrals.service.${referral.service}`)
                      : referral.service}
                  </span>
                  <Tag tone={isReferralClosed(referral.status) ? 'plain' : 'waiting'}>
                    {t(`referrals.status.${referral.status}`)}
                  </Tag>
                  <Show when={referral.outcome}>
                    {(outcome) => <span class="soft">{t(`referrals.outcome.${outcome()}`)}</span>}
                  </Show>
                  <span class="end">
                    {formats().date(referral.requestedOn)}
                    <Show when={room.household().can.writeReferrals && !isReferralClosed(referral.status)}>
                      <Button
                        small
                        aria-label={`${t('referrals.update')} ${referral.to.name}`}
                        onClick={() => setUpdating(referral)}
                      >
                        {t('referrals.update')}
                      </Button>
                    </Show>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={updating()}>
          {(referral) => <UpdateReferral referral={referral()} onClose={() => setUpdating(undefined)} />}
        </Show>
      </section>
    </Show>
  );
}

type ServiceName = (typeof servicesByRight)[Right][number];

/** The contract's services are an enum made of the catalogue; its names are the keys of their words. */
const isService = (name: string): name is ServiceName =>
  Object.values(servicesByRight)
    .flat()
    .some((one) => one === name);

function UpdateReferral(props: { referral: Referral; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [status, setStatus] = createSignal<ReferralStatus>(props.referral.status);
  const [outcome, setOutcome] = createSignal<ReferralOutcome>();
  const [asked, setAsked] = createSignal(false);
  const needsOutcome = () => isReferralClosed(status());
  const update = createAction(
    () =>
      call(referralEndpoints.update, {
        params: { householdId: props.referral.householdId, referralId: props.referral.id },
        body: {
          status: status(),
          outcome: needsOutcome() ? (outcome() ?? null) : null,
          version: props.referral.version,
        },
      }),
    {
      touches: (referral) => [
        householdKey(referral.householdId, 'referrals'),
        householdKey(referral.householdId, 'rights'),
      ],
      onDone: () => {
        showToast({ text: t('referrals.updated') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    if (!needsOutcome() || outcome()) void update.run();
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('referrals.updateTitle')}
      description={<bdi>{props.referral.to.name}</bdi>}
      act={t('ui.save')}
      action={update}
      onSubmit={submit}
    >
      <Field label={t('goals.status')} error={fieldWords(t, update.problemAt('status'))}>
        <Select
          value={status()}
          options={ReferralStatus.options.map((value) => ({ value, label: t(`referrals.status.${value}`) }))}
          onValue={setStatus}
        />
      </Field>
      <Show when={needsOutcome()}>
        <Field
          group
          label={t('referrals.outcome')}
          error={asked() && !outcome() ? t('fields.missing') : fieldWords(t, update.problemAt('outcome'))}
        >
          <RadioGroup
            value={outcome() ?? ''}
            options={ReferralOutcome.options.map((value) => ({
              value,
              label: t(`referrals.outcome.${value}`),
            }))}
            onValue={setOutcome}
          />
        </Field>
      </Show>
    </ActionDialog>
  );
}
