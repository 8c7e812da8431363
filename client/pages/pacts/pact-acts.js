import { createAction } from '../../api/action.ts';
import { householdKey } from '../../api/keys.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useToasts } from '../../ui/Toast.tsx';
/** `toast`: nothing on the page shows a refusal. */
export function createPactAction(householdId, send, more = {}) {
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
