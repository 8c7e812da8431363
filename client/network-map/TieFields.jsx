/** What one can say of a tie: how it is, where the energy goes, what it brings. */
import { createUniqueId, For } from 'solid-js';
import { TieEnergy, TieNetwork, TieStrength, TieSupport, } from '../../shared/documents/network-map.ts';
import { useMessages } from '../messages/messages.tsx';
import { Field } from '../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextArea, TextInput } from '../ui/inputs.tsx';
import { useMapRoom } from './map-room.ts';
import { TieSwatch } from './TieLine.tsx';
import { orient } from './tie-ends.ts';
export function TieFields(props) {
    const { t } = useMessages();
    const room = useMapRoom();
    const toggle = (support, on) => {
        const without = props.tie.supports.filter((other) => other !== support);
        props.onChange({ supports: on ? [...without, support] : without });
    };
    const day = (value) => value; // the dialog parses it when saving
    return (<>
      <div class="net-two">
        <Field group label={t('map.tie.strength')}>
          <DrawnChoice value={props.tie.strength} values={TieStrength.options} labelOf={(value) => t(`map.strength.${value}`)} pictureOf={(value) => <TieSwatch strength={value}/>} onValue={(strength) => props.onChange({ strength })}/>
        </Field>
        <Field group label={t('map.tie.energy')}>
          <DrawnChoice value={props.tie.energy} values={TieEnergy.options} labelOf={(value) => t(`map.energy.${value}`)} pictureOf={(value) => (<TieSwatch strength="strong" energy={orient({ ...props.tie, energy: value }, room.isMember).energy}/>)} onValue={(energy) => props.onChange({ energy })}/>
        </Field>
      </div>
      <Field group label={t('map.tie.supports')}>
        <div class="net-checks">
          <For each={TieSupport.options}>
            {(support) => (<Checkbox checked={props.tie.supports.includes(support)} label={t(`map.support.${support}`)} onValue={(on) => toggle(support, on)}/>)}
          </For>
        </div>
      </Field>
      <div class="net-two">
        <Field label={t('map.tie.frequency')} hint={t('map.tie.frequencyHint')}>
          <TextInput value={props.tie.frequency ?? ''} maxlength={80} dir="auto" onValue={(frequency) => props.onChange({ frequency })}/>
        </Field>
        <Field label={t('map.tie.network')}>
          <Select value={props.tie.network} options={TieNetwork.options.map((value) => ({ value, label: t(`map.network.${value}`) }))} onValue={(network) => props.onChange({ network })}/>
        </Field>
        <Field label={t('map.tie.since')}>
          <DateInput value={props.tie.since ?? ''} onValue={(since) => props.onChange({ since: day(since) })}/>
        </Field>
        <Field label={t('map.tie.review')} hint={t('map.tie.reviewHint')}>
          <DateInput value={props.tie.review ?? ''} onValue={(review) => props.onChange({ review: day(review) })}/>
        </Field>
      </div>
      <Field label={t('map.tie.note')}>
        <TextArea value={props.tie.note ?? ''} maxlength={500} onValue={(note) => props.onChange({ note })}/>
      </Field>
    </>);
}
/** Radios, each with the line it stands for. */
function DrawnChoice(props) {
    const name = createUniqueId();
    return (<div class="opts">
      <For each={props.values}>
        {(value) => (<label class="opt net-drawn">
            <input type="radio" name={name} value={value} checked={value === props.value} onChange={() => props.onValue(value)}/>
            {props.pictureOf(value)}
            <span>{props.labelOf(value)}</span>
          </label>)}
      </For>
    </div>);
}
