/** After how many days without reaching a family somebody is asked to look, in the whole network (A7). */
import { createSignal, type JSX, Show } from 'solid-js';
import { contactEndpoints } from '../../../shared/records/contacts.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';

export function SilencePart(): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const [changing, setChanging] = createSignal(false);
  const read = createRead(contactEndpoints.networkInterval, () => ({
    key: [...keys.mediation, 'interval'],
    input: {},
  }));
  const mayChange = () => me().function === 'coordinator' || me().function === 'admin';
  return (
    <section class="sect narrow">
      <div class="sect-h">
        <h2>{t('keep.silence.title')}</h2>
        <Show when={mayChange() && read.value()}>
          <Button
            small
            aria-label={`${t('keep.change')}: ${t('keep.silence.title')}`}
            onClick={() => setChanging(true)}
          >
            {t('keep.change')}
          </Button>
        </Show>
      </div>
      <Answered read={read} lines={2}>
        {(interval) => (
          <>
            <p class="words-p">{t('keep.silence.says', { days: interval().days })}</p>
            <p class="muted">{t('keep.silence.explain')}</p>
            <Show when={changing()}>
              <SilenceDialog days={interval().days} onClose={() => setChanging(false)} />
            </Show>
          </>
        )}
      </Answered>
    </section>
  );
}

function SilenceDialog(props: { days: number; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [days, setDays] = createSignal(String(props.days));
  const save = createAction(
    () => call(contactEndpoints.changeNetworkInterval, { body: { days: Number(days()) } }),
    {
      touches: () => [keys.mediation, ['household']],
      onDone: () => {
        showToast({ text: t('keep.silence.saved') });
        props.onClose();
      },
    },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('keep.silence.title')}
      description={t('keep.silence.explain')}
      act={t('ui.save')}
      action={save}
      onSubmit={() => void save.run()}
    >
      <Field
        label={t('keep.silence.days')}
        hint={t('keep.silence.hint')}
        error={fieldWords(t, save.problemAt('days'))}
        required
      >
        <TextInput inputmode="numeric" value={days()} onValue={setDays} />
      </Field>
    </ActionDialog>
  );
}
