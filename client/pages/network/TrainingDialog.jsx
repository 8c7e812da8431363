/** Adding a training to the register. Its id is made here, so that sending it twice adds one. */
import { createSignal } from 'solid-js';
import { newId, TrainingId } from '../../../shared/ids.ts';
import { trainingEndpoints } from '../../../shared/records/trainings.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { romeInstant } from '../conferences/rome-instant.ts';
import { BodyPicker } from '../directory/BodyPicker.tsx';
export function TrainingDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const id = newId(TrainingId);
    const [title, setTitle] = createSignal('');
    const [trainer, setTrainer] = createSignal('');
    const [day, setDay] = createSignal('');
    const [hour, setHour] = createSignal('09:30');
    const [hours, setHours] = createSignal('3');
    const [place, setPlace] = createSignal(null);
    const [asked, setAsked] = createSignal(false);
    const add = createAction((body) => call(trainingEndpoints.add, { body }), {
        touches: () => [keys.trainings],
        onDone: () => {
            showToast({ text: t('territory.training.added') });
            props.onClose();
        },
    });
    const startsAt = () => romeInstant(day(), hour());
    const submit = () => {
        setAsked(true);
        const at = startsAt();
        if (at === undefined)
            return;
        void add.run({
            id,
            title: title(),
            trainer: trainer(),
            startsAt: at,
            hours: Number(hours()),
            bodyId: place()?.id ?? null,
            materials: [],
        });
    };
    const problem = (path) => fieldWords(t, add.problemAt(path));
    return (<ActionDialog open onClose={props.onClose} title={t('territory.training.addTitle')} act={t('ui.save')} action={add} onSubmit={submit}>
      <Field label={t('territory.training.topic')} error={problem('title')} required>
        <TextInput dir="auto" value={title()} onValue={setTitle}/>
      </Field>
      <Field label={t('territory.training.trainer')} error={problem('trainer')} required>
        <TextInput dir="auto" value={trainer()} onValue={setTrainer}/>
      </Field>
      <div class="pair">
        <Field label={t('territory.init.day')} error={asked() && !startsAt() ? t('fields.date') : problem('startsAt')} required>
          <DateInput value={day()} onValue={setDay}/>
        </Field>
        <Field label={t('territory.init.hour')} required>
          <TextInput type="time" value={hour()} onValue={setHour}/>
        </Field>
        <Field label={t('territory.training.length')} error={problem('hours')} required>
          <TextInput type="number" min="0.5" step="0.5" value={hours()} onValue={setHours}/>
        </Field>
      </div>
      <Field label={t('territory.space.body')} error={problem('bodyId')} optional>
        <BodyPicker value={place()} onValue={setPlace}/>
      </Field>
    </ActionDialog>);
}
