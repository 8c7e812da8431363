/** Why a change was refused, beside what was typed, and the words for a field that is wrong. */
import { type JSX, Show } from 'solid-js';
import type { FieldProblem } from '../../shared/outcome.ts';
import type { Translate } from '../messages/translate.ts';
import { ErrorNote } from '../ui/notes.tsx';
import type { Refused } from './call.ts';

/** Wrong fields speak for themselves: the note is for everything else. */
export function RefusalNote(props: { refusal: Refused | undefined }): JSX.Element {
  return (
    <Show when={props.refusal}>
      {(refusal) => <ErrorNote code={refusal().code} retryAfterSeconds={refusal().retryAfterSeconds} />}
    </Show>
  );
}

/** What is wrong with a field, in the reader's words, by the stable code; the server's own sentence is the last resort. */
export function fieldWords(t: Translate, problem: FieldProblem | undefined): string | undefined {
  switch (problem?.code) {
    case undefined:
      return undefined;
    case 'too_small':
      return t('fields.tooShort');
    case 'too_big':
      return t('fields.tooLong');
    case 'invalid_format':
      return t('fields.format');
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
      return t('fields.missing');
    default:
      return problem?.message;
  }
}
