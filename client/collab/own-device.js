/**
 * Whether the person signed in has said that this device is theirs. Only then are copies of documents kept on it
 * (copy.ts), and only until they sign out: then the copies and the choice itself are gone.
 */
import { createSignal, onCleanup } from 'solid-js';
const chosenKey = 'trama.own-device';
/** Storage may be closed to us: then the device is nobody's. */
function readChoice() {
    try {
        return localStorage.getItem(chosenKey);
    }
    catch {
        return null;
    }
}
function writeChoice(person) {
    try {
        if (person)
            localStorage.setItem(chosenKey, person);
        else
            localStorage.removeItem(chosenKey);
    }
    catch {
        return; // a browser without storage keeps nothing anyway
    }
}
/** Call once, under an owner. `person`: whoever is signed in. */
export function createOwnDevice(person) {
    const [choice, setChoice] = createSignal(readChoice());
    // Another tab of the same browser chose.
    const look = () => setChoice(readChoice());
    window.addEventListener('storage', look);
    onCleanup(() => window.removeEventListener('storage', look));
    const canKeep = typeof indexedDB === 'object' && typeof indexedDB.databases === 'function';
    return {
        canKeep,
        keptFor: () => (canKeep && person() !== undefined && person() === choice() ? person() : undefined),
        choose(mine) {
            writeChoice(mine ? person() : undefined);
            look();
        },
    };
}
