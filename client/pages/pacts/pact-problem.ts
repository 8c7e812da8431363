/** What is wrong with a field of a pact or a grant: their own codes, then those every page knows. */
import type { FieldProblem } from '../../../shared/outcome.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import type { Translate } from '../../messages/translate.ts';

const codes = [
  'pact-too-long',
  'pact-too-short',
  'extension-too-long',
  'not-later',
  'before-approval',
  'file-type',
  'no-cap',
  'no-work-orientation',
] as const;

export function pactProblem(t: Translate, problem: FieldProblem | undefined): string | undefined {
  const code = codes.find((one) => one === problem?.code);
  return code ? t(`pacts.code.${code}`) : fieldWords(t, problem);
}
