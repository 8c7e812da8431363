/** The household's referrals under the plan, until each has said how it went (B9). */
import './referrals.css';
import { createSignal, For, Show, Suspense } from 'solid-js';
import { daysWaiting, isReferralClosed, isReferralLate, isReferralWaiting, } from '../../../shared/records/referrals.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Loading } from '../../ui/notes.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { Tag } from '../../ui/state.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useRoom } from './household-room.tsx';
import { ReferralActs } from './ReferralActs.tsx';
import { ReferralSteps } from './ReferralSteps.tsx';
import { serviceKey } from './service-words.ts';
const filters = ['all', 'waiting', 'late', 'closed'];
export function ReferralList() {
    const { t } = useMessages();
    const room = useRoom();
    const [filter, setFilter] = createSignal('all');
    const referrals = () => room.records.referrals.value()?.referrals ?? [];
    const passes = {
        all: () => true,
        waiting: ({ status }) => isReferralWaiting(status),
        late: (referral) => isReferralLate(referral, room.today()),
        closed: ({ status }) => isReferralClosed(status),
    };
    const shown = () => referrals().filter(passes[filter()]);
    return (<Show when={room.records.referrals.value()}>
      <section class="sect">
        <div class="sect-h">
          <h2>{t('referrals.list')}</h2>
          <span class="n">{referrals().length || ''}</span>
        </div>
        <Suspense fallback={<Loading lines={3}/>}>
          <Show when={referrals().length > 0} fallback={<p class="muted">{t('referrals.none')}</p>}>
            <fieldset class="seg ref-f">
              <legend>
                <VisuallyHidden>{t('loop.filters')}</VisuallyHidden>
              </legend>
              <For each={filters}>
                {(name) => (<button type="button" aria-pressed={filter() === name} onClick={() => setFilter(name)}>
                    {t(`loop.filter.${name}`)}{' '}
                    <span class="n">{referrals().filter(passes[name]).length}</span>
                  </button>)}
              </For>
            </fieldset>
            <Show when={shown().length > 0} fallback={<p class="muted">{t('loop.noneHere')}</p>}>
              <ul>
                <For each={shown()}>{(referral) => <ReferralItem referral={referral}/>}</For>
              </ul>
            </Show>
          </Show>
        </Suspense>
      </section>
    </Show>);
}
function ReferralItem(props) {
    const { t, formats } = useMessages();
    const room = useRoom();
    const closed = () => isReferralClosed(props.referral.status);
    const member = () => room.household().members.find(({ id }) => id === props.referral.memberId)?.name;
    return (<li class="ref">
      <div class="ref-h">
        <span class="sec">
          <SectorMark sector={props.referral.to.sector}/>
          <b dir="auto">{props.referral.to.name}</b>
        </span>
        <span class="soft">{t(serviceKey(props.referral.service))}</span>
        <Show when={member()}>
          {(name) => (<span class="soft" dir="auto">
              {name()}
            </span>)}
        </Show>
        <Tag tone={closed() ? 'plain' : 'waiting'}>{t(`referrals.status.${props.referral.status}`)}</Tag>
        <Show when={props.referral.outcome}>
          {(outcome) => <span class="soft">{t(`referrals.outcome.${outcome()}`)}</span>}
        </Show>
      </div>
      <div class="item-m">
        <time dateTime={props.referral.requestedOn}>{formats().date(props.referral.requestedOn)}</time>
        <Waiting referral={props.referral}/>
        <Show when={props.referral.link}>
          {(link) => <span>{t('loop.linkOpen', { date: formats().date(link().expiresAt) })}</span>}
        </Show>
      </div>
      <Show when={props.referral.note}>
        {(note) => (<p class="why" dir="auto">
            {note()}
          </p>)}
      </Show>
      <div class="ref-a">
        <Show when={room.household().can.writeReferrals && !closed()}>
          <ReferralActs referral={props.referral}/>
        </Show>
        <ReferralSteps referral={props.referral}/>
      </div>
    </li>);
}
function Waiting(props) {
    const { t, formats } = useMessages();
    const room = useRoom();
    const late = () => isReferralLate(props.referral, room.today());
    return (<>
      <Show when={daysWaiting(props.referral, room.today()) !== null}>
        <span>{t('loop.waits', { days: Math.max(0, daysWaiting(props.referral, room.today()) ?? 0) })}</span>
        <Show when={props.referral.answerBy}>
          {(day) => (<span class={late() ? 'late' : undefined}>
              {t(late() ? 'loop.late' : 'loop.answerBy', { date: formats().date(day()) })}
            </span>)}
        </Show>
      </Show>
      <Show when={late() && props.referral.escalatedAt}>
        <span class="late">{t('loop.escalated')}</span>
      </Show>
    </>);
}
