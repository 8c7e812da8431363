/** Adds a person, a group, a body or a place, in the widest gap of its ring. */
import { createSignal, Show } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Select, TextInput } from '../ui/inputs.tsx';
import { focusFirst, focusPlace } from './focus-after.ts';
import { freePlace } from './geometry/first-layout.ts';
import { outerRings } from './geometry/projection.ts';
import { useMapRoom } from './map-room.ts';
const kinds = ['person', 'group', 'body', 'body_free', 'place'];
const ringOfSector = (sector) => {
    if (sector === 'third_sector' || sector === 'desk')
        return 'third_sector';
    return sector === 'market' || sector === 'work' ? 'market' : 'services';
};
const ringOfKind = {
    person: 'informal',
    group: 'informal',
    body: 'services',
    body_free: 'third_sector',
    place: 'informal',
};
export function AddNodeDialog(props) {
    const { t } = useMessages();
    const room = useMapRoom();
    const announce = useAnnounce();
    const [kind, setKind] = createSignal('person');
    const [name, setName] = createSignal('');
    const [body, setBody] = createSignal(null);
    const [chosenRing, setChosenRing] = createSignal(null);
    const [tried, setTried] = createSignal(false);
    const ring = () => {
        const picked = body();
        const byWhat = kind() === 'body' && picked ? ringOfSector(picked.body.sector) : ringOfKind[kind()];
        return chosenRing() ?? byWhat;
    };
    const label = () => (kind() === 'body' ? (body()?.body.name ?? '') : name()).trim().slice(0, 120);
    const search = async (query) => {
        const found = await room.props.searchBodies(query);
        return found.map((each) => ({
            id: each.id,
            name: each.name,
            note: t(`functions.bodyKind.${each.kind}`),
            sector: each.sector,
            body: each,
        }));
    };
    const add = () => {
        setTried(true);
        if (label() === '')
            return;
        const place = freePlace(ring(), [...room.drawingPoints().values()]);
        const ref = kind() === 'body' ? body()?.body.id : undefined;
        const node = { label: label(), kind: kind(), ring: ring(), ...place, ...(ref ? { ref } : {}) };
        const key = room.acts.addNode(node);
        announce(t('map.addedNode', { name: node.label }));
        props.onClose();
        focusPlace(key);
    };
    return (<Dialog open onClose={props.onClose} title={t('map.node.addTitle')} onSubmit={add} actions={<>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('map.node.add')}
          </Button>
        </>}>
      <Show when={kind() === 'body'} fallback={<Field label={t('map.node.name')} hint={t('map.node.nameHint')} error={tried() && label() === '' ? t('map.node.needName') : undefined}>
            <TextInput value={name()} onValue={setName} maxlength={120} dir="auto" ref={focusFirst}/>
          </Field>}>
        <Field label={t('map.node.body')} hint={t('map.node.bodyHint')} error={tried() && label() === '' ? t('map.node.needBody') : undefined}>
          <Combobox value={body()} onValue={setBody} search={search}/>
        </Field>
      </Show>
      <div class="net-two">
        <Field label={t('map.node.kind')}>
          <Select value={kind()} options={kinds.map((value) => ({ value, label: t(`map.kind.${value}`) }))} onValue={setKind}/>
        </Field>
        <RingField value={ring()} onValue={setChosenRing}/>
      </div>
    </Dialog>);
}
export function RingField(props) {
    const { t } = useMessages();
    const value = () => (props.value === 'centre' ? 'informal' : props.value);
    return (<Field label={t('map.node.ring')}>
      <Select value={value()} options={outerRings.map((ring) => ({ value: ring, label: t(`map.ring.${ring}`) }))} onValue={props.onValue}/>
    </Field>);
}
