/** Light or dark: as the device says, unless this person chose on this device. */
import { createEffect, createSignal, onCleanup } from 'solid-js';
export const themeChoices = ['system', 'light', 'dark'];
const rememberedKey = 'trama.theme';
function remembered() {
    try {
        const kept = localStorage.getItem(rememberedKey);
        return themeChoices.find((choice) => choice === kept) ?? 'system';
    }
    catch {
        return 'system'; // storage may be closed to us
    }
}
function remember(choice) {
    try {
        localStorage.setItem(rememberedKey, choice);
    }
    catch {
        return; // a browser without storage simply forgets
    }
}
/** Keeps `data-theme` on the document right while its owner lives, also when the device turns dark at dusk. */
export function createTheme() {
    const [choice, setChoice] = createSignal(remembered());
    const device = matchMedia('(prefers-color-scheme: dark)');
    const [deviceIsDark, setDeviceIsDark] = createSignal(device.matches);
    const listen = (event) => setDeviceIsDark(event.matches);
    device.addEventListener('change', listen);
    onCleanup(() => device.removeEventListener('change', listen));
    createEffect(() => {
        const dark = choice() === 'dark' || (choice() === 'system' && deviceIsDark());
        document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    });
    return {
        choice,
        choose(chosen) {
            remember(chosen);
            setChoice(chosen);
        },
    };
}
