/** The copy of frozen minutes in plain words, in a language the family reads. */
import { createSignal, type JSX } from 'solid-js';
import { ContentLanguage, directionOf } from '../../../../shared/languages.ts';
import { excerptEndpoints } from '../../../../shared/records/excerpts.ts';
import { ActionDialog } from '../../../api/ActionDialog.tsx';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { fieldWords } from '../../../api/RefusalNote.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { useRoom } from '../../households/household-room.tsx';
import type { PartProps } from './ClosingDrawer.tsx';
import { closingTouches, paramsOf } from './closing-read.ts';

export function CopyDialog(props: PartProps & { onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const written = (language: ContentLanguage) =>
    props.closing.copies.find((copy) => copy.language === language)?.text ?? '';
  const first = room.household().languages[0] ?? 'it';
  const [language, setLanguage] = createSignal<ContentLanguage>(first);
  const [text, setText] = createSignal(written(first));
  const write = createAction(
    () =>
      call(excerptEndpoints.writeCopy, {
        params: paramsOf(props.conference),
        body: { language: language(), text: text().trim() },
      }),
    { touches: () => closingTouches(props.conference), onDone: () => props.onClose() },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t('closing.copyTitle')}
      description={t('closing.copyExplain')}
      act={t('ui.save')}
      action={write}
      onSubmit={() => void write.run()}
    >
      <Field label={t('closing.language')}>
        <Select
          value={language()}
          options={ContentLanguage.options.map((value) => ({
            value,
            label: t(`functions.language.${value}`),
          }))}
          onValue={(value) => {
            setLanguage(value);
            setText(written(value));
          }}
        />
      </Field>
      <Field label={t('closing.copyText')} error={fieldWords(t, write.problemAt('text'))} required>
        <TextArea
          rows={10}
          value={text()}
          onValue={setText}
          lang={language()}
          dir={directionOf(language())}
          maxlength={20_000}
        />
      </Field>
    </ActionDialog>
  );
}
