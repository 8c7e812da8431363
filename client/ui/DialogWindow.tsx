/** What a dialog shows once it is open; Dialog fetches it when first needed. */
import './floating.css';
import { Dialog as Kobalte } from '@kobalte/core/dialog';
import { type JSX, Show } from 'solid-js';
import IconX from '~icons/lucide/x';
import { useMessages } from '../messages/messages.tsx';
import type { DialogProps } from './Dialog.tsx';
import { focusFirstWrong } from './first-wrong.ts';

export default function DialogWindow(props: DialogProps): JSX.Element {
  const { t } = useMessages();
  const drawer = () => props.shape === 'drawer';
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
