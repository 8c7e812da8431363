/** The network map of the household: drawing and list, live. */
import { type JSX, Show } from 'solid-js';
import { type BodyBrief, bodyEndpoints } from '../../../shared/records/bodies.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { ClosedNotice } from '../../editor/ClosedNotice.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { NetworkMap } from '../../network-map/NetworkMap.tsx';
import { useCaretColours } from '../../ui/caret-colours.tsx';
import { Loading } from '../../ui/notes.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { searchBodies } from '../directory/BodyPicker.tsx';
import { createOpened, useRoom } from './household-room.tsx';
import { mapPresence } from './map-presence.ts';
import { peopleOf } from './people-of.ts';

export default function MapTab(): JSX.Element {
  const room = useRoom();
  const map = createOpened(room.household, 'network-map');
  return (
    <Show when={map()} keyed>
      {(shared) => (
        <Show when={!shared.closeReason()} fallback={<Ended shared={shared} />}>
          <Show when={shared.ready()} fallback={<Loading lines={8} />}>
            <div class="map-page">
              <LiveMap shared={shared} />
            </div>
          </Show>
        </Show>
      )}
    </Show>
  );
}

function Ended(props: { shared: SharedDocument }): JSX.Element {
  return <Show when={props.shared.closeReason()}>{(reason) => <ClosedNotice reason={reason()} />}</Show>;
}

function LiveMap(props: { shared: SharedDocument }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const me = useMe();
  const colourOf = useCaretColours();
  const bodies = createRead(bodyEndpoints.list, () => ({ key: [...keys.bodies, 'all'], input: {} }));
  const sectorOf = (id: string) => {
    const body: Pick<BodyBrief, 'sector'> | undefined =
      bodies.value()?.bodies.find((one) => one.id === id) ??
      peopleOf(room.household()).find((person) => person.id === id)?.body ??
      undefined;
    return body?.sector;
  };
  return (
    <NetworkMap
      doc={props.shared.doc}
      editable={props.shared.access() === 'write'}
      presence={mapPresence(props.shared.presence, me().id, colourOf)}
      members={room.household().members}
      sectorOf={sectorOf}
      searchBodies={searchBodies}
      today={room.today()}
      onRemoved={(text, undo) => showToast({ text, action: { label: t('ui.undo'), onPress: undo } })}
    />
  );
}
