/** Which part of the network one looks at. Crossing two would tell of single families, so there is one choice. */
import { For, type JSX, Show } from 'solid-js';
import type { Indicators } from '../../../shared/records/indicators.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { Translate } from '../../messages/translate.ts';
import { useField } from '../../ui/Field.tsx';

const districts = [1, 2, 3, 4, 5, 6, 7, 8] as const;

export function ViewSelect(props: {
  value: string;
  choices: Indicators | undefined;
  onValue: (view: string) => void;
}): JSX.Element {
  const { t } = useMessages();
  const field = useField();
  const option = (value: string, label: string) => (
    <option value={value} selected={value === props.value}>
      {label}
    </option>
  );
  return (
    <select class="in" id={field?.id} onChange={(event) => props.onValue(event.currentTarget.value)}>
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
    </select>
  );
}

/** The choice in words. */
export function viewWords(view: string, { desks, programmes }: Indicators, t: Translate): string {
  const [kind, id = ''] = view.split(':');
  if (kind === 'district') return t('numbers.district', { n: id });
  const named = [...desks, ...programmes].find((one) => one.id === id);
  return named?.name ?? t('numbers.all');
}
