/** Following the minute-taker through the minutes: one press or `F`, and one's own hand ends it. */
import { createSignal, onCleanup, onMount } from 'solid-js';
export function createFollow(handle, whom) {
    const [end, setEnd] = createSignal();
    const toggle = () => {
        const stop = end();
        if (stop)
            return stop();
        const begun = handle()?.follow(whom(), () => setEnd(undefined));
        setEnd(() => begun);
    };
    const listen = (event) => {
        const { target } = event;
        const writing = target instanceof HTMLElement &&
            (target.isContentEditable || target.matches('input, textarea, select'));
        if (event.code !== 'KeyF' || writing || event.ctrlKey || event.metaKey || event.altKey)
            return;
        event.preventDefault();
        toggle();
    };
    onMount(() => document.addEventListener('keydown', listen));
    onCleanup(() => {
        document.removeEventListener('keydown', listen);
        end()?.();
    });
    return { following: () => end() !== undefined, toggle };
}
