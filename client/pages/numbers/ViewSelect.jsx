/** Which part of the network one looks at. Crossing two would tell of single families, so there is one choice. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../messages/messages.tsx';
import { useField } from '../../ui/Field.tsx';
const districts = [1, 2, 3, 4, 5, 6, 7, 8];
export function ViewSelect(props) {
    const { t } = useMessages();
    const field = useField();
    const option = (value, label) => (<option value={value} selected={value === props.value}>
      {label}
    </option>);
    return (<select class="in" id={field?.id} onChange={(event) => props.onValue(event.currentTarget.value)}>
      {option('', t('numbers.all'))}
      <Show when={props.choices?.desks.length}>
        <optgroup label={t('numbers.desks')}>
          <For each={props.choices?.desks}>{({ id, name }) => option(`desk:${id}`, name)}</For>
        </optgroup>
      </Show>
      <Show when={props.choices?.programmes.length}>
        <optgroup label={t('numbers.programmes')}>
          <For each={props.choices?.programmes}>{({ id, name }) => option(`programme:${id}`, name)}</For>
        </optgroup>
      </Show>
      <optgroup label={t('numbers.districts')}>
        <For each={districts}>{(n) => option(`district:${n}`, t('numbers.district', { n }))}</For>
      </optgroup>
    </select>);
}
/** The choice in words. */
export function viewWords(view, { desks, programmes }, t) {
    const [kind, id = ''] = view.split(':');
    if (kind === 'district')
        return t('numbers.district', { n: id });
    const named = [...desks, ...programmes].find((one) => one.id === id);
    return named?.name ?? t('numbers.all');
}
