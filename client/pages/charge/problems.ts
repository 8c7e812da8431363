/** Words for what is wrong with a field of this part; other codes have theirs with all fields. */
import type { FieldProblem } from '../../../shared/outcome.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import type { MessageKey, Translate } from '../../messages/translate.ts';

const wordsOfCode: Readonly<Partial<Record<string, MessageKey>>> = {
  'already-enrolled': 'charge.alreadyEnrolled',
  'outside-programme': 'charge.outsideProgramme',
  'before-start': 'charge.beforeStart',
  'over-budget': 'charge.overBudget',
  'not-eligible': 'charge.overrideHint',
};

/** Call it where words are shown: this area is fetched when first needed. */
export function chargeProblem(t: Translate, problem: FieldProblem | undefined): string | undefined {
  const key = problem && wordsOfCode[problem.code];
  return key ? t(key) : fieldWords(t, problem);
}
