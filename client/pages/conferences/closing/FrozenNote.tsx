/** Above frozen minutes: since when, and the hash that tells whether a word of them changed. */
import { type JSX, Show } from 'solid-js';
import type { Conference } from '../../../../shared/records/conferences.ts';
import { useMessages } from '../../../messages/messages.tsx';

export function FrozenNote(props: { conference: Conference }): JSX.Element {
  const { t, formats } = useMessages();
  return (
    <Show when={props.conference.frozenAt}>
      {(at) => (
        <p class="frozen-note">
          {t('conferences.frozenOn', { date: formats().dateTime(at()) })}. {t('conferences.hash')}{' '}
          <code dir="ltr">{props.conference.frozenHash}</code>
        </p>
      )}
    </Show>
  );
}
