/** Who asks to speak, in order; for whoever gives the word, the ways to give it, end it, let pass and put a hand down. */
import { createEffect, For, type JSX, on, Show } from 'solid-js';
import IconSwap from '~icons/lucide/arrow-up-down';
import IconHand from '~icons/lucide/hand';
import IconMic from '~icons/lucide/mic';
import IconX from '~icons/lucide/x';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { createTick } from './floor.ts';
import type { Hall } from './hall.ts';

const msPerMinute = 60_000;

export function Hands(props: { hall: Hall }): JSX.Element {
  const { t } = useMessages();
  const tick = createTick();
  const speaking = () => props.hall.speaking;
  const now = () => speaking().now();
  createHandNews(props.hall);
  const minutes = (since: number) => Math.max(0, Math.floor((tick() - since) / msPerMinute));
  return (
    <div class="hands">
      <h2>{t('room.hands')}</h2>
      <Show when={now().speaker}>
        {(speaker) => (
          <p class="speaker">
            <IconMic class="i i-s" aria-hidden="true" />
            <span>
              <bdi>{props.hall.nameOf(speaker().id)}</bdi>
              <small>
                {minutes(speaker().since) > 0
                  ? t('room.speaksSince', { minutes: minutes(speaker().since) })
                  : t('room.speaks')}
              </small>
            </span>
            <Show when={speaking().gives()}>
              <Button small onClick={speaking().end}>
                {t('room.endWord')}
              </Button>
            </Show>
          </p>
        )}
      </Show>
      <ol class="q">
        <For
          each={now().queue}
          fallback={
            <Show when={!now().speaker}>
              <li class="muted">{t('room.noHands')}</li>
            </Show>
          }
        >
          {(hand, index) => {
            const name = () => props.hall.nameOf(hand.id);
            return (
              <li>
                <b class="num q-i">{index() + 1}</b>
                <span class="q-n">
                  <bdi>{name()}</bdi>
                </span>
                <Show when={speaking().gives()}>
                  <IconButton
                    label={t('room.give', { name: name() })}
                    onClick={() => speaking().give(hand.id)}
                  >
                    <IconMic class="i i-s" aria-hidden="true" />
                  </IconButton>
                  <Show when={index() === 0 && now().queue.length > 1}>
                    <IconButton label={t('room.pass')} onClick={speaking().pass}>
                      <IconSwap class="i i-s" aria-hidden="true" />
                    </IconButton>
                  </Show>
                  <IconButton
                    label={t('room.lowerOf', { name: name() })}
                    onClick={() => speaking().lower(hand)}
                  >
                    <IconX class="i i-s" aria-hidden="true" />
                  </IconButton>
                </Show>
              </li>
            );
          }}
        </For>
      </ol>
      <Button
        small
        kbd="H"
        aria-pressed={speaking().raised()}
        icon={<IconHand class="i i-s" aria-hidden="true" />}
        onClick={speaking().toggleHand}
      >
        {speaking().raised() ? t('room.lower') : t('room.raise')}
      </Button>
    </div>
  );
}

/** Whose turn it is, to everybody; a new hand, only to whoever gives the word. */
function createHandNews(hall: Hall): void {
  const { t } = useMessages();
  const announce = useAnnounce();
  const { speaking } = hall;
  whenChanged(
    () => speaking.now().speaker?.id,
    (id) => {
      if (id)
        announce(id === hall.me ? t('room.saidYours') : t('room.saidSpeaks', { name: hall.nameOf(id) }));
    },
    { defer: true },
  );
  createEffect(
    on(
      () => speaking.now().queue.map(({ id }) => id),
      (now, before = []) => {
        const fresh = now.find((id) => !before.includes(id) && id !== hall.me);
        if (fresh && speaking.gives()) announce(t('room.saidHand', { name: hall.nameOf(fresh) }));
      },
      { defer: true },
    ),
  );
}
