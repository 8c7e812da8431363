/** Shown in place of a document the server has ended: why, what one may do, and one's own words that weren't saved. */
import { createSignal, Show } from 'solid-js';
import IconAlert from '~icons/lucide/triangle-alert';
import { CloseCode } from '../../shared/sync/protocol.ts';
import type { CloseReason } from '../collab/shared-document.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import '../ui/notes.css';

const keys = {
  [CloseCode.signedOut]: 'signedOut',
  [CloseCode.notAvailable]: 'notAvailable',
  [CloseCode.oldEpoch]: 'rebuilt',
  [CloseCode.outdatedPage]: 'outdated',
  [CloseCode.unsound]: 'unsound',
  [CloseCode.badFrame]: 'unsound',
  [CloseCode.tooFast]: 'tooFast',
} as const;

export function ClosedNotice(props: { reason: CloseReason }) {
  const { t } = useMessages();
  const [copied, setCopied] = createSignal(false);
  const key = () => (props.reason.code in keys ? keys[props.reason.code as keyof typeof keys] : 'unsound');
  const copy = async () => {
    await navigator.clipboard.writeText(props.reason.unsavedText);
    setCopied(true);
  };
  return (
    <section class="error-note" role="alert">
      <IconAlert class="i i-s" aria-hidden="true" />
      <strong>{t(`plan.closed.${key()}`)}</strong>
      <p>{t(`plan.closed.${key()}.next`)}</p>
      <Show when={props.reason.unsavedText}>
        {(text) => (
          <>
            <p>{t('plan.closed.unsaved')}</p>
            <blockquote class="unsaved-words" dir="auto">
              {text()}
            </blockquote>
          </>
        )}
      </Show>
      <div class="error-note-a">
        <Show when={props.reason.unsavedText}>
          <Button small onClick={() => void copy()}>
            {copied() ? t('plan.closed.copied') : t('plan.closed.copy')}
          </Button>
        </Show>
        <Button small onClick={() => location.reload()}>
          {t('plan.closed.reload')}
        </Button>
      </div>
    </section>
  );
}
