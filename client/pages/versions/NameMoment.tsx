/** Giving the shown moment a name. */
import { createSignal, type JSX } from 'solid-js';
import { newId, VersionId } from '../../../shared/ids.ts';
import { versionEndpoints } from '../../../shared/records/versions.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { Ask } from './Ask.tsx';
import { type History, seqOf } from './history.ts';
import { momentWords } from './moment-words.ts';

export function NameMoment(props: { history: History; onClose: () => void }): JSX.Element {
  const words = useMessages();
  const { t } = words;
  const { showToast } = useToasts();
  const id = newId(VersionId);
  const [label, setLabel] = createSignal('');
  const keep = createAction(
    () =>
      call(versionEndpoints.keep, {
        params: { documentId: props.history.documentId },
        body: {
          kind: 'named',
          id,
          label: label().trim(),
          epoch: props.history.read.value()?.epoch ?? 0,
          seq: seqOf(props.history.shown(), props.history.versions()) ?? 0,
        },
      }),
    {
      touches: () => [[...keys.pasts, props.history.documentId]],
      onDone: () => {
        showToast({ text: t('versions.named') });
        props.onClose();
      },
    },
  );
  return (
    <Ask
      onClose={props.onClose}
      title={t('versions.nameTitle')}
      description={momentWords(props.history.shown(), props.history, words)}
      act={t('windows.save')}
      action={keep}
    >
      <Field
        label={t('versions.label')}
        hint={t('versions.labelHint')}
        error={fieldWords(t, keep.problemAt('label'))}
        required
      >
        <TextInput dir="auto" maxLength={80} value={label()} onValue={setLabel} />
      </Field>
    </Ask>
  );
}
