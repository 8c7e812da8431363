/** Name and ring of a place; for someone of the family, the genogram's sign. Only what was changed here is written. */
import { createSignal, Show } from 'solid-js';
import { GenogramSymbol } from '../../shared/documents/network-map.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Checkbox, Select, TextInput } from '../ui/inputs.tsx';
import { RingField } from './AddNodeDialog.tsx';
import { focusPlace } from './focus-after.ts';
import { ontoRing } from './geometry/first-layout.ts';
import { useMapRoom } from './map-room.ts';
export function EditNodeDialog(props) {
    const { t } = useMessages();
    const room = useMapRoom();
    const node = () => room.nodeOf(props.nodeKey);
    const [change, setChange] = createSignal({});
    const [tried, setTried] = createSignal(false);
    const put = (part) => setChange((before) => ({ ...before, ...part }));
    const label = () => change().label ?? node()?.label ?? '';
    const member = () => room.isMember(props.nodeKey);
    const changeRing = (ring) => {
        const point = room.drawingPoints().get(props.nodeKey);
        put({ ring, ...(point ? ontoRing(point, ring) : {}) });
    };
    const save = () => {
        setTried(true);
        if (label().trim() === '')
            return;
        const { label: written, ...rest } = change();
        const whole = written === undefined ? rest : { ...rest, label: written.trim() };
        const key = props.nodeKey; // gone from the props once the dialog is closed
        if (Object.keys(whole).length > 0)
            room.acts.changeNode(key, whole);
        props.onClose();
        focusPlace(key);
    };
    const remove = () => {
        const key = props.nodeKey;
        props.onClose();
        props.onRemove(key);
    };
    return (<Dialog open onClose={props.onClose} title={t('map.node.editTitle', { name: node()?.label ?? '' })} onSubmit={save} actions={<>
          <Show when={!member()}>
            <Button kind="quiet" class="net-remove" onClick={remove}>
              {t('map.node.remove')}
            </Button>
          </Show>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('ui.save')}
          </Button>
        </>}>
      <Field label={t('map.node.name')} error={tried() && label().trim() === '' ? t('map.node.needName') : undefined}>
        <TextInput value={label()} onValue={(value) => put({ label: value })} maxlength={120} dir="auto"/>
      </Field>
      <Show when={member()} fallback={<RingField value={change().ring ?? node()?.ring ?? 'informal'} onValue={changeRing}/>}>
        <Field label={t('map.node.symbol')}>
          <Select value={change().symbol ?? node()?.symbol ?? ''} options={GenogramSymbol.options.map((value) => ({ value, label: t(`map.node.${value}`) }))} onValue={(symbol) => put({ symbol })}/>
        </Field>
        <Checkbox checked={change().deceased ?? node()?.deceased ?? false} label={t('map.node.deceased')} onValue={(deceased) => put({ deceased })}/>
      </Show>
    </Dialog>);
}
