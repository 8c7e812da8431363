/** Changes to the household itself, offered only to those the server lets: status, name, members, pregnancy. */
import { createSignal, type JSX, Show } from 'solid-js';
import IconMore from '~icons/lucide/ellipsis';
import { nextStatuses } from '../../../shared/records/households.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { AddMemberDialog } from './AddMemberDialog.tsx';
import { DetailsDialog } from './DetailsDialog.tsx';
import { useRoom } from './household-room.tsx';
import { PregnancyDialog } from './PregnancyDialog.tsx';
import { StatusDialog } from './StatusDialog.tsx';

type Opened = 'status' | 'details' | 'member' | 'pregnancy';

export function HouseholdMenu(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const [opened, setOpened] = createSignal<Opened>();
  const close = () => setOpened(undefined);
  const entry = (label: string, name: Opened) => ({
    kind: 'act' as const,
    label,
    onSelect: () => setOpened(name),
  });
  return (
    <Show when={room.household().can.changeHousehold}>
      <Menu
        label={t('households.menu')}
        trigger={<IconMore class="i" aria-hidden="true" />}
        entries={[
          entry(t('households.recordPregnancy'), 'pregnancy'),
          entry(t('households.addMember'), 'member'),
          entry(t('households.editDetails'), 'details'),
          ...(nextStatuses[room.household().status].length > 0
            ? [entry(t('households.changeStatus'), 'status')]
            : []),
        ]}
      />
      <StatusDialog open={opened() === 'status'} onClose={close} />
      <DetailsDialog open={opened() === 'details'} onClose={close} />
      <AddMemberDialog open={opened() === 'member'} onClose={close} />
      <PregnancyDialog open={opened() === 'pregnancy'} onClose={close} />
    </Show>
  );
}
