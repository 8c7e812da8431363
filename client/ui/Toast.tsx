/** Short messages about what just happened, with one act at most (usually undo). They wait while looked at. */
import './floating.css';
import { createContext, createSignal, For, type JSX, onCleanup, Show, useContext } from 'solid-js';
import IconX from '~icons/lucide/x';
import { useMessages } from '../messages/messages.tsx';
import { IconButton } from './Button.tsx';

export type ToastContent = {
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** How long it stays when nobody looks at it. */
  readonly stayMs?: number | undefined;
};

type Shown = ToastContent & { readonly key: number };
export type Toasts = { showToast(content: ToastContent): void };

const ToastContext = createContext<Toasts>();
const defaultStayMs = 6000;
const most = 3;

/** `const { showToast } = useToasts()`. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToasts needs a ToastRegion above it');
  return toasts;
}

/** Holds the region at the foot of the window and gives `showToast` to everything inside. */
export function ToastRegion(props: { children: JSX.Element }): JSX.Element {
  const { t } = useMessages();
  const [shown, setShown] = createSignal<readonly Shown[]>([]);
  let nextKey = 0;
  const dismiss = (key: number) => setShown((toasts) => toasts.filter((toast) => toast.key !== key));
  const showToast = (content: ToastContent) => {
    const toast = { ...content, key: nextKey++ };
    setShown((toasts) => [...toasts, toast].slice(-most));
  };
  return (
    <ToastContext.Provider value={{ showToast }}>
      {props.children}
      <section class="toasts" aria-label={t('ui.notices')} aria-live="polite">
        <For each={shown()}>{(toast) => <Toast toast={toast} onDismiss={() => dismiss(toast.key)} />}</For>
      </section>
    </ToastContext.Provider>
  );
}

function Toast(props: { toast: Shown; onDismiss: () => void }): JSX.Element {
  const { t } = useMessages();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(() => props.onDismiss(), props.toast.stayMs ?? defaultStayMs);
  };
  const hold = () => clearTimeout(timer);
  wait();
  onCleanup(hold);
  return (
    <div class="toast" onPointerEnter={hold} onPointerLeave={wait} onFocusIn={hold} onFocusOut={wait}>
      <span>{props.toast.text}</span>
      <Show when={props.toast.action}>
        {(action) => (
          <button
            type="button"
            class="toast-a"
            onClick={() => {
              action().onPress();
              props.onDismiss();
            }}
          >
            {action().label}
          </button>
        )}
      </Show>
      <IconButton label={t('ui.close')} onClick={() => props.onDismiss()}>
        <IconX class="i i-s" aria-hidden="true" />
      </IconButton>
    </div>
  );
}
