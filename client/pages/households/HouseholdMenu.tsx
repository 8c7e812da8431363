/** Changes to the household itself, offered only to those the server lets: status, name, members, pregnancy. */
import { createSignal, type JSX, Show } from 'solid-js';
import IconMore from '~icons/lucide/ellipsis';
import {
  type ExportFormat,
  exportEndpoints,
  type FhirBundle,
  type HouseholdExport,
} from '../../../shared/records/exports.ts';
import { nextStatuses } from '../../../shared/records/households.ts';
import { createAction } from '../../api/action.ts';
import { type Answer, call } from '../../api/call.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { saveFile, textFile } from '../save-file.ts';
import { AddMemberDialog } from './AddMemberDialog.tsx';
import { DetailsDialog } from './DetailsDialog.tsx';
import { useRoom } from './household-room.tsx';
import { PregnancyDialog } from './PregnancyDialog.tsx';
import { StatusDialog } from './StatusDialog.tsx';

type Opened = 'status' | 'details' | 'member' | 'pregnancy';

export function HouseholdMenu(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const { showToast } = useToasts();
  const [opened, setOpened] = createSignal<Opened>();
  const close = () => setOpened(undefined);
  const entry = (label: string, name: Opened) => ({
    kind: 'act' as const,
    label,
    onSelect: () => setOpened(name),
  });
  /** Of a closed household nothing is left to change but that it is closed. */
  const isOpen = () => room.household().status !== 'closed';
  const changes = () => [
    ...(isOpen()
      ? [
          entry(t('households.recordPregnancy'), 'pregnancy'),
          entry(t('households.addMember'), 'member'),
          entry(t('households.editDetails'), 'details'),
        ]
      : []),
    ...(nextStatuses[room.household().status].length > 0
      ? [entry(t('households.changeStatus'), 'status')]
      : []),
  ];
  const toFile = createAction(
    async (format: ExportFormat): Promise<Answer<HouseholdExport | FhirBundle>> => {
      const params = { householdId: room.household().id };
      return format === 'json'
        ? call(exportEndpoints.json, { params })
        : call(exportEndpoints.fhir, { params });
    },
    {
      toast: true,
      onDone: (records) => {
        const name = `${room.household().code}${'resourceType' in records ? '.fhir' : ''}.json`;
        saveFile(name, textFile(JSON.stringify(records, null, 2), 'application/json'));
        showToast({ text: t('data.exported') });
      },
    },
  );
  const exportAs = (format: ExportFormat) => ({
    kind: 'act' as const,
    label: t(`data.export.${format}`),
    onSelect: () => void toFile.run(format),
  });
  return (
    <Show when={room.household().can.changeHousehold || room.household().can.seeCase}>
      <Menu
        label={t('households.menu')}
        trigger={<IconMore class="i" aria-hidden="true" />}
        entries={[
          ...(room.household().can.changeHousehold ? changes() : []),
          ...(room.household().can.seeCase ? [exportAs('json'), exportAs('fhir')] : []),
        ]}
      />
      <StatusDialog open={opened() === 'status'} onClose={close} />
      <DetailsDialog open={opened() === 'details'} onClose={close} />
      <AddMemberDialog open={opened() === 'member'} onClose={close} />
      <PregnancyDialog open={opened() === 'pregnancy'} onClose={close} />
    </Show>
  );
}
