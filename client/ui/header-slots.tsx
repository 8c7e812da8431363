/**
 * Places in the header that a page may fill while it is open: the saved state of its document, its own tools.
 * The frame shows the outlets; a page writes `<IntoHeader slot="saved"><SavedState … /></IntoHeader>`.
 */
import {
  type Accessor,
  createContext,
  createSignal,
  type JSX,
  type Setter,
  Show,
  useContext,
} from 'solid-js';
import { Portal } from 'solid-js/web';

export type HeaderSlot = 'saved' | 'tools';
type Place = {
  readonly element: Accessor<HTMLElement | undefined>;
  readonly set: Setter<HTMLElement | undefined>;
};

const HeaderSlotsContext = createContext<Record<HeaderSlot, Place>>();

function createPlace(): Place {
  const [element, set] = createSignal<HTMLElement>();
  return { element, set };
}

export function HeaderSlotsProvider(props: { children: JSX.Element }): JSX.Element {
  return (
    <HeaderSlotsContext.Provider value={{ saved: createPlace(), tools: createPlace() }}>
      {props.children}
    </HeaderSlotsContext.Provider>
  );
}

/** Where the frame shows what the page puts in. */
export function HeaderOutlet(props: { slot: HeaderSlot }): JSX.Element {
  const places = useContext(HeaderSlotsContext);
  return <span class="head-slot" ref={(element) => places?.[props.slot].set(element)} />;
}

/** Shows its children in the header; nothing when the page stands outside the frame. */
export function IntoHeader(props: { slot: HeaderSlot; children: JSX.Element }): JSX.Element {
  const places = useContext(HeaderSlotsContext);
  return (
    <Show when={places?.[props.slot].element()}>
      {(element) => <Portal mount={element()}>{props.children}</Portal>}
    </Show>
  );
}
