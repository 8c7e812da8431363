/** What came out of the conferences before this one and how it stands now, what is late first (X4). */
import './agenda.css';
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import {
  type BroughtForward as Brought,
  type BroughtForwardItem,
  conferenceBeforeEndpoints,
  isBroughtForwardOpen,
} from '../../../shared/records/conference-before.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useRoom } from '../households/household-room.tsx';
import { serviceKey } from '../households/service-words.ts';

export function BroughtForward(props: { conference: Conference }): JSX.Element {
  const { t } = useMessages();
  // Under `activity`: whatever happens to the household makes it stale.
  const read = createRead(conferenceBeforeEndpoints.broughtForward, () => ({
    key: householdKey(props.conference.household.id, 'activity', 'forward', props.conference.id),
    input: { params: { householdId: props.conference.household.id, conferenceId: props.conference.id } },
  }));
  return (
    <section class="fw">
      <h2>{t('before.forward')}</h2>
      <Answered read={read} lines={3}>
        {(brought) => <Items brought={brought()} />}
      </Answered>
    </section>
  );
}

function Items(props: { brought: Brought }): JSX.Element {
  const { t, formats } = useMessages();
  const open = () => props.brought.items.filter(isBroughtForwardOpen);
  const over = () => props.brought.items.filter((item) => !isBroughtForwardOpen(item));
  const late = () => open().filter(({ overdue }) => overdue).length;
  return (
    <>
      <Show when={props.brought.items.length === 0}>
        <p class="muted">{t('before.forwardNone')}</p>
      </Show>
      <Show when={props.brought.conferences[0]}>
        {(last) => (
          <p class="muted xs" dir="auto">
            {t('before.forwardFrom', { title: last().title, date: formats().date(last().start) })}
          </p>
        )}
      </Show>
      <Show when={late() > 0}>
        <small class="late">{t('before.forwardLate', { count: late() })}</small>
      </Show>
      <ul>
        <For each={open()}>{(item) => <Item item={item} brought={props.brought} />}</For>
      </ul>
      <Show when={over().length > 0}>
        <details>
          <summary>{t('before.forwardOver', { count: over().length })}</summary>
          <ul>
            <For each={over()}>{(item) => <Item item={item} brought={props.brought} />}</For>
          </ul>
        </details>
      </Show>
    </>
  );
}

function Item(props: { item: BroughtForwardItem; brought: Brought }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  /** Only where it isn't the last one, which the heading names. */
  const earlier = () => props.brought.conferences.slice(1).find(({ id }) => id === props.item.conferenceId);
  const title = () =>
    props.item.kind === 'referral'
      ? `${t(serviceKey(props.item.service))}: ${props.item.to.name}`
      : props.item.title;
  const state = () => {
    const { item } = props;
    switch (item.kind) {
      case 'task':
        return joined(t, [item.owner.name, t(`tasks.status.${item.status}`)]);
      case 'referral':
        return t(`referrals.status.${item.status}`);
      case 'goal':
        return t(`goals.status.${item.status}`);
      case 'decision':
        return t('before.forwardUntold');
    }
  };
  const due = () => (props.item.kind === 'decision' ? null : props.item.due);
  return (
    <li>
      <span dir="auto">{title()}</span>
      <small class={props.item.overdue ? 'late' : ''}>
        {t(`before.forward.${props.item.kind}`)} · <bdi>{state()}</bdi>
        <Show when={due()}>{(day) => <> · {formats().date(day())}</>}</Show>
      </small>
      <Show when={earlier()}>
        {(conference) => (
          <small>
            <A href={`${room.base}/conferences/${conference().id}`} dir="auto">
              {t('before.forwardFrom', {
                title: conference().title,
                date: formats().date(conference().start),
              })}
            </A>
          </small>
        )}
      </Show>
    </li>
  );
}
