/** A dialog that ends in one change: its button waits, its refusal stands inside, and closing it loses nothing typed. */
import { type JSX, Show } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { Button, type ButtonKind } from '../ui/Button.tsx';
import { Dialog, type DialogProps } from '../ui/Dialog.tsx';
import type { Action } from './action.ts';
import { RefusalNote } from './RefusalNote.tsx';

export type ActionDialogProps<Args extends readonly unknown[]> = {
  open: boolean;
  onClose: () => void;
  title: JSX.Element;
  description?: JSX.Element;
  shape?: DialogProps['shape'];
  /** What the main button says: the act itself. */
  act: string;
  kind?: ButtonKind | undefined;
  action: Action<Args>;
  /** Checks the form and runs the action; the page closes the dialog when it is done. */
  onSubmit: () => void;
  children?: JSX.Element;
};

export function ActionDialog<Args extends readonly unknown[]>(props: ActionDialogProps<Args>): JSX.Element {
  const { t } = useMessages();
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      title={props.title}
      description={props.description}
      shape={props.shape}
      onSubmit={() => props.onSubmit()}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button type="submit" kind={props.kind ?? 'primary'} busy={props.action.busy()}>
            {props.act}
          </Button>
        </>
      }
    >
      {props.children}
      <Show when={props.action.refusal()}>{(refusal) => <RefusalNote refusal={refusal()} />}</Show>
    </Dialog>
  );
}
