/** One tie, or a place that has none yet, in the list; once selected, what can be done with it. */
import { type JSX, Match, Show, Switch } from 'solid-js';
import IconMore from '~icons/lucide/ellipsis';
import { joined } from '../messages/joined.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { SectorMark } from '../ui/SectorMark.tsx';
import type { Commands } from './commands.ts';
import { useDescribe } from './describe.ts';
import type { Row } from './list-rows.ts';
import { useMapRoom } from './map-room.ts';
import { TieSwatch } from './TieLine.tsx';

export function ListRow(props: { row: Row; commands: Commands }): JSX.Element {
  const { t } = useMessages();
  const room = useMapRoom();
  const describe = useDescribe();
  const tieKey = () => (props.row.kind === 'tie' ? props.row.tie : undefined);
  const tie = () => {
    const key = tieKey();
    return key === undefined ? undefined : room.tieOf(key);
  };
  const within = () => props.row.kind === 'tie' && room.isMember(props.row.node);
  const selectedAsTie = () => {
    const key = tieKey();
    return key !== undefined && room.isSelected('tie', key);
  };
  const selectedAsNode = () => !within() && room.isSelected('node', props.row.node);
  const selected = () => selectedAsTie() || selectedAsNode();
  const select = () => {
    const key = tieKey();
    room.setSelection(key ? { kind: 'tie', key } : { kind: 'node', key: props.row.node });
  };
  const title = () => {
    const joined = tie();
    if (!within() || !joined) return describe.nameOf(props.row.node);
    return t('map.between', { one: describe.nameOf(joined.source), other: describe.nameOf(joined.target) });
  };
  return (
    <li data-sel={selected() ? '' : undefined}>
      <button type="button" class="net-row" aria-pressed={selected()} onClick={select}>
        <span class="net-row-name">
          <RowMark nodeKey={props.row.node} within={within()} />
          <bdi>{title()}</bdi>
        </span>
        <Show when={tie()}>
          {(joined) => (
            <>
              <span class="sr">{describe.sayTie(joined(), props.row.node)}</span>
              <TieSwatch strength={joined().strength} />
            </>
          )}
        </Show>
        <RowNotes row={props.row} whole={selected()} />
      </button>
      <Show when={room.props.editable && (selectedAsTie() || (selectedAsNode() && props.row.first))}>
        <RowActs row={props.row} commands={props.commands} />
      </Show>
    </li>
  );
}

function RowMark(props: { nodeKey: string; within: boolean }): JSX.Element {
  const room = useMapRoom();
  const kind = () => room.nodeOf(props.nodeKey)?.kind;
  return (
    <span class="net-row-mark">
      <Switch fallback={<SectorMark sector="family" />}>
        <Match when={props.within}>{null}</Match>
        <Match when={room.isMissing(props.nodeKey)}>
          <span class="net-hole-mark" />
        </Match>
        <Match when={kind() === 'member'}>
          <GenogramMark symbol={room.nodeOf(props.nodeKey)?.symbol} />
        </Match>
        <Match when={kind() === 'body' || kind() === 'body_free'}>
          <SectorMark sector={room.sectorOf(props.nodeKey)} />
        </Match>
        <Match when={kind() === 'user'}>
          <svg
            class="net-mini net-user"
            data-sector={room.sectorOf(props.nodeKey)}
            viewBox="0 0 12 12"
            aria-hidden="true"
          >
            <circle cx="6" cy="6" r="5" />
          </svg>
        </Match>
        <Match when={kind() === 'group'}>
          <svg class="net-mini net-group" viewBox="-12 -11 24 22" aria-hidden="true">
            <circle cx="0" cy="-5" r="5.2" />
            <circle cx="-6.2" cy="4.6" r="5.2" />
            <circle cx="6.2" cy="4.6" r="5.2" />
          </svg>
        </Match>
        <Match when={kind() === 'place'}>
          <svg class="net-mini net-place" viewBox="-10 -10 20 20" aria-hidden="true">
            <path d="M-8.5-1.5 0-9l8.5 7.5V9h-17z" />
          </svg>
        </Match>
      </Switch>
    </span>
  );
}

