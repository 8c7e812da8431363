import type { session as source } from '../it/session.ts';
import type { Translation } from '../translation.ts';

export const session = {
  signIn: 'Se connecter',
  purpose:
    'Le lieu de travail de celles et ceux qui accompagnent une famille pendant les mille premiers jours.',
  email: 'E-mail professionnel',
  password: 'Mot de passe',
  showPassword: 'Afficher le mot de passe',
  hidePassword: 'Masquer le mot de passe',
  continue: 'Continuer',
  signingIn: 'Connexion…',
  cannotEnter: 'Je n’arrive pas à entrer',
  cannotEnterHelp:
    'Demandez à la personne qui gère Trama dans votre organisme : elle peut vous envoyer une nouvelle invitation.',
  wrong: 'L’e-mail et le mot de passe ne correspondent pas. Vérifiez et réessayez.',
  ended: 'Votre session est terminée. Reconnectez-vous : ce qui était enregistré est à sa place.',
  signedOut: 'Vous êtes déconnecté. Il ne reste rien sur cet appareil.',
  demo: 'Essayer avec une personne du réseau de démonstration',
  demoEnter: 'Entrer en tant que {name}',
  danger:
    'Vous êtes en danger ou cherchez de l’aide pour vous ? Appelez le 1522, gratuit, jour et nuit, ou venez à un guichet.',
  pregnancyDays: 'grossesse',
  birthDay: 'naissance',
  livedDays: 'jours vécus',
  todayMark: 'aujourd’hui',
  comingDays: 'jours à venir',
  weave: 'Mille jours tissés, un par croisement',
  invitation: 'Votre invitation',
  invitationFor: '{body} vous invite à travailler dans Trama en tant que {function}.',
  invitationName: 'Vos prénom et nom',
  invitationPassword: 'Choisissez un mot de passe',
  invitationPasswordHint: 'Au moins 12 caractères. Une phrase dont vous vous souvenez convient très bien.',
  invitationLanguage: 'La langue dans laquelle vous voulez lire Trama',
  invitationAccept: 'Accepter et entrer',
  invitationEnded: 'Cette invitation n’est plus valable',
  invitationEndedNext:
    'Elle a déjà servi ou a expiré. Demandez-en une autre à la personne qui vous a invité.',
} satisfies Translation<typeof source>;
