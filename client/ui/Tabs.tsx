/** Views of one thing, as links: each has an address, the back button works. */
import './Tabs.css';
import { A, useLocation } from '@solidjs/router';
import { createEffect, For, type JSX, on, Show } from 'solid-js';

export type Tab = {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined /** Only this exact address. */;
  readonly end?: boolean | undefined;
};

export function Tabs(props: { label: string; tabs: readonly Tab[] }): JSX.Element {
  const location = useLocation();
  let nav: HTMLElement | undefined;
  // On a phone the row scrolls: where one is stands in sight.
  createEffect(
    on(
      () => [location.pathname, props.tabs.length],
      () =>
        requestAnimationFrame(() => {
          const here = nav?.querySelector<HTMLElement>('[aria-current], .active');
          if (nav && here && nav.scrollWidth > nav.clientWidth) nav.scrollLeft += middle(here) - middle(nav);
        }),
    ),
  );
  return (
    <nav class="tabs" aria-label={props.label} ref={nav}>
      <For each={props.tabs}>
        {(tab) => (
          <A href={tab.href} end={tab.end ?? false}>
            <span data-text={tab.label}>{tab.label}</span>
            <Show when={tab.count}>
              <span class="n">{tab.count}</span>
            </Show>
          </A>
        )}
      </For>
    </nav>
  );
}

function middle(element: HTMLElement): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
