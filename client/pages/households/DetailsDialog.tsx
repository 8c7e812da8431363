import { createSignal, type JSX } from 'solid-js';
import type { ContentLanguage } from '../../../shared/languages.ts';
import { householdEndpoints } from '../../../shared/records/households.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { useRoom } from './household-room.tsx';
import { LanguageChecks } from './LanguageChecks.tsx';

/** Name, area and languages of the household. */
export function DetailsDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const [name, setName] = createSignal('');
  const [area, setArea] = createSignal('');
  const [languages, setLanguages] = createSignal<readonly ContentLanguage[]>([]);
  whenChanged(
    () => props.open,
    (open) => {
      if (!open) return;
      setName(room.household().name);
      setArea(room.household().area ?? '');
      setLanguages([...room.household().languages]);
    },
  );
  const change = createAction(
    () =>
      call(householdEndpoints.change, {
        params: { householdId: room.household().id },
        body: { name: name().trim(), area: area().trim() || null, languages: [...languages()] },
      }),
    {
      touches: () => [householdKey(room.household().id, 'page'), keys.households],
      onDone: () => {
        showToast({ text: t('households.saved') });
        props.onClose();
      },
    },
  );
  return (
    <ActionDialog
      open={props.open}
      onClose={props.onClose}
      title={t('households.editTitle')}
      act={t('ui.save')}
      action={change}
      onSubmit={() => void change.run()}
    >
      <Field label={t('households.name')} error={fieldWords(t, change.problemAt('name'))} required>
        <TextInput dir="auto" value={name()} onValue={setName} />
      </Field>
      <Field label={t('households.area')} optional error={fieldWords(t, change.problemAt('area'))}>
        <TextInput dir="auto" value={area()} onValue={setArea} />
      </Field>
      <Field group label={t('households.languages')} error={fieldWords(t, change.problemAt('languages'))}>
        <LanguageChecks value={languages()} onValue={setLanguages} />
      </Field>
    </ActionDialog>
  );
}
