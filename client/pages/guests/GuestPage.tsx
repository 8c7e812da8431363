/**
 * The page a guest of a conference opens with her link: no rail, no search, no account. The link's token stands behind
 * the `#`; it is exchanged for a cookie at once and taken out of the address, so it stays in no history.
 */
import './guests.css';
import { createEffect, createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import type { Instant } from '../../../shared/dates.ts';
import { guestEndpoints } from '../../../shared/records/guests.ts';
import { call, type Refused } from '../../api/call.ts';
import { createRead } from '../../api/read.ts';
import { browserLine, CollabProvider } from '../../collab/collab-context.tsx';
import { createOpenDocuments } from '../../collab/open-documents.ts';
import { useMessages } from '../../messages/messages.tsx';
import { ErrorNote, Loading } from '../../ui/notes.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { SessionScene } from '../session/SessionScene.tsx';
import { GuestRoom } from './GuestRoom.tsx';

/** How often the record is read again: she has no feed. */
const readAgainMs = 8_000;
/** A timer can't wait longer. */
const longestTimerMs = 2 ** 31 - 1;

type State =
  | { readonly kind: 'opening' | 'in' | 'ended' | 'left' }
  | { readonly kind: 'early'; readonly opensAt: Instant; readonly token: string }
  | { readonly kind: 'failed'; readonly why: Refused; readonly token: string };

export default function GuestPage(): JSX.Element {
  const { setLanguage } = useMessages();
  const [state, setState] = createSignal<State>({ kind: 'opening' });

  async function open(token: string): Promise<void> {
    const opened = await call(guestEndpoints.open, { body: { token } });
    if (!opened.ok) {
      const ended = opened.code === 'link-ended' || opened.code === 'invalid';
      setState(ended ? { kind: 'ended' } : { kind: 'failed', why: opened, token });
      return;
    }
    await setLanguage(opened.value.language);
    const { opensAt } = opened.value;
    setState(opensAt === null ? { kind: 'in' } : { kind: 'early', opensAt, token });
  }

  onMount(() => {
    const token = location.hash.slice(1);
    if (token === '') setState({ kind: 'in' });
    else {
      history.replaceState(history.state, '', location.pathname);
      void open(token);
    }
  });
  // A page that waits opens by itself.
  createEffect(() => {
    const now = state();
    if (now.kind !== 'early') return;
    const waitMs = Math.min(Date.parse(now.opensAt) - Date.now() + 1_000, longestTimerMs);
    const waiting = setTimeout(() => void open(now.token), Math.max(waitMs, 1_000));
    onCleanup(() => clearTimeout(waiting));
  });
  const as = <K extends State['kind']>(kind: K) => {
    const now = state();
    return now.kind === kind ? (now as Extract<State, { kind: K }>) : undefined;
  };
  return (
    <Switch
      fallback={
        <SessionScene>
          <Outside state={state()} onRetry={(token) => void open(token)} />
        </SessionScene>
      }
    >
      <Match when={as('in')}>
        <Inside onEnded={() => setState({ kind: 'ended' })} onLeft={() => setState({ kind: 'left' })} />
      </Match>
    </Switch>
  );
}

function Outside(props: { state: State; onRetry: (token: string) => void }): JSX.Element {
  const { t, formats } = useMessages();
  const failed = () => (props.state.kind === 'failed' ? props.state : undefined);
  const early = () => (props.state.kind === 'early' ? props.state : undefined);
  return (
    <Switch
      fallback={
        <>
          <PageHeading>{t('guests.page.opening')}</PageHeading>
          <Loading />
        </>
      }
    >
      <Match when={early()}>
        {(waits) => (
          <>
            <PageHeading>{t('guests.page.early')}</PageHeading>
            <p class="si-lead">{t('guests.page.earlyNext', { when: formats().dateTime(waits().opensAt) })}</p>
          </>
        )}
      </Match>
      <Match when={props.state.kind === 'ended'}>
        <div role="status" class="gp-over">
          <PageHeading>{t('guests.page.ended')}</PageHeading>
          <p class="si-lead">{t('guests.page.endedNext')}</p>
        </div>
      </Match>
      <Match when={props.state.kind === 'left'}>
        <div role="status" class="gp-over">
          <PageHeading>{t('guests.page.left')}</PageHeading>
          <p class="si-lead">{t('guests.page.leftNext')}</p>
        </div>
      </Match>
      <Match when={failed()}>
        {(given) => (
          <ErrorNote
            code={given().why.code}
            retryAfterSeconds={given().why.retryAfterSeconds}
            onRetry={() => props.onRetry(given().token)}
          />
        )}
      </Match>
    </Switch>
  );
}

/** With the cookie: her conference, read again while the page is open. Her documents are this page's own. */
function Inside(props: { onEnded: () => void; onLeft: () => void }): JSX.Element {
  const read = createRead(guestEndpoints.see, () => ({ key: ['guest'], input: {} }));
  const documents = createOpenDocuments(browserLine());
  onCleanup(() => documents.close());
  const again = setInterval(() => document.visibilityState === 'visible' && read.retry(), readAgainMs);
  onCleanup(() => clearInterval(again));
  createEffect(() => {
    if (read.failure()?.code === 'link-ended') props.onEnded();
  });
  return (
    <Show
      when={read.value()}
      fallback={
        <SessionScene>
          <Show when={read.failure()} fallback={<Loading />}>
            {(failure) => (
              <ErrorNote
                code={failure().code}
                retryAfterSeconds={failure().retryAfterSeconds}
                onRetry={read.retry}
              />
            )}
          </Show>
        </SessionScene>
      }
    >
      {(view) => (
        <CollabProvider documents={documents}>
          <GuestRoom view={view()} onLeft={props.onLeft} onLook={read.retry} />
        </CollabProvider>
      )}
    </Show>
  );
}
