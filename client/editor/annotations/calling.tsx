/** `@` in a field of an annotation opens the team's list at it: arrows choose, Enter or Tab takes, Escape closes. */
import { type Accessor, createEffect, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { placeNear } from '../floating.ts';
import { type Calling, callingAt, offeredFor } from './mentions.ts';

type Open = { readonly calling: Calling; readonly people: readonly PersonBrief[]; readonly active: number };

export type CallingList = {
  /** After each input and each move of the caret. */
  look(): void;
  /** True when the key was for the list. */
  onKey(event: KeyboardEvent): boolean;
  close(): void;
  List(): JSX.Element;
};

/** `onChosen`: the name was written into the field. Call inside an owner. */
export function createCalling(
  field: () => HTMLTextAreaElement | undefined,
  people: Accessor<readonly PersonBrief[]>,
  onChosen: () => void,
): CallingList {
  const [open, setOpen] = createSignal<Open>();
  const listId = createUniqueId();
  const optionId = (index: number) => `${listId}-${index}`;
  const look = () => {
    const at = field();
    const calling = at && callingAt(at.value, at.selectionStart);
    const offered = calling ? offeredFor(calling, people()) : [];
    setOpen(calling && offered.length > 0 ? { calling, people: offered, active: 0 } : undefined);
  };
  const choose = (person: PersonBrief | undefined) => {
    const [at, now] = [field(), open()];
    setOpen(undefined);
    if (!at || !now || !person) return;
    const { from, typed } = now.calling;
    at.setRangeText(`@${person.name} `, from, from + typed.length + 1, 'end');
    onChosen();
  };
  createEffect(() => {
    const [at, now] = [field(), open()];
    if (!at) return;
    at.setAttribute('aria-autocomplete', 'list');
    if (now) {
      at.setAttribute('aria-controls', listId);
      at.setAttribute('aria-activedescendant', optionId(now.active));
    } else {
      at.removeAttribute('aria-controls');
      at.removeAttribute('aria-activedescendant');
    }
  });
  const step = (by: number) =>
    setOpen((now) => now && { ...now, active: (now.active + by + now.people.length) % now.people.length });

  return {
    look,
    close: () => setOpen(undefined),
    onKey(event) {
      const now = open();
      if (!now || event.isComposing) return false;
      if (event.key === 'ArrowDown') step(1);
      else if (event.key === 'ArrowUp') step(-1);
      else if (event.key === 'Enter' || event.key === 'Tab') choose(now.people[now.active]);
      else if (event.key === 'Escape') setOpen(undefined);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    List: () => (
      <Show when={open()}>
        {(now) => <Names open={now()} id={listId} optionId={optionId} field={field()} onChoose={choose} />}
      </Show>
    ),
  };
}

function Names(props: {
  open: Open;
  id: string;
  optionId: (index: number) => string;
  field: HTMLTextAreaElement | undefined;
  onChoose: (person: PersonBrief) => void;
}) {
  const { t } = useMessages();
  let list: HTMLDivElement | undefined;
  createEffect(() => {
    const place = props.open && props.field?.getBoundingClientRect();
    if (list && place) placeNear(list, place, 'below');
  });
  return (
    <Portal>
      <div
        class="menu insert-menu calling"
        role="listbox"
        id={props.id}
        aria-label={t('threads.team')}
        ref={list}
      >
        <For each={props.open.people}>
          {(person, index) => (
            <button
              type="button"
              class="menu-i"
              role="option"
              tabindex={-1}
              id={props.optionId(index())}
              aria-selected={index() === props.open.active ? 'true' : 'false'}
              data-highlighted={index() === props.open.active ? '' : undefined}
              // The caret must stay in the field: choose before the press would move it.
              onMouseDown={(event) => {
                event.preventDefault();
                props.onChoose(person);
              }}
            >
              <span class="insert-person">
                <Avatar person={person} decorative />
                <span dir="auto">{person.name}</span>
              </span>
              <small>{t(`functions.function.${person.function}`)}</small>
            </button>
          )}
        </For>
      </div>
    </Portal>
  );
}
