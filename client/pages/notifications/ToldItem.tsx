/** One thing I was told: who, what, when, the way there. Going there reads it. */
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import IconRead from '~icons/lucide/check';
import IconUnread from '~icons/lucide/undo-2';
import { type Notification, notificationEndpoints } from '../../../shared/records/notifications.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { RelativeTime } from '../../ui/dates.tsx';
import { TramaMark } from '../../ui/TramaMark.tsx';
import { personMark } from '../directory/person-words.ts';
import { placeOf, sentenceOf } from './told-words.ts';

export function ToldItem(props: { item: Notification }): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const simple = () => me().function === 'volunteer' || me().function === 'family';
  const mark = createAction(
    async (read: boolean) => call(notificationEndpoints.mark, { body: { ids: [props.item.id], read } }),
    { touches: () => [keys.notifications], toast: true },
  );
  const markWords = () => t(props.item.read ? 'told.markUnread' : 'told.markRead');
  return (
    <li class="told-i" data-unread={props.item.read ? undefined : ''}>
      <Show when={props.item.actor} fallback={<OwnMark />}>
        {(actor) => <Avatar person={personMark(t, actor())} decorative />}
      </Show>
      <p>
        <A
          href={placeOf(props.item, simple())}
          onClick={() => {
            if (!props.item.read) void mark.run(true);
          }}
        >
          {sentenceOf(t, props.item)}
        </A>
        <Show when={!props.item.read}>
          <span class="sr"> ({t('told.isUnread')})</span>
        </Show>
        <small>
          <RelativeTime at={props.item.at} />
        </small>
      </p>
      <button
        type="button"
        class="icon-btn"
        aria-label={`${markWords()}: ${sentenceOf(t, props.item)}`}
        title={markWords()}
        onClick={() => void mark.run(!props.item.read)}
      >
        <Show when={props.item.read} fallback={<IconRead class="i i-s" aria-hidden="true" />}>
          <IconUnread class="i i-s" aria-hidden="true" />
        </Show>
      </button>
    </li>
  );
}

/** Trama tells it by itself. */
function OwnMark(): JSX.Element {
  return (
    <span class="told-own" aria-hidden="true">
      <TramaMark size={18} />
    </span>
  );
}
