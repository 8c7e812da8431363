/** Asks why, then does it: for every act that is only taken with a reason. */
import { createSignal, type JSX } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import type { ButtonKind } from '../ui/Button.tsx';
import type { DialogProps } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/inputs.tsx';
import { whenChanged } from '../ui/when-changed.ts';
import { ActionDialog } from './ActionDialog.tsx';
import type { Action } from './action.ts';

/** As the contract's `Reason` wants it, in characters. */
const leastLong = 3;

export type ReasonDialogProps = {
  open: boolean;
  onClose: () => void;
  title: JSX.Element;
  description?: JSX.Element;
  act: string;
  kind?: ButtonKind | undefined;
  action: Action<[reason: string]>;
  shape?: DialogProps['shape'];
  /** Asked when it is sent: false while the controls before the reason aren't as they must be, which they say. */
  ready?: (() => boolean) | undefined;
  /** Controls that come before the reason. */
  children?: JSX.Element;
};

export function ReasonDialog(props: ReasonDialogProps): JSX.Element {
  const { t } = useMessages();
  const [reason, setReason] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const missing = () => asked() && reason().trim().length < leastLong;
  whenChanged(
    () => props.open,
    () => setAsked(false),
  );
  const submit = async () => {
    setAsked(true);
    if (props.ready?.() === false || missing()) return;
    if (!(await props.action.run(reason().trim()))) return;
    setReason('');
    props.onClose();
  };
  return (
    <ActionDialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      description={props.description}
      shape={props.shape}
      act={props.act}
      kind={props.kind}
      action={props.action}
      onSubmit={() => void submit()}
    >
      {props.children}
      <Field
        label={t('fields.reason')}
        hint={t('fields.reasonHint')}
        error={missing() ? t('fields.reasonMissing') : undefined}
        required
      >
        <TextArea rows={3} value={reason()} onValue={setReason} autofocus={props.ready === undefined} />
      </Field>
    </ActionDialog>
  );
}
