import type { minutes as source } from '../it/minutes.ts';
import type { Translation } from '../translation.ts';

export const minutes = {
  decision: 'Decision',
  decisionPlaceholder: 'What is decided',
  dissent: 'Dissent of',
  dissentOf: 'Whose dissent it is',
  dissentOfNobody: 'whose?',
  dissentPlaceholder: 'In the words of whoever dissents',
  makeTask: 'Task',
  makeReferral: 'Referral',
  makeGoal: 'Goal',
  makeLead: 'Handover of the regia',
  needsNothing: 'Needs no task',
  toldBy: 'told by {name}',
  told: 'told by',
} satisfies Translation<typeof source>;
