/** A remark on minutes being read: on one point, or on the whole. */
import { createSignal, type JSX } from 'solid-js';
import type { Conference } from '../../../../shared/records/conferences.ts';
import { minutesEndpoints } from '../../../../shared/records/minutes.ts';
import { ActionDialog } from '../../../api/ActionDialog.tsx';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { fieldWords } from '../../../api/RefusalNote.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { useToasts } from '../../../ui/Toast.tsx';
import { closingTouches, paramsOf } from './closing-read.ts';

const whole = '';

export function RemarkDialog(props: { conference: Conference; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [point, setPoint] = createSignal<string>(whole);
  const [text, setText] = createSignal('');
  const id = crypto.randomUUID();
  const remark = createAction(
    () =>
      call(minutesEndpoints.remark, {
        params: paramsOf(props.conference),
        body: { id, pointId: point() === whole ? null : point(), text: text().trim() },
      }),
    {
      touches: () => closingTouches(props.conference),
      onDone: () => {
        showToast({ text: t('closing.remarked') });
        props.onClose();
      },
    },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('closing.remarkTitle')}
      description={t('closing.remarkExplain')}
      act={t('closing.remarkAct')}
      action={remark}
      onSubmit={() => void remark.run()}
    >
      <Field label={t('closing.about')}>
        <Select
          value={point()}
          onValue={setPoint}
          options={[
            { value: whole, label: t('closing.whole') },
            ...props.conference.agenda.map(({ id: value, title }, index) => ({
              value,
              label: `${index + 1}. ${title}`,
            })),
          ]}
        />
      </Field>
      <Field label={t('closing.remarkText')} error={fieldWords(t, remark.problemAt('text'))} required>
        <TextArea rows={4} value={text()} onValue={setText} maxlength={2000} dir="auto" autofocus />
      </Field>
    </ActionDialog>
  );
}
