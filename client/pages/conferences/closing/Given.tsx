/** Who was given the minutes, and what; giving points to others; the copy in plain words for the family. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { directionOf } from '../../../../shared/languages.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/Button.tsx';
import type { PartProps } from './ClosingDrawer.tsx';
import { CopyDialog } from './CopyDialog.tsx';
import { GiveDialog } from './GiveDialog.tsx';

export function Given(props: PartProps): JSX.Element {
  const { t, formats } = useMessages();
  const [asking, setAsking] = createSignal<'give' | 'copy'>();
  const close = () => setAsking(undefined);
  const points = (ids: readonly string[] | null) =>
    ids === null
      ? t('closing.all')
      : t('closing.points', {
          list: formats().list(
            ids.map((id) => String(props.conference.agenda.findIndex((point) => point.id === id) + 1)),
          ),
        });
  return (
    <>
      <section>
        <h3>{t('closing.given')}</h3>
        <ul class="cl-l">
          <For each={props.closing.distributions} fallback={<li class="soft">{t('closing.givenNobody')}</li>}>
            {(given) => (
              <li>
                <span class="cl-n">
                  <b dir="auto">
                    {given.to === 'team' || given.to === 'family' ? t(`closing.to.${given.to}`) : given.name}
                  </b>
                  <small>
                    {points(given.pointIds)} · {formats().dateTime(given.at)} · <bdi>{given.by.name}</bdi>
                    <Show when={given.to !== 'team'}>
                      {' · '}
                      {t('closing.openedBy', {
                        opened: given.recipients.filter(({ openedAt }) => openedAt !== null).length,
                        of: given.recipients.length,
                      })}
                    </Show>
                  </small>
                </span>
              </li>
            )}
          </For>
        </ul>
        <Show when={props.closing.can.distribute}>
          <Button small onClick={() => setAsking('give')}>
            {t('closing.give')}
          </Button>
        </Show>
      </section>
      <Show when={props.closing.can.writeCopy || props.closing.copies.length > 0}>
        <section>
          <h3>{t('closing.copies')}</h3>
          <For each={props.closing.copies}>
            {(copy) => (
              <details>
                <summary>
                  {t(`functions.language.${copy.language}`)} · <bdi>{copy.by.name}</bdi>
                </summary>
                <p class="cl-words" lang={copy.language} dir={directionOf(copy.language)}>
                  {copy.text}
                </p>
              </details>
            )}
          </For>
          <Show when={props.closing.can.writeCopy}>
            <Button small onClick={() => setAsking('copy')}>
              {t('closing.writeCopy')}
            </Button>
          </Show>
        </section>
      </Show>
      <Show when={asking() === 'give'}>
        <GiveDialog conference={props.conference} onClose={close} />
      </Show>
      <Show when={asking() === 'copy'}>
        <CopyDialog conference={props.conference} closing={props.closing} onClose={close} />
      </Show>
    </>
  );
}
