/** Changes to the household itself, offered only to those the server lets: status, name, members, pregnancy. */
import { createSignal, Show } from 'solid-js';
import IconMore from '~icons/lucide/ellipsis';
import { exportEndpoints, } from '../../../shared/records/exports.ts';
import { nextStatuses } from '../../../shared/records/households.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { saveFile } from '../save-file.ts';
import { AddMemberDialog } from './AddMemberDialog.tsx';
import { DetailsDialog } from './DetailsDialog.tsx';
import { useRoom } from './household-room.tsx';
import { PregnancyDialog } from './PregnancyDialog.tsx';
import { StatusDialog } from './StatusDialog.tsx';
export function HouseholdMenu() {
    const { t } = useMessages();
    const room = useRoom();
    const { showToast } = useToasts();
    const [opened, setOpened] = createSignal();
    const close = () => setOpened(undefined);
    const entry = (label, name) => ({
        kind: 'act',
        label,
        onSelect: () => setOpened(name),
    });
    const changes = () => [
        entry(t('households.recordPregnancy'), 'pregnancy'),
        entry(t('households.addMember'), 'member'),
        entry(t('households.editDetails'), 'details'),
        ...(nextStatuses[room.household().status].length > 0
            ? [entry(t('households.changeStatus'), 'status')]
            : []),
    ];
    const toFile = createAction(async (format) => {
        const params = { householdId: room.household().id };
        return format === 'json'
            ? call(exportEndpoints.json, { params })
            : call(exportEndpoints.fhir, { params });
    }, {
        toast: true,
        onDone: (records) => {
            const name = `${room.household().code}${'resourceType' in records ? '.fhir' : ''}.json`;
            saveFile(name, JSON.stringify(records, null, 2), 'application/json');
            showToast({ text: t('data.exported') });
        },
    });
    const exportAs = (format) => ({
        kind: 'act',
        label: t(`data.export.${format}`),
        onSelect: () => void toFile.run(format),
    });
    return (<Show when={room.household().can.changeHousehold || room.household().can.seeCase}>
      <Menu label={t('households.menu')} trigger={<IconMore class="i" aria-hidden="true"/>} entries={[
            ...(room.household().can.changeHousehold ? changes() : []),
            ...(room.household().can.seeCase ? [exportAs('json'), exportAs('fhir')] : []),
        ]}/>
      <StatusDialog open={opened() === 'status'} onClose={close}/>
      <DetailsDialog open={opened() === 'details'} onClose={close}/>
      <AddMemberDialog open={opened() === 'member'} onClose={close}/>
      <PregnancyDialog open={opened() === 'pregnancy'} onClose={close}/>
    </Show>);
}
