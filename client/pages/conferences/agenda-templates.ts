/** Agendas to begin from: words in the planner's language, then theirs to change. */
import type { MessageKey } from '../../messages/translate.ts';

export const agendaTemplates = {
  first: [
    'conferences.point.whoWeAre',
    'conferences.point.familyWords',
    'conferences.point.firstSteps',
    'conferences.point.whoDoesWhat',
  ],
  review: [
    'conferences.point.howAreYou',
    'conferences.point.whatChanged',
    'conferences.point.goals',
    'conferences.point.network',
    'conferences.point.whoDoesWhat',
  ],
  handover: [
    'conferences.point.whyHandover',
    'conferences.point.openThings',
    'conferences.point.lead',
    'conferences.point.whoDoesWhat',
  ],
} as const satisfies Record<string, readonly MessageKey[]>;

export type AgendaTemplate = keyof typeof agendaTemplates;
export const templateNames = ['first', 'review', 'handover'] as const satisfies readonly AgendaTemplate[];
