/**
 * Finds one person, body or household by name. The page passes `search`; the picker asks it while someone types and
 * shows name, second line and sector mark. Inside a Field it takes the Field's label, hint and error.
 */
import './floating.css';
import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js';
import IconX from '~icons/lucide/x';
import { useMessages } from '../messages/messages.tsx';
import { IconButton } from './Button.tsx';
import { useField } from './Field.tsx';
import { createActiveOption, createOptionSearch } from './option-search.ts';
import { SectorMark } from './SectorMark.tsx';
export function Combobox(props) {
    const { t } = useMessages();
    const field = useField();
    const [query, setQuery] = createSignal('');
    const [open, setOpen] = createSignal(false);
    const listId = createUniqueId();
    const found = createOptionSearch(query, (asked) => props.search(asked), open);
    const choose = (index) => {
        const option = found().options[index];
        if (!option)
            return;
        props.onValue(option);
        setQuery('');
        setOpen(false);
    };
    const active = createActiveOption(() => found().options.length, choose);
    let input;
    const clear = () => {
        props.onValue(null);
        queueMicrotask(() => input?.focus());
    };
    const handleKey = (event) => {
        if (event.key === 'Escape' && open()) {
            event.stopPropagation();
            setOpen(false);
        }
        else if (open())
            active.handleKey(event);
        else if (event.key === 'ArrowDown')
            setOpen(true);
    };
    return (<Show when={props.value} fallback={<div class="pick">
          <input ref={input} class="in" id={field?.id} role="combobox" autocomplete="off" aria-autocomplete="list" aria-expanded={open()} aria-controls={open() ? listId : undefined} aria-activedescendant={open() && found().options.length > 0 ? `${listId}-${active.index()}` : undefined} aria-describedby={field?.describedBy()} aria-invalid={field?.invalid() ? 'true' : undefined} aria-required={field?.required() ? 'true' : undefined} placeholder={props.placeholder ?? t('ui.typeToSearch')} value={query()} onInput={(event) => {
                setQuery(event.currentTarget.value);
                setOpen(true);
            }} onClick={() => setOpen(true)} onBlur={() => setOpen(false)} onKeyDown={handleKey}/>
          <Show when={open()}>
            <div class="pick-list">
              <div id={listId} role="listbox" aria-labelledby={field?.labelId} aria-label={field ? undefined : t('ui.choose')}>
                <For each={found().options}>
                  {(option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input that owns the list handles the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input (aria-activedescendant)
            <div id={`${listId}-${index()}`} class="pick-i" role="option" aria-selected={index() === active.index()} onPointerMove={() => active.setIndex(index())} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(index())}>
                      <OptionText option={option}/>
                    </div>)}
                </For>
              </div>
              <Switch>
                <Match when={found().state === 'failed'}>
                  <p class="pick-n alarm">{t('app.searchFailed')}</p>
                </Match>
                <Match when={found().options.length === 0}>
                  <p class="pick-n">
                    {found().state === 'searching' ? t('ui.searching') : t('ui.noMatches')}
                  </p>
                </Match>
              </Switch>
            </div>
          </Show>
        </div>}>
      {(option) => (<div class="in pick-chosen">
          <OptionText option={option()}/>
          <IconButton id={field?.id} label={`${t('ui.clear')}: ${option().name}`} onClick={clear}>
            <IconX class="i i-s" aria-hidden="true"/>
          </IconButton>
        </div>)}
    </Show>);
}
function OptionText(props) {
    return (<>
      <Show when={props.option.sector}>{(sector) => <SectorMark sector={sector()}/>}</Show>
      <span class="pick-t">
        <bdi>{props.option.name}</bdi>
        <Show when={props.option.note}>{(note) => <small>{note()}</small>}</Show>
      </span>
    </>);
}
