import { createSignal, type JSX } from 'solid-js';
import { errorWords } from '../../messages/errors.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Combobox, type ComboboxOption } from '../Combobox.tsx';
import { Field } from '../Field.tsx';
import { Checkbox, DateInput, RadioGroup, Select, TextArea, TextInput } from '../inputs.tsx';
import { people } from './samples.ts';

const options: readonly ComboboxOption[] = people.map((person) => ({
  id: person.id,
  name: person.name,
  note: [person.function, person.bodyName].filter(Boolean).join(', '),
  sector: 'social',
}));

const search = async (query: string): Promise<readonly ComboboxOption[]> =>
  options.filter((option) => option.name.toLowerCase().includes(query.toLowerCase()));

export function Fields(): JSX.Element {
  const { t } = useMessages();
  const [text, setText] = createSignal('La gravidanza è conclusa, ora il nodo è la casa.');
  const [kind, setKind] = createSignal<'it' | 'ar' | ''>('');
  const [theme, setTheme] = createSignal<'light' | 'dark' | 'system'>('light');
  const [yes, setYes] = createSignal(true);
  const [person, setPerson] = createSignal<ComboboxOption | null>(null);
  const [chosen, setChosen] = createSignal<ComboboxOption | null>(options[0] ?? null);
  return (
    <div class="two">
      <Field label={t('app.searchLabel')} hint={t('app.notFoundNext')}>
        <TextArea value={text()} onValue={setText} />
      </Field>
      <Field label={t('session.email')} error={errorWords(t, 'lead-must-be-public-service').next} required>
        <TextInput value="Casa dei Tigli" />
      </Field>
      <Field label={t('app.language')} optional>
        <Select
          value={kind()}
          placeholder={t('ui.choose')}
          options={[
            { value: 'it', label: t('functions.language.it') },
            { value: 'ar', label: t('functions.language.ar') },
          ]}
          onValue={setKind}
        />
      </Field>
      <Field label={t('app.today')}>
        <DateInput value="2026-11-19" />
      </Field>
      <Field label={t('app.theme')} group>
        <RadioGroup
          value={theme()}
          options={[
            { value: 'light', label: t('app.themeLight'), note: t('keys.intro') },
            { value: 'dark', label: t('app.themeDark') },
            { value: 'system', label: t('app.themeSystem'), disabled: true },
          ]}
          onValue={setTheme}
        />
      </Field>
      <div>
        <Checkbox checked={yes()} onValue={setYes} label={t('ui.yes')} note={t('keys.intro')} />
        <Checkbox checked={false} onValue={setYes} label={t('ui.no')} />
      </div>
      <Field label={t('functions.role.tutor')}>
        <Combobox value={person()} onValue={setPerson} search={search} />
      </Field>
      <Field label={t('functions.role.lead')}>
        <Combobox value={chosen()} onValue={setChosen} search={search} />
      </Field>
    </div>
  );
}
