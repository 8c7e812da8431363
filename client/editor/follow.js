export const caretIn = (editor, personId) => editor.view.dom.querySelector(`.caret[data-person="${CSS.escape(personId)}"]`);
/** Calm for whoever asked the machine for less motion. */
export function scrollToMiddle(element) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
}
/** The caret may wander between these shares of the window's height before the page moves after it. */
const quietFrom = 0.2;
const quietTo = 0.75;
/** Ends by the function it answers, or by itself when one scrolls, writes or presses Escape; `onEnd` hears it once. */
export function followCaret(editor, personId, onEnd) {
    const look = () => {
        const caret = caretIn(editor, personId);
        if (!caret)
            return;
        const height = caret.getBoundingClientRect().top / window.innerHeight;
        if (height < quietFrom || height > quietTo)
            scrollToMiddle(caret);
    };
    const own = new AbortController();
    const end = () => {
        if (own.signal.aborted)
            return;
        own.abort();
        editor.off('transaction', look);
        editor.off('destroy', end);
        onEnd();
    };
    const options = { signal: own.signal, passive: true, capture: true };
    for (const hand of ['wheel', 'touchmove', 'beforeinput'])
        document.addEventListener(hand, end, options);
    document.addEventListener('keydown', ({ key }) => {
        if (['Escape', 'PageUp', 'PageDown', 'Home', 'End'].includes(key))
            end();
    }, options);
    // Each move of a caret is a transaction of the editor.
    editor.on('transaction', look);
    editor.on('destroy', end);
    look();
    return end;
}
