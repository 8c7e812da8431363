/** ⌘K: go to a place, a household, a person or a body by its name. */
import './palette.css';
import '../ui/floating.css';
import { Dialog } from '@kobalte/core/dialog';
import { useNavigate } from '@solidjs/router';
import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js';
import IconSearch from '~icons/lucide/search';
import { useMessages } from '../messages/messages.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { createActiveOption, createOptionSearch } from '../ui/option-search.ts';
import { SectorMark } from '../ui/SectorMark.tsx';
import { letterOf } from './places.ts';
import { useShell } from './shell.ts';
export default function Palette(props) {
    return (<Dialog open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay class="veil"/>
        <div class="dialog-place">
          <PaletteContent {...props}/>
        </div>
      </Dialog.Portal>
    </Dialog>);
}
function PaletteContent(props) {
    const { t } = useMessages();
    const shell = useShell();
    const navigate = useNavigate();
    const listId = createUniqueId();
    const [query, setQuery] = createSignal('');
    const placeEntries = () => props.places
        .map((place) => ({ item: { id: place.href, name: t(place.label), href: place.href }, place }))
        .filter(({ item }) => item.name.toLocaleLowerCase().includes(query().trim().toLocaleLowerCase()));
    const found = createOptionSearch(query, (asked) => (asked.trim() === '' ? Promise.resolve([]) : shell.search(asked.trim())), () => props.open);
    const entries = () => [...placeEntries(), ...found().options.map((item) => ({ item }))];
    const choose = (index) => {
        const entry = entries()[index];
        if (!entry)
            return;
        props.onClose();
        navigate(entry.item.href);
    };
    const active = createActiveOption(() => entries().length, choose);
    return (<Dialog.Content class="dialog palette" aria-label={t('app.searchLabel')}>
      <div class="palette-in">
        <IconSearch class="i" aria-hidden="true"/>
        <input type="text" role="combobox" aria-label={t('app.searchLabel')} aria-expanded="true" aria-controls={listId} aria-autocomplete="list" aria-activedescendant={entries().length > 0 ? `${listId}-${active.index()}` : undefined} autocomplete="off" spellcheck={false} placeholder={t('app.search')} value={query()} onInput={(event) => setQuery(event.currentTarget.value)} onKeyDown={(event) => active.handleKey(event)}/>
      </div>
      <div class="palette-list">
        <div id={listId} role="listbox" aria-label={t('app.searchLabel')}>
          <For each={entries()}>
            {(entry, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input that owns the list handles the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input (aria-activedescendant)
        <div id={`${listId}-${index()}`} class="pick-i" role="option" aria-selected={index() === active.index()} onPointerMove={() => active.setIndex(index())} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(index())}>
                <EntryText entry={entry}/>
              </div>)}
          </For>
        </div>
        <Switch>
          <Match when={found().state === 'failed'}>
            <p class="pick-n alarm">{t('app.searchFailed')}</p>
          </Match>
          <Match when={entries().length === 0}>
            <p class="pick-n">{found().state === 'searching' ? t('ui.searching') : t('app.searchNothing')}</p>
          </Match>
        </Switch>
        <p class="sr" role="status">
          {found().state === 'found' ? t('app.searchResults', { count: entries().length }) : ''}
        </p>
      </div>
    </Dialog.Content>);
}
function EntryText(props) {
    return (<>
      <Show when={props.entry.place}>{(place) => <PlaceIcon place={place()}/>}</Show>
      <Show when={props.entry.item.sector}>{(sector) => <SectorMark sector={sector()}/>}</Show>
      <span class="pick-t">
        <bdi>{props.entry.item.name}</bdi>
        <Show when={props.entry.item.note}>{(note) => <small>{note()}</small>}</Show>
      </span>
      <Show when={props.entry.place}>{(place) => <Kbd aria-hidden="true">G {letterOf(place())}</Kbd>}</Show>
    </>);
}
function PlaceIcon(props) {
    return <props.place.icon class="i" aria-hidden="true"/>;
}
