/** Components whose code is fetched when they are first shown. */
import {
  type Accessor,
  type Component,
  createMemo,
  createResource,
  createRoot,
  type JSX,
  untrack,
} from 'solid-js';

type Loaded<Props extends object> = { readonly default: Component<Props> };

/**
 * As Solid's own `lazy`, but what is fetched belongs to nobody who shows it. There it belongs to the first: when they are
 * gone before it has come (one leaves a page that is still loading, or two navigations overlap), it never comes for
 * anybody, and the page that was to follow doesn't either. What couldn't be fetched is fetched again at the next showing.
 */
export function lazy<Props extends object>(
  load: () => Promise<Loaded<Props>>,
): Component<Props> & { preload: () => Promise<Loaded<Props>> } {
  let coming: Promise<Loaded<Props>> | undefined;
  let component: Accessor<Component<Props> | undefined> | undefined;
  const preload = () => {
    coming ??= load().catch((error: unknown) => {
      coming = component = undefined;
      throw error;
    });
    return coming;
  };
  const shown = (props: Props): JSX.Element => {
    component ??= createRoot(() => createResource(async () => (await preload()).default)[0]);
    const fetched = component;
    return createMemo(() => {
      const Shown = fetched();
      return Shown && untrack(() => Shown(props));
    }) as unknown as JSX.Element; // an accessor is an element, as Solid's own lazy returns it
  };
  return Object.assign(shown, { preload });
}
