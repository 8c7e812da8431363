/**
 * Changing a record. While one change is on its way a second press does nothing; a refusal stays beside the form with
 * all that was typed; success makes the touched records stale, without waiting for the feed.
 */
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal } from 'solid-js';
import { errorWords } from '../messages/errors.ts';
import { useMessages } from '../messages/messages.tsx';
import { useToasts } from '../ui/Toast.tsx';
export function createAction(send, options = {}) {
    const client = useQueryClient();
    const { t } = useMessages();
    const { showToast } = useToasts();
    const [busy, setBusy] = createSignal(false);
    const [refusal, setRefusal] = createSignal();
    const refuse = (answer) => {
        setRefusal(answer);
        if (!options.toast)
            return;
        const words = errorWords(t, answer.code, answer.retryAfterSeconds);
        showToast({ text: `${words.title}. ${words.next}` });
    };
    const settle = (answer) => {
        if (!answer.ok) {
            refuse(answer);
            return false;
        }
        for (const queryKey of options.touches?.(answer.value) ?? [])
            void client.invalidateQueries({ queryKey });
        options.onDone?.(answer.value);
        return true;
    };
    return {
        async run(...args) {
            if (busy())
                return false;
            setBusy(true);
            setRefusal(undefined);
            try {
                return settle(await send(...args));
            }
            finally {
                setBusy(false);
            }
        },
        busy,
        refusal,
        problemAt: (path) => refusal()?.fields.find((problem) => problem.path === path),
        clear: () => setRefusal(undefined),
    };
}
