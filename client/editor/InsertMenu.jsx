/** The list that `/` and `@` open at the caret. Focus stays in the text, which points at the active option. */
import { createEffect, createUniqueId, For, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { useMessages } from '../messages/messages.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { placeNear } from './floating.ts';
export function InsertMenu(props) {
    const listId = createUniqueId();
    const optionId = (index) => `${listId}-${index}`;
    createEffect(() => {
        const menu = props.menu.open();
        const textbox = props.textbox();
        if (!textbox)
            return;
        setOrRemove(textbox, 'aria-controls', menu && listId);
        setOrRemove(textbox, 'aria-activedescendant', menu && optionId(menu.active));
    });
    return (<Show when={props.menu.open()}>
      {(menu) => (<Portal>
          <MenuList menu={menu()} id={listId} optionId={optionId}/>
        </Portal>)}
    </Show>);
}
function MenuList(props) {
    const { t } = useMessages();
    let list;
    createEffect(() => {
        if (list)
            placeNear(list, props.menu.place, 'below');
    });
    return (<div class="menu insert-menu" role="listbox" id={props.id} aria-label={t('plan.insert.menu')} ref={list}>
      <For each={props.menu.items}>
        {(item, index) => (<button type="button" class="menu-i" role="option" tabindex={-1} id={props.optionId(index())} aria-selected={index() === props.menu.active ? 'true' : 'false'} data-highlighted={index() === props.menu.active ? '' : undefined} 
        // The caret must stay where it is: choose before the press would move focus.
        onMouseDown={(event) => {
                event.preventDefault();
                props.menu.choose(item);
            }}>
            <Show when={item.personId} fallback={<span>{item.label}</span>}>
              {(id) => (<span class="insert-person">
                  <Avatar person={{ id: id(), name: item.label }} decorative/>
                  <span dir="auto">{item.label}</span>
                </span>)}
            </Show>
            <Show when={item.note}>
              <small>{item.note}</small>
            </Show>
          </button>)}
      </For>
    </div>);
}
function setOrRemove(element, name, value) {
    if (value === undefined)
        element.removeAttribute(name);
    else
        element.setAttribute(name, value);
}
