/**
 * Changing a record. While one change is on its way a second press does nothing; a refusal stays beside the form with
 * all that was typed; success makes the touched records stale, without waiting for the feed.
 */
import { useQueryClient } from '@tanstack/solid-query';
import { type Accessor, createSignal } from 'solid-js';
import type { FieldProblem } from '../../shared/outcome.ts';
import { errorWords } from '../messages/errors.ts';
import { useMessages } from '../messages/messages.tsx';
import { focusFirstWrong } from '../ui/first-wrong.ts';
import { useToasts } from '../ui/Toast.tsx';
import type { Answer, Refused } from './call.ts';
import type { Key } from './keys.ts';

export type Action<Args extends readonly unknown[]> = {
  /** Runs it once. True when it was done; false when refused, or when one is still on its way. */
  readonly run: (...args: Args) => Promise<boolean>;
  readonly busy: Accessor<boolean>;
  readonly refusal: Accessor<Refused | undefined>;
  /** What is wrong with the field at this path of the body, if anything. */
  readonly problemAt: (path: string) => FieldProblem | undefined;
  readonly clear: () => void;
};

export type ActionOptions<T> = {
  /** Names of what this change makes stale. */
  readonly touches?: ((value: T) => readonly Key[]) | undefined;
  readonly onDone?: ((value: T) => void) | undefined;
  /** Nothing on the page shows the refusal: say it in a toast. */
  readonly toast?: boolean | undefined;
};

export function createAction<Args extends readonly unknown[], T>(
  send: (...args: Args) => Promise<Answer<T>>,
  options: ActionOptions<T> = {},
): Action<Args> {
  const client = useQueryClient();
  const { t, fetchWords } = useMessages();
  const { showToast } = useToasts();
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<Refused>();
  const asked = new Set<string>();
  /** Only with its words at hand: a form that waited for them would lose the focus. */
  const refuse = async (given: Refused) => {
    const worded = given.fields.length === 0 || (await fetchWords('refusals'));
    const answer = worded ? given : { ...given, fields: [] };
    setRefusal(answer);
    // Each field on the page has asked for its problem by now.
    const unsaid = answer.fields.filter(({ path }) => !asked.has(path));
    if (unsaid.length > 0) setRefusal({ ...answer, unsaid });
    if (answer.fields.length > 0) focusFirstWrong();
    if (!options.toast) return;
    const words = errorWords(t, answer.code, answer.retryAfterSeconds);
    showToast({ text: `${words.title}. ${words.next}` });
  };
  const settle = async (answer: Answer<T>): Promise<boolean> => {
    if (!answer.ok) {
      await refuse(answer);
      return false;
    }
    for (const queryKey of options.touches?.(answer.value) ?? []) void client.invalidateQueries({ queryKey });
    options.onDone?.(answer.value);
    return true;
  };
  return {
    async run(...args) {
      if (busy()) return false;
      setBusy(true);
      setRefusal(undefined);
      try {
        return await settle(await send(...args));
      } finally {
        setBusy(false);
      }
    },
    busy,
    refusal,
    problemAt(path) {
      asked.add(path);
      return refusal()?.fields.find((problem) => problem.path === path);
    },
    clear: () => setRefusal(undefined),
  };
}
