/** Finds a colleague of the network, or one of a given few. */
import type { JSX } from 'solid-js';
import type { PersonFunction } from '../../../shared/person-function.ts';
import { type PersonBrief, personEndpoints } from '../../../shared/records/people.ts';
import { call } from '../../api/call.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { type PersonOption, personOption } from './person-words.ts';

export type PersonPickerProps = {
  value: PersonBrief | null;
  onValue: (person: PersonBrief | null) => void;
  /** Only people of these functions. */
  functions?: readonly PersonFunction[] | undefined;
  /** Only these people: no question to the server. */
  among?: readonly PersonBrief[] | undefined;
  /** Shown first while nothing is typed: the likely ones. */
  likely?: readonly PersonBrief[] | undefined;
};

export function PersonPicker(props: PersonPickerProps): JSX.Element {
  const { t } = useMessages();
  const fits = (person: PersonBrief) => !props.functions || props.functions.includes(person.function);
  const search = async (query: string): Promise<readonly PersonOption[]> => {
    const found = props.among ? byName(props.among, query) : await colleagues(query, props.likely);
    return found.filter(fits).map((person) => personOption(t, person));
  };
  return (
    <Combobox
      value={props.value ? personOption(t, props.value) : null}
      onValue={(option) => props.onValue(option?.person ?? null)}
      search={search}
      placeholder={t('directory.findPerson')}
    />
  );
}

const byName = (people: readonly PersonBrief[], query: string): readonly PersonBrief[] => {
  const wanted = query.trim().toLocaleLowerCase();
  return people.filter((person) => person.name.toLocaleLowerCase().includes(wanted));
};

/** Throws when the directory can't be asked: the picker says so itself. */
async function colleagues(
  query: string,
  likely: readonly PersonBrief[] | undefined,
): Promise<readonly PersonBrief[]> {
  if (query.trim() === '' && likely && likely.length > 0) return likely;
  const answer = await call(personEndpoints.colleagues, { query: { q: query.trim() } });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value.people;
}