function GenogramMark(props: { symbol: string | undefined }): JSX.Element {
  const path = () => {
    if (props.symbol === 'square') return 'M1.5 1.5h9v9h-9z';
    return props.symbol === 'triangle' ? 'M6 1 11 10.5H1z' : 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z';
  };
  return (
    <svg class="net-mini net-outline" viewBox="0 0 12 12" aria-hidden="true">
      <path d={path()} />
    </svg>
  );
}

function RowNotes(props: { row: Row; whole: boolean }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useMapRoom();
  const describe = useDescribe();
  const tie = () => (props.row.kind === 'tie' ? room.tieOf(props.row.tie) : undefined);
  const line = () => {
    const link = tie();
    if (!link)
      return room.isMember(props.row.node) ? (describe.sayAge(props.row.node) ?? '') : t('map.noTies');
    const other = describe.otherEnd(link, props.row.node);
    const whose = room.isMember(props.row.node) || other === room.indexKey() ? null : describe.nameOf(other);
    const often = link.frequency && /\p{L}/u.test(link.frequency) ? link.frequency : null;
    return joined(t, [whose && t('map.with', { name: whose }), often ?? describe.supportsOf(link)]);
  };
  const since = () => {
    const day = tie()?.since;
    return day ? t('map.since', { date: formats().date(day, 'month') }) : '';
  };
  const review = () => {
    const joined = tie();
    const found = joined && describe.reviewOf(joined);
    return found && (props.whole || found.tone !== 'far') ? found : null;
  };
  return (
    <>
      <Show when={line()}>
        <small>
          <bdi>{line()}</bdi>
        </small>
      </Show>
      <Show when={tie()?.note}>
        {(note) => (
          <small class={props.whole ? '' : 'net-clamp'}>
            <bdi>{note()}</bdi>
          </small>
        )}
      </Show>
      <Show when={props.whole && since()}>
        <small>{since()}</small>
      </Show>
      <Show when={review()}>
        {(found) => <small class={found().tone === 'far' ? '' : 'late'}>{found().text}</small>}
      </Show>
    </>
  );
}

function RowActs(props: { row: Row; commands: Commands }): JSX.Element {
  const { t } = useMessages();
  const room = useMapRoom();
  const tieKey = () => (props.row.kind === 'tie' ? props.row.tie : undefined);
  const node = () => props.row.node;
  const member = () => room.isMember(node());
  const entries = (): MenuEntry[] => {
    const tie = tieKey();
    const addTie: MenuEntry = {
      kind: 'act',
      label: t('map.act.addTie'),
      kbd: 'L',
      onSelect: () => props.commands.addTie(node()),
    };
    const editNode: MenuEntry = {
      kind: 'act',
      label: t('map.act.editNode'),
      onSelect: () => void props.commands.editNode(node()),
    };
    return [
      ...(tie ? [addTie] : []),
      editNode,
      { kind: 'line' },
      ...(tie
        ? [
            {
              kind: 'act',
              label: t('map.act.removeTie'),
              onSelect: () => props.commands.removeTie(tie),
            } as const,
          ]
        : []),
      ...(member()
        ? []
        : [
            {
              kind: 'act',
              label: t('map.act.removeNode'),
              onSelect: () => props.commands.removeNode(node()),
            } as const,
          ]),
    ];
  };
  return (
    <div class="net-row-acts">
      <Show
        when={tieKey()}
        fallback={
          <Button small onClick={() => props.commands.addTie(node())}>
            {t('map.act.firstTie')}
          </Button>
        }
      >
        {(key) => (
          <Button small onClick={() => props.commands.editTie(key())}>
            {t('map.act.editTie')}
          </Button>
        )}
      </Show>
      <Menu
        label={t('ui.more')}
        trigger={<IconMore class="i i-s" aria-hidden="true" />}
        entries={entries()}
      />
    </div>
  );
}
