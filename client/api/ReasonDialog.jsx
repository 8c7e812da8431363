/** Asks why, then does it: for every act that is only taken with a reason. */
import { createEffect, createSignal, on } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/inputs.tsx';
import { ActionDialog } from './ActionDialog.tsx';
/** As the contract's `Reason` wants it, in characters. */
const leastLong = 3;
export function ReasonDialog(props) {
    const { t } = useMessages();
    const [reason, setReason] = createSignal('');
    const [asked, setAsked] = createSignal(false);
    const missing = () => asked() && reason().trim().length < leastLong;
    createEffect(on(() => props.open, () => setAsked(false)));
    const submit = async () => {
        setAsked(true);
        if (missing())
            return;
        if (!(await props.action.run(reason().trim())))
            return;
        setReason('');
        props.onClose();
    };
    return (<ActionDialog open={props.open} onClose={props.onClose} title={props.title} description={props.description} act={props.act} kind={props.kind} action={props.action} onSubmit={() => void submit()}>
      {props.children}
      <Field label={t('fields.reason')} hint={t('fields.reasonHint')} error={missing() ? t('fields.reasonMissing') : undefined} required>
        <TextArea rows={3} value={reason()} onValue={setReason} autofocus/>
      </Field>
    </ActionDialog>);
}
