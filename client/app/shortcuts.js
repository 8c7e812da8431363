/**
 * The keys that work anywhere: ⌘K or Ctrl K, `?`, and `g` then a letter. Letters are found by their place on the
 * keyboard, so that they work on an Arabic layout too. Silent while someone writes or a dialog is open.
 */
import { onCleanup } from 'solid-js';
/** How long `g` waits for its letter. */
const pairMs = 1200;
const isWriting = (target) => target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));
const dialogIsOpen = () => document.querySelector('[role="dialog"], [role="menu"]') !== null;
export function createShortcuts(shortcuts) {
    let pairUntil = 0;
    const listen = (event) => {
        if ((event.metaKey || event.ctrlKey) && !event.altKey && event.code === 'KeyK') {
            event.preventDefault();
            return shortcuts.openPalette();
        }
        if (event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target) || dialogIsOpen())
            return;
        if (event.key === '?' || event.key === '؟')
            return shortcuts.openHelp();
        if (event.code === 'KeyG') {
            pairUntil = Date.now() + pairMs;
        }
        else if (Date.now() < pairUntil) {
            pairUntil = 0;
            if (shortcuts.go(event.code))
                event.preventDefault();
        }
    };
    document.addEventListener('keydown', listen);
    onCleanup(() => document.removeEventListener('keydown', listen));
}
