/** The same network as a list (X15): what is selected lights in both, and everything can be done from here. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import IconSearch from '~icons/lucide/search';
import { useMessages } from '../messages/messages.tsx';
import { IconButton } from '../ui/Button.tsx';
import { whenChanged } from '../ui/when-changed.ts';
import type { Commands } from './commands.ts';
import { useDescribe } from './describe.ts';
import { ListRow } from './ListRow.tsx';
import { type Row, rowGroups } from './list-rows.ts';
import { useMapRoom } from './map-room.ts';

export function SidePanel(props: { commands: Commands }): JSX.Element {
  const { t } = useMessages();
  const room = useMapRoom();
  const describe = useDescribe();
  const [query, setQuery] = createSignal('');
  const [searching, setSearching] = createSignal(false);
  let list!: HTMLDivElement;
  let field: HTMLInputElement | undefined;
  const sought = () => query().trim().toLocaleLowerCase();
  const matches = (key: string) => describe.nameOf(key).toLocaleLowerCase().includes(sought());
  const groups = createMemo(() => rowGroups(room, matches));
  const rings = createMemo(() => groups().map(({ ring }) => ring), [], {
    equals: (a, b) => a.join() === b.join(),
  });
  const rowsById = createMemo(
    () => new Map(groups().flatMap(({ rows }) => rows.map((row) => [row.id, row]))),
  );
  const idsOf = (ring: string) =>
    groups()
      .find((group) => group.ring === ring)
      ?.rows.map(({ id }) => id) ?? [];
  const toggleSearch = () => {
    setSearching(!searching());
    setQuery('');
    if (searching()) field?.focus();
  };
  // Only the list scrolls, never the page under a phone's reader.
  whenChanged(room.selection, (selected) => {
    if (!selected || list.scrollHeight <= list.clientHeight) return;
    const row = list.querySelector<HTMLElement>('li[data-sel]');
    if (!row) return;
    const above = row.offsetTop - list.offsetTop - list.scrollTop - 30;
    const below = above + row.offsetHeight + 60 - list.clientHeight;
    if (above < 0) list.scrollTop += above;
    else if (below > 0) list.scrollTop += below;
  });
  return (
    <aside class="net-panel" aria-label={t('map.list')}>
      <div class="net-panel-h">
        <h2>
          {t('map.count', {
            ties: room.tieKeys().length - room.missingCount(),
            missing: room.missingCount(),
          })}
        </h2>
        <IconButton label={t('map.search')} aria-expanded={searching()} onClick={toggleSearch}>
          <IconSearch class="i i-s" aria-hidden="true" />
        </IconButton>
      </div>
      <Show when={searching()}>
        <input
          ref={field}
          class="in net-search"
          type="search"
          aria-label={t('map.search')}
          value={query()}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </Show>
      <div class="net-panel-b" ref={list} tabindex="-1">
        <For each={rings()}>
          {(ring) => (
            <>
              <h3 id={`net-ring-${ring}`}>{t(`map.ring.${ring}`)}</h3>
              <ul aria-labelledby={`net-ring-${ring}`}>
                <For each={idsOf(ring)}>
                  {(id) => (
                    <Show when={rowsById().get(id)}>
                      {(row) => <ListRow row={row() as Row} commands={props.commands} />}
                    </Show>
                  )}
                </For>
              </ul>
            </>
          )}
        </For>
        <Show when={groups().length === 0 && sought() !== ''}>
          <p class="net-none">{t('map.noneFound')}</p>
        </Show>
      </div>
    </aside>
  );
}
