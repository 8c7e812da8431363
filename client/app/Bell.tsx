/** The way to what one was told, with how much of it isn't read yet. */
import { A } from '@solidjs/router';
import { type JSX, onCleanup, Show } from 'solid-js';
import IconBell from '~icons/lucide/bell';
import { useMessages } from '../messages/messages.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { whenChanged } from '../ui/when-changed.ts';
import { useShell } from './shell.ts';

/** What comes in a burst is said once, after it. */
const sayAfterMs = 4_000;
const most = 99;

export function Bell(): JSX.Element {
  const { t } = useMessages();
  const { unread } = useShell();
  const announce = useAnnounce();
  const label = () =>
    unread() > 0 ? `${t('app.notices')}: ${t('app.noticesWaiting', { count: unread() })}` : t('app.notices');
  whenChanged(unread, (now, before) => {
    if (before === undefined || now <= before) return;
    const timer = setTimeout(() => announce(t('app.noticesWaiting', { count: unread() })), sayAfterMs);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <A class="icon-btn bell" href="/notifications" aria-label={label()} title={label()}>
      <IconBell class="i" aria-hidden="true" />
      <Show when={unread() > 0}>
        <span class="rail-n" aria-hidden="true">
          {unread() > most ? `${most}+` : unread()}
        </span>
      </Show>
    </A>
  );
}
