/** A person as the screens name them: name, function in the reader's words, body. */
import type { PersonBrief } from '../../../shared/records/people.ts';
import { joined } from '../../messages/joined.ts';
import type { Translate } from '../../messages/translate.ts';
import type { AvatarPerson } from '../../ui/Avatar.tsx';
import type { ComboboxOption } from '../../ui/Combobox.tsx';

export const personMark = (t: Translate, person: PersonBrief): AvatarPerson => ({
  id: person.id,
  name: person.name,
  function: person.title || t(`functions.function.${person.function}`),
  bodyName: person.body?.name,
});

export type PersonOption = ComboboxOption & { readonly person: PersonBrief };

export const personOption = (t: Translate, person: PersonBrief): PersonOption => ({
  id: person.id,
  name: person.name,
  note: joined(t, [person.title || t(`functions.function.${person.function}`), person.body?.name]),
  sector: person.body?.sector,
  person,
});
