/** The menu itself, open from the start; Menu fetches it when first needed. */
import './floating.css';
import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { For, Match, Show, Switch } from 'solid-js';
import IconCheck from '~icons/lucide/check';
export default function OpenedMenu(props) {
    return (<DropdownMenu gutter={4} placement="bottom-end" modal={false} defaultOpen>
      <DropdownMenu.Trigger class={props.triggerClass ?? 'icon-btn'} aria-label={props.label} title={props.label}>
        {props.trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="menu">
          <For each={props.entries}>{(entry) => <Entry entry={entry}/>}</For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>);
}
const only = (entry, kind) => entry.kind === kind ? entry : false; // just compared
function Entry(props) {
    return (<Switch>
      <Match when={only(props.entry, 'act')}>
        {(act) => (<DropdownMenu.Item class="menu-i" data-alarm={act().alarm ? '' : undefined} disabled={act().disabled ?? false} onSelect={() => act().onSelect()}>
            <span>{act().label}</span>
            <Show when={act().kbd}>{(key) => <kbd dir="ltr">{key()}</kbd>}</Show>
            <Show when={act().note}>{(note) => <small>{note()}</small>}</Show>
          </DropdownMenu.Item>)}
      </Match>
      <Match when={only(props.entry, 'choice')}>
        {(choice) => (<DropdownMenu.CheckboxItem class="menu-i" checked={choice().chosen} closeOnSelect onChange={() => choice().onSelect()}>
            <span lang={choice().lang}>{choice().label}</span>
            <Show when={choice().chosen}>
              <IconCheck class="i i-s" aria-hidden="true"/>
            </Show>
          </DropdownMenu.CheckboxItem>)}
      </Match>
      <Match when={only(props.entry, 'heading')}>
        {(heading) => (<div class="menu-k" role="presentation">
            {heading().label}
          </div>)}
      </Match>
      <Match when={props.entry.kind === 'line'}>
        <DropdownMenu.Separator class="menu-line"/>
      </Match>
    </Switch>);
}
