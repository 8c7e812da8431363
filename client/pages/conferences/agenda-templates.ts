/**
 * Agendas every Trama comes with, one for each kind of conference: words in the planner's language, then theirs to change.
 * The mother's and the child's voice has its place in each. The network's own stand beside them.
 */
import type { ConferenceKind } from '../../../shared/records/conferences.ts';
import type { MessageKey } from '../../messages/translate.ts';

type TemplatePoint = {
  readonly title: Extract<MessageKey, `before.point.${string}`>;
  readonly minutes: number;
};

const points = (...given: readonly (readonly [TemplatePoint['title'], number])[]): readonly TemplatePoint[] =>
  given.map(([title, minutes]) => ({ title, minutes }));

export const agendaTemplates: Readonly<
  Record<ConferenceKind, { readonly minutesLong: number; readonly points: readonly TemplatePoint[] }>
> = {
  initial: {
    minutesLong: 75,
    points: points(
      ['before.point.welcome', 10],
      ['before.point.motherVoice', 15],
      ['before.point.childVoice', 10],
      ['before.point.needs', 20],
      ['before.point.firstSteps', 10],
      ['before.point.whoDoesWhat', 10],
    ),
  },
  review: {
    minutesLong: 60,
    points: points(
      ['before.point.lastDecisions', 10],
      ['before.point.motherVoice', 10],
      ['before.point.childVoice', 10],
      ['before.point.goals', 15],
      ['before.point.network', 5],
      ['before.point.whoDoesWhat', 10],
    ),
  },
  emergency: {
    minutesLong: 30,
    points: points(
      ['before.point.whatHappened', 5],
      ['before.point.emergencyVoices', 5],
      ['before.point.safety', 10],
      ['before.point.tonight', 10],
    ),
  },
  lead_handover: {
    minutesLong: 60,
    points: points(
      ['before.point.whyHandover', 10],
      ['before.point.handoverVoices', 10],
      ['before.point.openThings', 20],
      ['before.point.newLead', 10],
      ['before.point.whoDoesWhat', 10],
    ),
  },
  closure: {
    minutesLong: 60,
    points: points(
      ['before.point.reached', 15],
      ['before.point.notReached', 10],
      ['before.point.closureVoices', 15],
      ['before.point.after', 15],
      ['before.point.close', 5],
    ),
  },
};
