import type { rights as source } from '../it/rights.ts';
import type { Translation } from '../translation.ts';

export const rights = {
  'right.health': 'Santé',
  'right.education': 'Éducation',
  'right.protection': 'Protection',
  'right.parenthood': 'Parentalité',
  'right.home': 'Logement',
  'right.work': 'Travail',
  'right.identity': 'Identité',
  title: 'Les sept droits',
  children: 'Pour les enfants',
  household: 'Pour la famille',
  goals: '{count, plural, one {# objectif} other {# objectifs}}',
  tasks: '{count, plural, one {# tâche} other {# tâches}}',
  referrals: '{count, plural, one {# orientation} other {# orientations}}',
  'state.none': 'à ouvrir',
  'state.open': 'en cours',
  'state.stuck': 'bloqué',
  'state.met': 'atteint',
  inText: 'dans le plan',
  jump: 'Aller à un droit',
} satisfies Translation<typeof source>;
