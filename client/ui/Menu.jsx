/**
 * A menu of acts behind one button. Arrow keys walk it, letters jump, Escape closes. Until it is first wanted there is
 * only the button: what opens is fetched then, so that no page waits for it.
 */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
const loadMenu = () => import('./OpenedMenu.tsx');
const OpenedMenu = lazy(loadMenu);
/** Fetches what opens ahead of need: a menu must open offline too. */
export const fetchMenu = () => loadMenu();
export function Menu(props) {
    const [wanted, setWanted] = createSignal(false);
    const button = () => (<button type="button" class={props.triggerClass ?? 'icon-btn'} aria-label={props.label} title={props.label} aria-haspopup="menu" aria-expanded="false" onPointerEnter={() => void fetchMenu().catch(() => undefined)} onClick={() => setWanted(true)} onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')
                return;
            event.preventDefault();
            setWanted(true);
        }}>
      {props.trigger}
    </button>);
    return (<Show when={wanted()} fallback={button()}>
      <Suspense fallback={button()}>
        <OpenedMenu {...props}/>
      </Suspense>
    </Show>);
}
