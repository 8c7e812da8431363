/** Around the page within the frame: what is shown while it comes, when it couldn't be fetched, and when it broke. */
import { type Accessor, ErrorBoundary, type JSX, Show, Suspense } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState, Loading } from '../ui/notes.tsx';
import { whenChanged } from '../ui/when-changed.ts';
import { useShell } from './shell.ts';

export function PageBoundary(props: { children: JSX.Element }): JSX.Element {
  const { online } = useShell();
  return (
    <ErrorBoundary
      fallback={(error: unknown, again) => (
        <Show when={isUnfetched(error)} fallback={<BrokenPage />}>
          <UnfetchedPage online={online} again={again} />
        </Show>
      )}
    >
      <Suspense fallback={<Loading />}>{props.children}</Suspense>
    </ErrorBoundary>
  );
}

/** What Chromium, Firefox, Safari and the build's own loader of styles say of code that doesn't come. */
const unfetched = /dynamically imported module|Importing a module script failed|Unable to preload CSS/;

const isUnfetched = (error: unknown): boolean => error instanceof Error && unfetched.test(error.message);

/** Part of the page's code didn't come. It is asked for again as soon as the network is back. */
function UnfetchedPage(props: { online: Accessor<boolean>; again: () => void }): JSX.Element {
  const { t } = useMessages();
  whenChanged(props.online, (isBack) => isBack && props.again(), { defer: true });
  return (
    <StoppedPage
      title={t('app.unfetched')}
      next={t('app.unfetchedNext')}
      act={t('ui.retry')}
      onAct={props.again}
    />
  );
}

function BrokenPage(): JSX.Element {
  const { t } = useMessages();
  return (
    <StoppedPage
      title={t('app.broken')}
      next={t('app.brokenNext')}
      act={t('app.reload')}
      onAct={() => location.reload()}
    />
  );
}

/** What stands where the page would, and the one thing to do about it. */
function StoppedPage(props: { title: string; next: string; act: string; onAct: () => void }): JSX.Element {
  return (
    <EmptyState
      title={props.title}
      actions={
        <Button kind="primary" onClick={() => props.onAct()}>
          {props.act}
        </Button>
      }
    >
      {props.next}
    </EmptyState>
  );
}
