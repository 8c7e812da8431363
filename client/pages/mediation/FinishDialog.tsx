/** A mediator tells how it went: minutes, whether the family was there, what came of it. */
import { createSignal, type JSX, Show } from 'solid-js';
import { type Mediation, mediationEndpoints } from '../../../shared/records/mediation.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { touchedByMediation } from './touched-by-mediation.ts';

export function FinishDialog(props: { request: Mediation; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const written = () => props.request.mode === 'written';
  const [minutes, setMinutes] = createSignal(written() ? '15' : '60');
  const [reached, setReached] = createSignal<'yes' | 'no'>('yes');
  const [cameOf, setCameOf] = createSignal('');
  const finish = createAction(
    () =>
      call(mediationEndpoints.finish, {
        params: { mediationId: props.request.id },
        body: {
          minutes: Number(minutes()),
          reached: !written() && reached() === 'yes',
          cameOf: cameOf().trim(),
          version: props.request.version,
        },
      }),
    {
      touches: touchedByMediation,
      onDone: () => {
        showToast({ text: t('mediation.finished') });
        props.onClose();
      },
    },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('mediation.finishTitle')}
      act={t('mediation.finishAct')}
      action={finish}
      onSubmit={() => void finish.run()}
    >
      <div class="pair">
        <Field label={t('mediation.minutes')} error={fieldWords(t, finish.problemAt('minutes'))} required>
          <TextInput type="number" min={1} max={1440} value={minutes()} onValue={setMinutes} />
        </Field>
        <Show when={!written()}>
          <Field group label={t('mediation.reached')}>
            <RadioGroup
              value={reached()}
              options={[
                { value: 'yes', label: t('mediation.reachedYes') },
                { value: 'no', label: t('mediation.reachedNo') },
              ]}
              onValue={setReached}
            />
          </Field>
        </Show>
      </div>
      <Field label={t('mediation.cameOf')} error={fieldWords(t, finish.problemAt('cameOf'))} required>
        <TextArea rows={3} maxlength={1000} value={cameOf()} onValue={setCameOf} />
      </Field>
    </ActionDialog>
  );
}
