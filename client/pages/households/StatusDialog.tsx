import { createSignal, type JSX } from 'solid-js';
import {
  type HouseholdStatus,
  householdEndpoints,
  nextStatuses,
} from '../../../shared/records/households.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from './household-room.tsx';

/** Moves the household along its states, with a reason. Only the steps that may follow are offered. */
export function StatusDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const [chosen, setChosen] = createSignal<HouseholdStatus>();
  const next = () => nextStatuses[room.household().status];
  const status = () => next().find((name) => name === chosen()) ?? next()[0] ?? room.household().status;
  const change = createAction(
    (reason: string) =>
      call(householdEndpoints.changeStatus, {
        params: { householdId: room.household().id },
        body: { status: status(), reason },
      }),
    {
      touches: () => [everythingOfHousehold(room.household().id), keys.households],
      onDone: () =>
        showToast({ text: t('households.statusChanged', { status: t(`households.status.${status()}`) }) }),
    },
  );
  return (
    <ReasonDialog
      open={props.open}
      onClose={props.onClose}
      title={t('households.changeStatusTitle')}
      act={t('households.changeStatusAct')}
      action={change}
    >
      <Field group label={t('households.status')}>
        <RadioGroup
          value={status()}
          options={next().map((value) => ({ value, label: t(`households.status.${value}`) }))}
          onValue={setChosen}
        />
      </Field>
    </ReasonDialog>
  );
}
