/** Whether there is no room for a margin: the same width at which annotations.css hides it. */
import { createSignal, onCleanup } from 'solid-js';
export function createNarrow() {
    const query = window.matchMedia('(max-width: 75rem)');
    const [narrow, setNarrow] = createSignal(query.matches);
    const look = () => setNarrow(query.matches);
    query.addEventListener('change', look);
    onCleanup(() => query.removeEventListener('change', look));
    return narrow;
}
