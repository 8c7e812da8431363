import { createSignal, Show } from 'solid-js';
import { addDays, Day } from '../../../shared/dates.ts';
import { householdEndpoints, nextStatuses, } from '../../../shared/records/households.ts';
import { Closure } from '../../../shared/records/status-changes.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, RadioGroup, Select } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from './household-room.tsx';
/** A pause is looked at again after a month, unless somebody says otherwise. */
const daysToReview = 30;
/** Moves the household along its states, with a reason. Only the steps that may follow are offered. */
export function StatusDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const [chosen, setChosen] = createSignal();
    const [closure, setClosure] = createSignal('agreed_end');
    const [review, setReview] = createSignal(addDays(room.today(), daysToReview));
    const next = () => nextStatuses[room.household().status];
    const status = () => next().find((name) => name === chosen()) ?? next()[0] ?? room.household().status;
    const change = createAction((reason) => call(householdEndpoints.changeStatus, {
        params: { householdId: room.household().id },
        body: {
            status: status(),
            reason,
            ...(status() === 'closed' ? { closure: closure() } : {}),
            ...(status() === 'suspended' ? { reviewOn: Day.safeParse(review()).data ?? room.today() } : {}),
        },
    }), {
        touches: () => [everythingOfHousehold(room.household().id), keys.households],
        onDone: () => showToast({ text: t('households.statusChanged', { status: t(`households.status.${status()}`) }) }),
    });
    return (<ReasonDialog open={props.open} onClose={props.onClose} title={t('households.changeStatusTitle')} act={t('households.changeStatusAct')} action={change}>
      <Field group label={t('households.status')}>
        <RadioGroup value={status()} options={next().map((value) => ({ value, label: t(`households.status.${value}`) }))} onValue={setChosen}/>
      </Field>
      <Show when={status() === 'closed'}>
        <Field label={t('charge.closureWhy')} hint={t('charge.closesEnrolments')}>
          <Select value={closure()} options={Closure.options.map((value) => ({ value, label: t(`charge.closure.${value}`) }))} onValue={setClosure}/>
        </Field>
      </Show>
      <Show when={status() === 'suspended'}>
        <Field label={t('charge.reviewDay')} hint={t('charge.reviewHint')} error={fieldWords(t, change.problemAt('reviewOn'))} required>
          <DateInput value={review()} min={addDays(room.today(), 1)} onValue={setReview}/>
        </Field>
      </Show>
    </ReasonDialog>);
}
