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
  tooEarly: 'Tant que l’orientation est en cours, elle n’a pas d’issue.',
  unknown: 'Il n’y est plus : choisissez de nouveau.',
  notInTeam: 'Ajoutez d’abord cette personne à l’équipe.',
  cannotJoin: 'Cette fonction n’entre pas dans une équipe.',
  isTutor: 'C’est déjà la tutrice.',
  notTutor: 'Il faut quelqu’un qui est tuteur dans le réseau.',
  isLead: 'Tient déjà la regia.',
  taken: 'Existe déjà : utilisez-en un autre.',
  tooLongAgo: 'C’est trop ancien : cette grossesse est terminée. Choisis naissance ou perte.',
  tooFar: 'C’est trop loin pour une grossesse en cours.',
  notThisLmp: 'À plus de quatre semaines de ce que donnent les dernières règles : vérifie les deux dates.',
  notTheseWeeks:
    'Une naissance se situe entre 20 et 45 semaines après les dernières règles : vérifie les dates.',
  beforeLmp: 'C’est avant le début de la grossesse.',
  beforeReference: 'C’est avant le jour à partir duquel on compte.',
  beforeOpening: 'Elle se ferme avant de s’ouvrir.',
  notAfter: 'Choisis un jour après celui de la version précédente.',
} satisfies Translation<typeof source>;
