/** Views of one thing, as links: each has an address, the back button works. */
import './Tabs.css';
import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
export function Tabs(props) {
    return (<nav class="tabs" aria-label={props.label}>
      <For each={props.tabs}>
        {(tab) => (<A href={tab.href} end={tab.end ?? false}>
            <span data-text={tab.label}>{tab.label}</span>
            <Show when={tab.count}>
              <span class="n">{tab.count}</span>
            </Show>
          </A>)}
      </For>
    </nav>);
}
