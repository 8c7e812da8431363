import { createSignal, onCleanup } from 'solid-js';
/** Whether the browser believes in a network; documents know better through their own connection. */
export function createOnline() {
    const [online, setOnline] = createSignal(navigator.onLine);
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    onCleanup(() => window.removeEventListener('online', look));
    window.addEventListener('offline', look);
    onCleanup(() => window.removeEventListener('offline', look));
    return online;
}
