import type { minutes as source } from '../it/minutes.ts';
import type { Translation } from '../translation.ts';

export const minutes = {
  decision: 'Décision',
  decisionPlaceholder: 'Ce qui est décidé',
  dissent: 'Désaccord de',
  dissentOf: 'De qui est le désaccord',
  dissentOfNobody: 'de qui ?',
  dissentPlaceholder: 'Dans les mots de la personne en désaccord',
  makeTask: 'Tâche',
  makeReferral: 'Orientation',
  makeGoal: 'Objectif',
  makeLead: 'Passation de la regia',
  needsNothing: 'Aucune tâche à prévoir',
  toldBy: 'rapporté par {name}',
  told: 'rapporté par',
} satisfies Translation<typeof source>;
