import type { fields as source } from '../it/fields.ts';
import type { Translation } from '../translation.ts';

export const fields = {
  tooShort: 'Trop court : écrivez-en un peu plus.',
  tooLong: 'Trop long : raccourcissez.',
  format: 'La forme n’est pas la bonne : vérifiez.',
  missing: 'Choisissez ou écrivez quelque chose ici.',
  date: 'Choisissez une date.',
  person: 'Choisissez une personne dans la liste.',
  body: 'Choisissez un organisme dans la liste.',
  reason: 'Pourquoi',
  reasonHint: 'Quelques mots : ceux qui suivent la famille les liront.',
  reasonMissing: 'Écrivez la raison, même en quelques mots.',
  past: 'Ce jour est passé : choisissez aujourd’hui ou plus tard.',
  future: 'Ce jour n’est pas encore venu.',
  tooFar: 'C’est trop loin : au plus 300 jours à partir d’aujourd’hui.',
  tooEarly: 'Tant que l’orientation est en cours, elle n’a pas d’issue.',
  unknown: 'Il n’y est plus : choisissez de nouveau.',
  notInTeam: 'Ajoutez d’abord cette personne à l’équipe.',
  cannotJoin: 'Cette fonction n’entre pas dans une équipe.',
  isTutor: 'C’est déjà la tutrice.',
  notTutor: 'Il faut quelqu’un qui est tuteur dans le réseau.',
  isLead: 'Tient déjà la regia.',
  taken: 'Existe déjà : utilisez-en un autre.',
} satisfies Translation<typeof source>;
