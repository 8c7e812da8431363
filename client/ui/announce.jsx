/** One quiet voice for screen readers: what changed on the page without the focus moving. */
import { createContext, createSignal, useContext } from 'solid-js';
const AnnounceContext = createContext();
export function Announcer(props) {
    const [text, setText] = createSignal('');
    // The same words twice are only read again if the region was emptied in between.
    const announce = (words) => {
        setText('');
        queueMicrotask(() => setText(words));
    };
    return (<AnnounceContext.Provider value={announce}>
      {props.children}
      <div class="sr" aria-live="polite" aria-atomic="true">
        {text()}
      </div>
    </AnnounceContext.Provider>);
}
/** `const announce = useAnnounce()`; silent outside the app's frame. */
export const useAnnounce = () => useContext(AnnounceContext) ?? (() => undefined);
