/** A live record inside the words: what it is called and how it stands now, not when it was set. */
import { Match, Show, Switch } from 'solid-js';
import IconGoal from '~icons/lucide/circle-dot';
import IconReferral from '~icons/lucide/send-horizontal';
import IconTask from '~icons/lucide/square';
import IconTaskDone from '~icons/lucide/square-check';
import IconPerson from '~icons/lucide/user-round';
import IconConference from '~icons/lucide/users-round';
import { ChipKind } from '../../../shared/documents/rich-text.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import type { ChipRecord, Chrome } from '../chrome.ts';
import type { Block } from './node-view.tsx';

export function Chip(props: { block: Block; chrome: Chrome }) {
  const { t } = useMessages();
  const kind = () => ChipKind.catch('task').parse(props.block.node().attrs.kind);
  const ref = () => String(props.block.node().attrs.ref ?? '');
  const record = () => props.chrome.records.chip(kind(), ref());
  const label = () => record()?.label ?? String(props.block.node().attrs.label ?? '');
  /** Holds the words as they are seen, one after the other: who speaks to the page says what they read. */
  const about = () =>
    joined(t, [
      t(`plan.chip.${kind()}`),
      [label(), record()?.detail].filter(Boolean).join(' '),
      record() ? undefined : t('plan.chip.unavailable'),
      record()?.state === 'done' ? t('plan.chip.done') : undefined,
      record()?.state === 'late' ? t('plan.chip.late') : undefined,
    ]);
  const open = () => record() && props.chrome.records.onOpenChip?.(kind(), ref());
  return (
    <button
      type="button"
      class="chip"
      tabindex={-1}
      data-kind={kind()}
      data-s={record()?.state ?? 'gone'}
      title={about()}
      aria-label={about()}
      onClick={open}
    >
      <ChipIcon kind={kind()} record={record()} />
      <span class="chip-l" dir="auto">
        {label()}
      </span>
      <Show when={record()?.detail}>
        {(detail) => (
          <>
            {' '}
            <span class="chip-m">{detail()}</span>
          </>
        )}
      </Show>
    </button>
  );
}

function ChipIcon(props: { kind: ChipKind; record: ChipRecord | undefined }) {
  return (
    <Switch fallback={<IconTask class="i" aria-hidden="true" />}>
      <Match when={props.record?.sector}>{(sector) => <SectorMark sector={sector()} />}</Match>
      <Match when={props.kind === 'task' && props.record?.state === 'done'}>
        <IconTaskDone class="i" aria-hidden="true" />
      </Match>
      <Match when={props.kind === 'person' || props.kind === 'member'}>
        <IconPerson class="i" aria-hidden="true" />
      </Match>
      <Match when={props.kind === 'referral'}>
        <IconReferral class="i flip" aria-hidden="true" />
      </Match>
      <Match when={props.kind === 'goal'}>
        <IconGoal class="i" aria-hidden="true" />
      </Match>
      <Match when={props.kind === 'conference'}>
        <IconConference class="i" aria-hidden="true" />
      </Match>
    </Switch>
  );
}
