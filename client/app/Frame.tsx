/** The frame around every page of someone signed in. */
import './frame.css';
import { type RouteSectionProps, useLocation, useNavigate } from '@solidjs/router';
import { type Accessor, createSignal, type JSX, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js';
import IconOffline from '~icons/lucide/wifi-off';
import { useMessages } from '../messages/messages.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { fetchDialogWindow } from '../ui/Dialog.tsx';
import { fetchMenu } from '../ui/Menu.tsx';
import { Header } from './Header.tsx';
import { createNavigationFocus } from './navigation-focus.ts';
import { PageBoundary } from './PageBoundary.tsx';
import { placesFor } from './places.ts';
import { Bar, Rail } from './Rail.tsx';
import { SessionGate, type SessionPerson } from './session.tsx';
import { useShell } from './shell.ts';
import { createShortcuts } from './shortcuts.ts';

const Palette = lazy(() => import('./Palette.tsx'));
const KeyboardHelp = lazy(() => import('./KeyboardHelp.tsx'));
const DeviceDialog = lazy(() => import('./DeviceDialog.tsx'));
const MailDialog = lazy(() =>
  import('../pages/notifications/MailDialog.tsx').then(({ MailDialog }) => ({ default: MailDialog })),
);

export default function Frame(props: RouteSectionProps): JSX.Element {
  const shell = useShell();
  return (
    <SessionGate session={shell.session}>
      {(person) => <FrameOf person={person}>{props.children}</FrameOf>}
    </SessionGate>
  );
}

/** A page that others see too: nothing of one's own stands around it, and no search opens over it. */
const isForTheWall = (path: string): boolean =>
  /^\/households\/[^/]+\/conferences\/[^/]+\/screen$/.test(path);

/** A device in the hands of the mother who signs on it: whose account it is can do everything else behind this page. */
const isHandedOver = (path: string, party: string | null, { function: whose }: SessionPerson): boolean =>
  /^\/sign\//.test(path) && party === 'beneficiary' && whose !== 'family';

type Opened = 'palette' | 'help' | 'device' | 'mail';

function FrameOf(props: { person: Accessor<SessionPerson>; children: JSX.Element }): JSX.Element {
  const { t } = useMessages();
  const shell = useShell();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const location = useLocation();
  const party = () => new URLSearchParams(location.search).get('party');
  const bare = () =>
    isForTheWall(location.pathname) || isHandedOver(location.pathname, party(), props.person());
  const [opened, setOpened] = createSignal<Opened>();
  // Once fetched, a dialog stays mounted so that closing it gives the focus back.
  const [met, setMet] = createSignal<readonly Opened[]>([]);
  const places = () => placesFor(props.person());
  let main: HTMLElement | undefined;
  fetchWhenCalm();

  const open = (dialog: Opened) => {
    if (bare()) return;
    setMet((before) => (before.includes(dialog) ? before : [...before, dialog]));
    setOpened(dialog);
  };
  const close = () => setOpened(undefined);
  createShortcuts({
    openPalette: () => open('palette'),
    openHelp: () => open('help'),
    go(code) {
      const place = places().find((candidate) => candidate.code === code);
      if (bare() || !place) return false;
      navigate(place.href);
      return true;
    },
  });
  createNavigationFocus(
    () => main,
    (page) => announce(t('app.moved', { page })),
  );

  return (
    <>
      <a class="skip" href="#main">
        {t('app.skip')}
      </a>
      <div class="app" data-bare={bare() ? '' : undefined}>
        <Show when={!bare()}>
          <Rail person={props.person()} />
          <Header
            person={props.person()}
            onSearch={() => open('palette')}
            onHelp={() => open('help')}
            onDevice={() => open('device')}
            onMail={() => open('mail')}
          />
        </Show>
        <Show when={!shell.online()}>
          <p class="banner" role="status">
            <IconOffline class="i i-s" aria-hidden="true" />
            {t('app.offlineBanner')}
          </p>
        </Show>
        <main class="main" id="main" tabindex={-1} ref={main}>
          <PageBoundary>{props.children}</PageBoundary>
        </main>
        <Show when={!bare()}>
          <Bar person={props.person()} />
        </Show>
      </div>
      <Suspense>
        <Show when={met().includes('palette')}>
          <Palette open={opened() === 'palette'} onClose={close} places={places()} />
        </Show>
        <Show when={met().includes('help')}>
          <KeyboardHelp open={opened() === 'help'} onClose={close} places={places()} />
        </Show>
        <Show when={met().includes('device')}>
          <DeviceDialog open={opened() === 'device'} onClose={close} />
        </Show>
        <Show when={met().includes('mail')}>
          <MailDialog open={opened() === 'mail'} onClose={close} />
        </Show>
      </Suspense>
    </>
  );
}

/** How long the first page has for itself before what opens later is fetched. */
const calmAfterMs = 3000;

/** Menus and dialogs come after the first page, but before a network that may go. */
function fetchWhenCalm(): void {
  onMount(() => {
    const timer = setTimeout(() => {
      for (const fetched of [fetchMenu(), fetchDialogWindow()]) fetched.catch(() => undefined);
    }, calmAfterMs);
    onCleanup(() => clearTimeout(timer));
  });
}
