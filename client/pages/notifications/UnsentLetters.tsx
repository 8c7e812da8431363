/** In a demo: the letters that a server with mail would have sent. Elsewhere there is nothing to show, not even a title. */
import { For, type JSX, Show } from 'solid-js';
import { letterEndpoints } from '../../../shared/records/letters.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';

export function UnsentLetters(): JSX.Element {
  const { t, formats } = useMessages();
  const read = createRead(letterEndpoints.mine, () => ({ key: keys.letters, input: {} }));
  const letters = () => read.value()?.letters ?? [];
  return (
    <Show when={letters().length > 0}>
      <section class="unsent">
        <h2>{t('told.letters')}</h2>
        <p class="soft">{t('told.lettersWhat')}</p>
        <For each={letters()}>
          {(letter) => (
            <details>
              <summary>
                <bdi>{letter.subject}</bdi>{' '}
                <small class="muted">
                  {formats().dateTime(letter.at)} <bdi>{letter.to}</bdi>
                </small>
              </summary>
              <pre dir="auto">{letter.text}</pre>
              <Show when={letter.attachments.length > 0}>
                <p class="xs muted">{t('told.attachments', { names: formats().list(letter.attachments) })}</p>
              </Show>
            </details>
          )}
        </For>
      </section>
    </Show>
  );
}
