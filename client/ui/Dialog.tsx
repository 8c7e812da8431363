/** A dialog: focus stays inside, Escape and the veil close it, focus returns to where it came from. */
import './floating.css';
import { Dialog as Kobalte } from '@kobalte/core/dialog';
import { type JSX, Show } from 'solid-js';
import IconX from '~icons/lucide/x';
import { useMessages } from '../messages/messages.tsx';

export type DialogProps = {
  open: boolean;
  /** Called by Escape, the veil and the cross; the page decides and changes `open`. */
  onClose: () => void;
  title: JSX.Element;
  /** One sentence under the title that says what the act means. */
  description?: JSX.Element;
  /** Buttons, the main one last. */
  actions?: JSX.Element;
  /** `drawer`: at the end side, for annotations and the like on small screens. */
  shape?: 'dialog' | 'wide' | 'drawer' | undefined;
  /** What Enter does anywhere in the dialog that isn't a multi-line field: the body becomes a form. */
  onSubmit?: (() => void) | undefined;
  children?: JSX.Element;
};

export function Dialog(props: DialogProps): JSX.Element {
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
  };
  return (
    <Show when={props.onSubmit} fallback={inside()}>
      <form noValidate onSubmit={submit}>
        {inside()}
      </form>
    </Show>
  );
}
