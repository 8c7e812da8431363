/** The list that `/` and `@` open at the caret. Focus stays in the text, which points at the active option. */
import { createEffect, createUniqueId, For, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { useMessages } from '../messages/messages.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { placeNear } from './floating.ts';
import type { InsertMenu as Model, OpenMenu } from './insert-menu.ts';

export function InsertMenu(props: { menu: Model; textbox: () => HTMLElement | undefined }) {
  const listId = createUniqueId();
  const optionId = (index: number) => `${listId}-${index}`;
  createEffect(() => {
    const menu = props.menu.open();
    const textbox = props.textbox();
    if (!textbox) return;
    setOrRemove(textbox, 'aria-controls', menu && listId);
    setOrRemove(textbox, 'aria-activedescendant', menu && optionId(menu.active));
  });
  return (
    <Show when={props.menu.open()}>
      {(menu) => (
        <Portal>
          <MenuList menu={menu()} id={listId} optionId={optionId} />
        </Portal>
      )}
    </Show>
  );
}

function MenuList(props: { menu: OpenMenu; id: string; optionId: (index: number) => string }) {
  const { t } = useMessages();
  let list: HTMLDivElement | undefined;
  createEffect(() => {
    if (list) placeNear(list, props.menu.place, 'below');
  });
  return (
    <div class="menu insert-menu" role="listbox" id={props.id} aria-label={t('plan.insert.menu')} ref={list}>
      <For each={props.menu.items}>
        {(item, index) => (
          <button
            type="button"
            class="menu-i"
            role="option"
            tabindex={-1}
            id={props.optionId(index())}
            aria-selected={index() === props.menu.active ? 'true' : 'false'}
            data-highlighted={index() === props.menu.active ? '' : undefined}
            // The caret must stay where it is: choose before the press would move focus.
            onMouseDown={(event) => {
              event.preventDefault();
              props.menu.choose(item);
            }}
          >
            <Show when={item.personId} fallback={<span>{item.label}</span>}>
              {(id) => (
                <span class="insert-person">
                  <Avatar person={{ id: id(), name: item.label }} decorative />
                  <span dir="auto">{item.label}</span>
                </span>
              )}
            </Show>
            <Show when={item.key}>{(key) => <Kbd aria-hidden="true">{key()}</Kbd>}</Show>
            <Show when={item.note}>
              <small>{item.note}</small>
            </Show>
          </button>
        )}
      </For>
    </div>
  );
}

function setOrRemove(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
