/** One conference in a list: when, what about, with whom, how it stands. */
import './agenda.css';
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { Conference } from '../../../shared/records/conferences.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Tag } from '../../ui/state.tsx';
import { ClosingTag } from './closing/ClosingTag.tsx';
import { ReplyButton, replyOf } from './ReplyDialog.tsx';

export function ConferenceRow(props: { conference: Conference; withinHousehold?: boolean }): JSX.Element {
  const { t, formats } = useMessages();
  const me = useMe();
  const address = () => `/households/${props.conference.household.id}/conferences/${props.conference.id}`;
  const title = () => (props.withinHousehold ? props.conference.title : props.conference.household.name);
  return (
    <li class="item ev" data-row tabindex={-1}>
      <time dateTime={props.conference.start}>
        <b>{formats().date(props.conference.start)}</b>
        {formats().time(props.conference.start)}
      </time>
      <div>
        <p class="item-t">
          <A href={address()} dir="auto">
            {title()}
          </A>
        </p>
        <p class="item-m">
          <Show when={!props.withinHousehold}>
            <span dir="auto">{props.conference.title}</span>
          </Show>
          <span>{t(`conferences.mode.${props.conference.mode}`)}</span>
          <Show when={props.conference.place}>{(place) => <span dir="auto">{place().name}</span>}</Show>
          <span>{t('today.people', { count: props.conference.invited.length })}</span>
          <span>{t('today.points', { count: props.conference.agenda.length })}</span>
          <Show when={props.conference.familyInvited}>
            <span>{t('conferences.familyComes')}</span>
          </Show>
          <ClosingTag conference={props.conference} />
          <Show when={replyOf(props.conference, me().id)}>
            {(own) => <Tag>{t(`before.reply.${own().reply}`)}</Tag>}
          </Show>
        </p>
      </div>
      <Show when={props.conference.can.reply}>
        <div class="ev-a">
          <ReplyButton conference={props.conference} />
        </div>
      </Show>
    </li>
  );
}
