/**
 * Draws a tie, or changes one. Someone else may be changing the same tie: only the fields changed here are written, and
 * the others show what the document says meanwhile.
 */
import { createSignal, Show } from 'solid-js';
import { Day } from '../../shared/dates.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/inputs.tsx';
import { networkOfRing } from './AddMissingDialog.tsx';
import { useDescribe } from './describe.ts';
import { focusPlace } from './focus-after.ts';
import { outerRingOf, useMapRoom } from './map-room.ts';
import { TieFields } from './TieFields.tsx';
export function TieDialog(props) {
    const { t } = useMessages();
    const room = useMapRoom();
    const describe = useDescribe();
    const [change, setChange] = createSignal({});
    const [tried, setTried] = createSignal(false);
    const put = (part) => setChange((before) => ({ ...before, ...part }));
    const existing = () => (props.tieKey === undefined ? undefined : room.tieOf(props.tieKey));
    const network = () => {
        const node = room.nodeOf(change().target ?? props.target ?? '');
        return node && node.kind !== 'member' ? networkOfRing[outerRingOf(node)] : 'primary';
    };
    const tie = () => ({
        source: props.source ?? '',
        target: props.target ?? '',
        strength: 'strong',
        energy: 'mutual',
        network: network(),
        supports: [],
        ...existing(),
        ...withoutGaps(change()),
    });
    const ready = () => tie().source !== '' && tie().target !== '' && tie().source !== tie().target;
    const save = () => {
        setTried(true);
        if (!ready())
            return;
        const outer = room.isMember(tie().target) ? tie().source : tie().target;
        if (props.tieKey === undefined)
            room.acts.addTie(withoutEmpty(tie()));
        else if (Object.keys(change()).length > 0)
            room.acts.changeTie(props.tieKey, asFields(change()));
        props.onClose();
        focusPlace(outer);
    };
    const remove = () => {
        const key = props.tieKey;
        props.onClose();
        if (key !== undefined)
            props.onRemove?.(key);
    };
    const title = () => props.tieKey === undefined
        ? t('map.tie.addTitle')
        : t('map.tie.editTitle', { one: describe.nameOf(tie().source), other: describe.nameOf(tie().target) });
    return (<Dialog open onClose={props.onClose} shape="wide" title={title()} onSubmit={save} actions={<>
          <Show when={props.tieKey}>
            <Button kind="quiet" class="net-remove" onClick={remove}>
              {t('map.tie.remove')}
            </Button>
          </Show>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit">
            {props.tieKey === undefined ? t('map.tie.add') : t('ui.save')}
          </Button>
        </>}>
      <Show when={props.tieKey === undefined}>
        <Ends tie={tie()} onChange={put} error={tried() && !ready() ? t('map.tie.needOther') : undefined}/>
      </Show>
      <TieFields tie={tie()} onChange={put}/>
    </Dialog>);
}
const withoutGaps = (draft) => Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
/** An emptied field leaves the document; a date that isn't one yet is as good as empty. */
const asField = (field, value) => {
    if (field === 'since' || field === 'review')
        return Day.safeParse(value).data;
    return value === '' ? undefined : value;
};
const asFields = (draft) => Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, asField(field, value)]));
const withoutEmpty = (tie) => {
    const fields = Object.entries(asFields(tie)).filter(([, value]) => value !== undefined);
    return { ...tie, ...emptied, ...Object.fromEntries(fields) }; // the required fields are never emptied
};
const emptied = { frequency: undefined, since: undefined, review: undefined, note: undefined };
function Ends(props) {
    const { t } = useMessages();
    const room = useMapRoom();
    const describe = useDescribe();
    const options = () => [...room.memberKeys(), ...room.outerKeys()].map((key) => ({ value: key, label: describe.nameOf(key) }));
    return (<div class="net-two">
      <Field label={t('map.tie.from')}>
        <Select value={props.tie.source} options={options()} placeholder={t('ui.choose')} onValue={(source) => props.onChange({ source })}/>
      </Field>
      <Field label={t('map.tie.to')} error={props.error}>
        <Select value={props.tie.target} options={options()} placeholder={t('ui.choose')} onValue={(target) => props.onChange({ target })}/>
      </Field>
    </div>);
}
