/** Views of one thing, as links: each has an address, the back button works. */
import './Tabs.css';
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';

export type Tab = {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined /** Only this exact address. */;
  readonly end?: boolean | undefined;
};

export function Tabs(props: { label: string; tabs: readonly Tab[] }): JSX.Element {
  return (
    <nav class="tabs" aria-label={props.label}>
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
