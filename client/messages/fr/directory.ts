import type { directory as source } from '../it/directory.ts';
import type { Translation } from '../translation.ts';

export const directory = {
  title: 'Annuaire',
  bodies: 'Organismes',
  people: 'Personnes',
  search: 'Chercher un organisme ou une personne',
  anySector: 'Tous les secteurs',
  sector: 'Secteur',
  public: 'public',
  nothing: 'Personne avec ces mots',
  nothingNext: 'Essayez une partie du nom, ou retirez le filtre.',
  count: '{count, plural, one {# organisme} other {# organismes}}',
  peopleCount: '{count, plural, one {# personne} other {# personnes}}',
  resources: 'Ce qu’il offre',
  languages: 'Langues',
  hours: 'Horaires',
  district: 'Arrondissement {n}',
  details: 'Fiche de {name}',
  findPerson: 'Tapez un nom',
  findBody: 'Tapez le nom d’un organisme',
} satisfies Translation<typeof source>;
