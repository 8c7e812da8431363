/** Short messages about what just happened, with one act at most (usually undo). They wait while looked at. */
import './floating.css';
import { createContext, createSignal, For, onCleanup, Show, useContext } from 'solid-js';
import IconX from '~icons/lucide/x';
import { useMessages } from '../messages/messages.tsx';
import { IconButton } from './Button.tsx';
const ToastContext = createContext();
const defaultStayMs = 6000;
const most = 3;
/** `const { showToast } = useToasts()`. */
export function useToasts() {
    const toasts = useContext(ToastContext);
    if (!toasts)
        throw new Error('useToasts needs a ToastRegion above it');
    return toasts;
}
/** Holds the region at the foot of the window and gives `showToast` to everything inside. */
export function ToastRegion(props) {
    const { t } = useMessages();
    const [shown, setShown] = createSignal([]);
    let nextKey = 0;
    const dismiss = (key) => setShown((toasts) => toasts.filter((toast) => toast.key !== key));
    const showToast = (content) => {
        const toast = { ...content, key: nextKey++ };
        setShown((toasts) => [...toasts, toast].slice(-most));
    };
    return (<ToastContext.Provider value={{ showToast }}>
      {props.children}
      <section class="toasts" aria-label={t('ui.notices')} aria-live="polite">
        <For each={shown()}>{(toast) => <Toast toast={toast} onDismiss={() => dismiss(toast.key)}/>}</For>
      </section>
    </ToastContext.Provider>);
}
function Toast(props) {
    const { t } = useMessages();
    let timer;
    const wait = () => {
        timer = setTimeout(() => props.onDismiss(), props.toast.stayMs ?? defaultStayMs);
    };
    const hold = () => clearTimeout(timer);
    wait();
    onCleanup(hold);
    return (<div class="toast" onPointerEnter={hold} onPointerLeave={wait} onFocusIn={hold} onFocusOut={wait}>
      <span>{props.toast.text}</span>
      <Show when={props.toast.action}>
        {(action) => (<button type="button" class="toast-a" onClick={() => {
                action().onPress();
                props.onDismiss();
            }}>
            {action().label}
          </button>)}
      </Show>
      <IconButton label={t('ui.close')} onClick={() => props.onDismiss()}>
        <IconX class="i i-s" aria-hidden="true"/>
      </IconButton>
    </div>);
}
