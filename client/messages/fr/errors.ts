import type { errors as source } from '../it/errors.ts';
import type { Translation } from '../translation.ts';

export const errors = {
  'invalid.title': 'Quelque chose est à corriger',
  'invalid.next': 'Regardez les champs signalés : chacun indique comment faire.',
  'signed-out.title': 'Votre session est terminée',
  'signed-out.next': 'Reconnectez-vous. Ce qui était enregistré est à sa place.',
  'wrong-credentials.title': 'L’e-mail et le mot de passe ne correspondent pas',
  'wrong-credentials.next':
    'Vérifiez et réessayez, ou demandez une nouvelle invitation à la personne qui gère Trama dans votre organisme.',
  'not-available.title': 'Il n’y a rien ici que vous puissiez ouvrir',
  'not-available.next':
    'Si vous travaillez avec cette famille, demandez à la tutrice ou à la regia de vous ajouter à l’équipe.',
  'not-yours-to-do.title': 'Cette étape revient à quelqu’un d’autre',
  'not-yours-to-do.next': 'Vous pouvez lire et proposer : la regia ou la tutrice peut le faire.',
  'wrong-origin.title': 'La demande vient d’une adresse inconnue',
  'wrong-origin.next': 'Ouvrez Trama depuis son adresse habituelle et réessayez.',
  'changed-meanwhile.title': 'Cela a changé entre-temps',
  'changed-meanwhile.next': 'Quelqu’un est passé avant. Regardez où cela en est, puis décidez.',
  'wrong-state.title': 'Cette étape n’est pas possible d’ici',
  'wrong-state.next': 'Regardez où cela en est : une étape manque avant, ou c’est déjà terminé.',
  'already-exists.title': 'Cela existe déjà',
  'already-exists.next': 'Cherchez-le par son nom et continuez de là, ou choisissez une autre valeur.',
  'proposal-pending.title': 'Un passage de regia est déjà en attente',
  'proposal-pending.next': 'Attendez la réponse du service qui reçoit, ou retirez cette proposition.',
  'lead-must-be-public-service.title': 'La regia revient à un service public',
  'lead-must-be-public-service.next': 'Choisissez une personne d’un service social, de santé ou d’éducation.',
  'tutor-exists.title': 'La famille a déjà une tutrice',
  'tutor-exists.next':
    'Passez par le changement de tutrice, avec un motif : l’ancienne charge se ferme et la nouvelle s’ouvre.',
  'consent-missing.title': 'Le consentement de la famille manque',
  'consent-missing.next':
    'Enregistrez le consentement pour cet organisme. L’aide publique continue entre-temps.',
  'link-ended.title': 'Ce lien n’est plus valable',
  'link-ended.next': 'Il a déjà servi ou a expiré. Demandez-en un autre à la personne qui vous l’a envoyé.',
  'too-large.title': 'C’est trop volumineux',
  'too-large.next': 'Raccourcissez le texte ou coupez-le en deux, puis réessayez.',
  'unreadable.title': 'La demande est illisible',
  'unreadable.next': 'Rechargez la page et réessayez.',
  'slow-down.title': 'Trop d’essais',
  'slow-down.next': 'Attendez un instant, puis réessayez.',
  'not-ready.title': 'Trama démarre',
  'not-ready.next': 'Attendez quelques secondes : la page réessaie d’elle-même.',
  'broken.title': 'Le serveur a fait une erreur',
  'broken.next':
    'Ce n’est pas votre faute. Ce qui était enregistré est en sécurité : réessayez, et si cela continue, prévenez la personne qui gère Trama.',
  'offline.title': 'Pas de réseau',
  'offline.next': 'Vous pouvez continuer à lire ce qui est ouvert. Réessayez au retour du réseau.',
  'slow-down.nextIn': 'Réessayez dans {seconds, plural, one {# seconde} other {# secondes}}.',
} satisfies Translation<typeof source>;
