/**
 * A menu of acts behind one button. Arrow keys walk it, letters jump, Escape closes. Until it is first wanted there is
 * only the button: what opens is fetched then, so that no page waits for it.
 */
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';

export type MenuEntry =
  | {
      readonly kind: 'act';
      readonly label: string;
      readonly note?: string;
      readonly kbd?: string;
      readonly alarm?: boolean;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly lang?: string;
      readonly chosen: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'line' };

export type MenuProps = {
  /** What the trigger shows. */
  trigger: JSX.Element;
  /** Name of the trigger when it shows only an icon. */
  label?: string | undefined;
  /** Class of the trigger button; `icon-btn` unless told. */
  triggerClass?: string | undefined;
  entries: readonly MenuEntry[];
};

const loadMenu = () => import('./OpenedMenu.tsx');
const OpenedMenu = lazy(loadMenu);

/** Fetches what opens ahead of need: a menu must open offline too. */
export const fetchMenu = (): Promise<unknown> => loadMenu();

export function Menu(props: MenuProps): JSX.Element {
  const [wanted, setWanted] = createSignal(false);
  const button = () => (
    <button
      type="button"
      class={props.triggerClass ?? 'icon-btn'}
      aria-label={props.label}
      title={props.label}
      aria-haspopup="menu"
      aria-expanded="false"
      onPointerEnter={() => void fetchMenu().catch(() => undefined)}
      onClick={() => setWanted(true)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        setWanted(true);
      }}
    >
      {props.trigger}
    </button>
  );
  return (
    <Show when={wanted()} fallback={button()}>
      <Suspense fallback={button()}>
        <OpenedMenu {...props} />
      </Suspense>
    </Show>
  );
}
