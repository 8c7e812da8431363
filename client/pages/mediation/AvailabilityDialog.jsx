/** When a mediator is there: her own to say, or the coordination's for her. */
import { createSignal, For } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { mediationEndpoints } from '../../../shared/records/mediation.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
const allDistricts = [1, 2, 3, 4, 5, 6, 7, 8];
export function AvailabilityDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const [pausedUntil, setPausedUntil] = createSignal(props.entry.pausedUntil ?? '');
    const [days, setDays] = createSignal(props.entry.days);
    const [districts, setDistricts] = createSignal(props.entry.districts);
    const change = createAction(() => call(mediationEndpoints.changeAvailability, {
        params: { personId: props.entry.person.id },
        body: {
            pausedUntil: Day.safeParse(pausedUntil()).data ?? null,
            days: days().trim(),
            districts: [...districts()],
            note: props.entry.note,
            version: props.entry.version,
        },
    }), {
        touches: () => [keys.mediation],
        onDone: () => {
            showToast({ text: t('mediation.saved') });
            props.onClose();
        },
    });
    return (<ActionDialog open onClose={props.onClose} title={t('mediation.availabilityOf')} description={<bdi>{props.entry.person.name}</bdi>} act={t('ui.save')} action={change} onSubmit={() => void change.run()}>
      <Field label={t('mediation.pause')} hint={t('mediation.pauseHint')} optional error={fieldWords(t, change.problemAt('pausedUntil'))}>
        <DateInput value={pausedUntil()} onValue={setPausedUntil}/>
      </Field>
      <Field label={t('mediation.days')} optional error={fieldWords(t, change.problemAt('days'))}>
        <TextInput dir="auto" maxlength={120} value={days()} onValue={setDays}/>
      </Field>
      <Field group label={t('mediation.districtsField')} optional>
        <div class="med-d">
          <For each={allDistricts}>
            {(district) => (<Checkbox label={String(district)} checked={districts().includes(district)} onValue={(on) => setDistricts((before) => on ? [...before, district].sort() : before.filter((one) => one !== district))}/>)}
          </For>
        </div>
      </Field>
    </ActionDialog>);
}
