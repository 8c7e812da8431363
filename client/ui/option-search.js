/**
 * Asking for options while someone types, and walking the answers with the arrow keys: shared by the person picker
 * and the ⌘K palette. Answers that arrive after a newer question are dropped.
 */
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
/** Rest after the last key before asking; long enough to type a syllable. */
const restMs = 150;
export function createOptionSearch(query, search, 
/** Asks only while this holds. */
active) {
    const [answer, setAnswer] = createSignal({ state: 'searching', options: [] });
    createEffect(on([query, active], ([asked, isActive]) => {
        if (!isActive)
            return;
        let stale = false;
        setAnswer((before) => ({ state: 'searching', options: before.options }));
        const ask = () => search(asked).then((options) => !stale && setAnswer({ state: 'found', options }), () => !stale && setAnswer({ state: 'failed', options: [] }));
        const timer = setTimeout(() => void ask(), asked === '' ? 0 : restMs);
        onCleanup(() => {
            stale = true;
            clearTimeout(timer);
        });
    }));
    return answer;
}
/** Which option the arrow keys stand on. The first one again whenever the list changes. */
export function createActiveOption(count, choose) {
    const [index, setIndex] = createSignal(0);
    createEffect(on(count, () => setIndex(0)));
    const wrap = (next) => setIndex((next + count()) % count());
    const moves = {
        ArrowDown: () => wrap(index() + 1),
        ArrowUp: () => wrap(index() - 1),
        Home: () => setIndex(0),
        End: () => setIndex(count() - 1),
        Enter: () => choose(index()),
    };
    return {
        index,
        setIndex,
        handleKey(event) {
            const move = moves[event.key];
            if (!move || count() === 0 || event.isComposing)
                return false;
            event.preventDefault();
            move();
            return true;
        },
    };
}
