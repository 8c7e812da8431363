import type { fields as source } from '../it/fields.ts';
import type { Translation } from '../translation.ts';

export const fields = {
  tooShort: 'Trop court : écrivez-en un peu plus.',
  missing: 'Choisissez ou écrivez quelque chose ici.',
  date: 'Choisissez une date.',
  person: 'Choisissez une personne dans la liste.',
  body: 'Choisissez un organisme dans la liste.',
  reason: 'Pourquoi',
  reasonHint: 'Quelques mots : ceux qui suivent la famille les liront.',
  reasonMissing: 'Écrivez la raison, même en quelques mots.',
} satisfies Translation<typeof source>;
