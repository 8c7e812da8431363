/** Changing a pact: what each act makes stale, and the word that says it was done. */
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Action, createAction } from '../../api/action.ts';
import type { Answer } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useToasts } from '../../ui/Toast.tsx';

/** `toast`: nothing on the page shows a refusal. */
export function createPactAction<Args extends readonly unknown[], T>(
  householdId: () => HouseholdId,
  send: (...args: Args) => Promise<Answer<T>>,
  more: { onDone?: ((value: T) => void) | undefined; toast?: boolean } = {},
): Action<Args> {
  const { t } = useMessages();
  const { showToast } = useToasts();
  return createAction(send, {
    touches: () => [householdKey(householdId(), 'pacts'), householdKey(householdId(), 'page')],
    toast: more.toast,
    onDone: (value) => {
      showToast({ text: t('pacts.done') });
      more.onDone?.(value);
    },
  });
}
