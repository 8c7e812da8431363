/** Marks what ought to be there and isn't: a place waiting, and who needs it. */
import { createSignal } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Select, TextInput } from '../ui/inputs.tsx';
import { RingField } from './AddNodeDialog.tsx';
import { useDescribe } from './describe.ts';
import { focusFirst, focusPlace } from './focus-after.ts';
import { freePlace } from './geometry/first-layout.ts';
import { useMapRoom } from './map-room.ts';
/** The network a tie to that ring belongs to, unless one says otherwise. */
export const networkOfRing = {
    informal: 'primary',
    services: 'secondary',
    third_sector: 'third_sector',
    market: 'market',
};
export function AddMissingDialog(props) {
    const { t } = useMessages();
    const room = useMapRoom();
    const describe = useDescribe();
    const [what, setWhat] = createSignal('');
    const [ring, setRing] = createSignal('services');
    const [chosen, setChosen] = createSignal(null);
    const [tried, setTried] = createSignal(false);
    const who = () => chosen() ?? props.who ?? '';
    const mark = () => {
        setTried(true);
        const label = what().trim().slice(0, 120);
        if (label === '' || who() === '')
            return;
        const place = freePlace(ring(), [...room.drawingPoints().values()]);
        const key = room.acts.addMissing({ label, kind: 'place', ring: ring(), ...place }, {
            source: who(),
            strength: 'absent_needed',
            energy: 'none',
            network: networkOfRing[ring()],
            supports: [],
        });
        props.onClose();
        focusPlace(key);
    };
    return (<Dialog open onClose={props.onClose} title={t('map.missing.title')} description={t('map.missing.text')} onSubmit={mark} actions={<>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('map.missing.add')}
          </Button>
        </>}>
      <Field label={t('map.missing.what')} hint={t('map.missing.whatHint')} error={tried() && what().trim() === '' ? t('map.missing.need') : undefined}>
        <TextInput value={what()} onValue={setWhat} maxlength={120} dir="auto" ref={focusFirst}/>
      </Field>
      <div class="net-two">
        <Field label={t('map.missing.who')}>
          <Select value={who()} options={room.memberKeys().map((key) => ({ value: key, label: describe.nameOf(key) }))} onValue={setChosen}/>
        </Field>
        <RingField value={ring()} onValue={setRing}/>
      </div>
    </Dialog>);
}
