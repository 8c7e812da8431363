/** Why a change was refused, beside what was typed, and the words for a field that is wrong. */
import { For, type JSX, Show } from 'solid-js';
import type { FieldProblem } from '../../shared/outcome.ts';
import { useMessages } from '../messages/messages.tsx';
import type { MessageKey, Translate } from '../messages/translate.ts';
import { ErrorNote } from '../ui/notes.tsx';
import type { Refused } from './call.ts';

/** Wrong fields speak for themselves: the note is for everything else, and for a field that isn’t there. */
export function RefusalNote(props: { refusal: Refused | undefined }): JSX.Element {
  const { t } = useMessages();
  return (
    <Show when={props.refusal}>
      {(refusal) => (
        <ErrorNote
          code={refusal().code}
          retryAfterSeconds={refusal().retryAfterSeconds}
          actions={<For each={refusal().unsaid}>{(problem) => <p>{fieldWords(t, problem)}</p>}</For>}
        />
      )}
    </Show>
  );
}

/** For a form whose fields speak for themselves: the refusal, unless fields have said all of it. */
export const unlessSaid = (refusal: Refused | undefined): Refused | undefined =>
  refusal?.code === 'invalid' && refusal.fields.length > 0 && !refusal.unsaid ? undefined : refusal;

/**
 * What is wrong with a field, in the reader's words: those of the code in this field, else those of the code; the
 * server's own sentence is the last resort.
 */
export function fieldWords(t: Translate, problem: FieldProblem | undefined): string | undefined {
  if (!problem) return undefined;
  const { code, path, limit = 0 } = problem;
  const last = path.slice(path.lastIndexOf('.') + 1);
  const cents = /cents$/i.test(last);
  const values = { limit: cents ? limit / 100 : limit };
  for (const key of [`refusals.${code}.${cents ? 'cents' : last}`, `refusals.${code}`]) {
    const words = t(key as MessageKey, values); // a test holds every code of the server against the words
    if (words !== key) return words;
  }
  return problem.message;
}
