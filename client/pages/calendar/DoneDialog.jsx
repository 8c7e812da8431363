/** Asks for the day something was done: today unless somebody says otherwise. */
import { createSignal } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput } from '../../ui/inputs.tsx';
import { useRoom } from '../households/household-room.tsx';
export function DoneDialog(props) {
    const { t } = useMessages();
    const room = useRoom();
    const [on, setOn] = createSignal(room.today());
    const day = () => Day.safeParse(on()).data;
    const submit = () => {
        const chosen = day();
        if (chosen)
            void props.action.run(chosen);
    };
    return (<ActionDialog open onClose={props.onClose} title={props.name} description={t('windows.markDoneTitle')} act={t('windows.save')} action={props.action} onSubmit={submit}>
      <Field label={t('windows.doneOn')} error={day() ? fieldWords(t, props.action.problemAt('mark.on')) : t('fields.date')}>
        <DateInput value={on()} min={props.from} max={room.today()} onValue={setOn}/>
      </Field>
    </ActionDialog>);
}
