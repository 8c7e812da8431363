/** What a dialog shows once it is open; Dialog fetches it when first needed. */
import './floating.css';
import { Dialog as Kobalte } from '@kobalte/core/dialog';
import { createComputed, type JSX, onCleanup, Show } from 'solid-js';
import IconX from '~icons/lucide/x';
import { useMessages } from '../messages/messages.tsx';
import type { DialogProps } from './Dialog.tsx';
import { focusFirstWrong } from './first-wrong.ts';

export default function DialogWindow(props: DialogProps): JSX.Element {
  const { t } = useMessages();
  const drawer = () => props.shape === 'drawer';
  giveFocusBack(() => props.open);
  return (
    <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="veil" />
        <div class={`dialog-place ${drawer() ? 'drawer-place' : ''}`}>
          <Kobalte.Content class={`dialog ${drawer() ? 'drawer' : ''}`} data-size={props.shape}>
            <Kobalte.Title class="dialog-t">{props.title}</Kobalte.Title>
            <Show when={props.description}>
              <Kobalte.Description class="dialog-d">{props.description}</Kobalte.Description>
            </Show>
            <DialogBody {...props} />
            {/* Last, so that opening puts the focus on the first thing to fill in or press. */}
            <Kobalte.CloseButton class="icon-btn dialog-x" aria-label={t('ui.close')} title={t('ui.close')}>
              <IconX class="i" aria-hidden="true" />
            </Kobalte.CloseButton>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}

/**
 * What had the focus when the dialog opened has it again as soon as it is closed, not a moment later, when somebody may
 * write elsewhere already. Focus that was put elsewhere meanwhile stays there.
 */
function giveFocusBack(isOpen: () => boolean): void {
  let opener: Element | null = null;
  const give = () => {
    const to = opener;
    opener = null;
    // By then the dialog holds nobody any more, and what was focused in it is gone.
    queueMicrotask(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && to instanceof HTMLElement && to.isConnected) to.focus({ preventScroll: true });
    });
  };
  createComputed((was: boolean) => {
    const open = isOpen();
    if (open && !was) opener = document.activeElement;
    if (!open && was) give();
    return open;
  }, false);
  onCleanup(give);
}

function DialogBody(props: DialogProps): JSX.Element {
  const inside = () => (
    <>
      <Show when={props.children}>
        <div class="dialog-b">{props.children}</div>
      </Show>
      <Show when={props.actions}>
        <div class="dialog-a">{props.actions}</div>
      </Show>
    </>
  );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    props.onSubmit?.();
    queueMicrotask(focusFirstWrong); // what the form itself found missing is on the screen by then
  };
  return (
    <Show when={props.onSubmit} fallback={inside()}>
      <form noValidate onSubmit={submit}>
        {inside()}
      </form>
    </Show>
  );
}
