/** Changing an assigned task: its words, its date, or its owner, who is then asked anew. */
import { createSignal } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { taskEndpoints } from '../../../shared/records/tasks.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { peopleOf } from '../households/people-of.ts';
import { titleLong, titleShort } from './MakeTaskDialog.tsx';
/** Mount it to open it: it begins from the task as it is at that moment. */
export function ChangeTaskDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const { version } = props.task;
    const [title, setTitle] = createSignal(props.task.title);
    const [owner, setOwner] = createSignal({ ...props.task.owner });
    const [due, setDue] = createSignal(props.task.due ?? '');
    const [asked, setAsked] = createSignal(false);
    const change = createAction((ownerId) => call(taskEndpoints.change, {
        params: { householdId: props.household.id, taskId: props.task.id },
        body: { title: title().trim(), ownerId, due: due() ? Day.parse(due()) : null, version },
    }), {
        touches: () => [householdKey(props.household.id, 'tasks'), keys.myTasks, keys.households],
        onDone: () => {
            showToast({ text: t('tasks.changed') });
            props.onClose();
        },
    });
    const missing = () => title().trim().length < titleShort;
    const submit = () => {
        setAsked(true);
        const person = owner();
        if (person && !missing())
            void change.run(person.id);
    };
    const refused = (path) => fieldWords(t, change.problemAt(path));
    return (<ActionDialog open onClose={props.onClose} title={t('tasks.changeTitle')} description={t('tasks.changeExplain')} act={t('ui.save')} action={change} onSubmit={submit}>
      <Field label={t('tasks.what')} error={asked() && missing() ? t('fields.tooShort') : refused('title')} required>
        <TextArea rows={2} value={title()} onValue={setTitle} maxlength={titleLong}/>
      </Field>
      <Field label={t('tasks.who')} error={asked() && !owner() ? t('fields.person') : refused('ownerId')} required>
        <PersonPicker value={owner()} onValue={setOwner} among={peopleOf(props.household)}/>
      </Field>
      <Field label={t('tasks.when')} optional error={refused('due')}>
        <DateInput value={due()} onValue={setDue}/>
      </Field>
    </ActionDialog>);
}
