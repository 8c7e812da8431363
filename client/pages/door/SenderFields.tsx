/** Who reports, by name, and the body they speak for. */
import type { JSX } from 'solid-js';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import type { Action } from '../../api/action.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';

export const isNamed = (name: string): boolean => name.trim().length >= 2;

export function SenderFields(props: {
  name: string;
  onName: (name: string) => void;
  body: BodyBrief | null;
  onBody: (body: BodyBrief | null) => void;
  /** Somebody tried to send it: what is missing is told. */
  asked: boolean;
  problemAt: Action<[]>['problemAt'];
}): JSX.Element {
  const { t } = useMessages();
  const missing = () => (props.asked && !isNamed(props.name) ? t('fields.tooShort') : undefined);
  return (
    <div class="pair">
      <Field
        label={t('door.senderName')}
        error={missing() ?? fieldWords(t, props.problemAt('sender.name'))}
        required
      >
        <TextInput dir="auto" autocomplete="off" value={props.name} onValue={props.onName} />
      </Field>
      <Field label={t('door.body')} optional error={fieldWords(t, props.problemAt('sender.bodyId'))}>
        <BodyPicker value={props.body} onValue={props.onBody} />
      </Field>
    </div>
  );
}
