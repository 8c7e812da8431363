import { deskContactEndpoints } from '../../../shared/records/desk-contacts.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/inputs.tsx';
export function DeskSelect(props) {
    const { t } = useMessages();
    const desks = createRead(deskContactEndpoints.desks, () => ({ key: [...keys.bodies, 'desks'], input: {} }));
    return (<Field label={t('desks.desk')} error={props.error} required>
      <Select value={props.value} placeholder="–" options={(desks.value()?.desks ?? []).map(({ id, name }) => ({ value: id, label: name }))} onValue={(value) => props.onValue(value)}/>
    </Field>);
}
