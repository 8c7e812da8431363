/** "History" beside a document, by button or Ctrl Alt H; the window is fetched when first wanted. */
import { createSignal, type JSX, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js';
import IconHistory from '~icons/lucide/history';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';

const HistoryWindow = lazy(() => import('./HistoryWindow.tsx'));

export type HistoryButtonProps = { shared: SharedDocument; title: string; brief?: boolean | undefined };

export function HistoryButton(props: HistoryButtonProps): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const listen = (event: KeyboardEvent) => {
    const wanted = (event.ctrlKey || event.metaKey) && event.altKey && event.code === 'KeyH';
    if (!wanted || document.querySelector('[role="dialog"]')) return;
    event.preventDefault();
    setOpen(true);
  };
  onMount(() => document.addEventListener('keydown', listen));
  onCleanup(() => document.removeEventListener('keydown', listen));
  return (
    <Suspense>
      <OpenButton brief={props.brief} onOpen={() => setOpen(true)} />
      <Show when={open()}>
        <HistoryWindow shared={props.shared} title={props.title} onClose={() => setOpen(false)} />
      </Show>
    </Suspense>
  );
}

function OpenButton(props: { brief: boolean | undefined; onOpen: () => void }): JSX.Element {
  const { t } = useMessages();
  const icon = () => <IconHistory class="i i-s flip" aria-hidden="true" />;
  return (
    <Show
      when={props.brief}
      fallback={
        <Button
          small
          kind="quiet"
          icon={icon()}
          aria-keyshortcuts="Control+Alt+H"
          title="Ctrl Alt H"
          onClick={() => props.onOpen()}
        >
          {t('versions.open')}
        </Button>
      }
    >
      <IconButton label={t('versions.open')} aria-keyshortcuts="Control+Alt+H" onClick={() => props.onOpen()}>
        {icon()}
      </IconButton>
    </Show>
  );
}
