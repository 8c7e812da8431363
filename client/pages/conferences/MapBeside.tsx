/** The network map beside the minutes, live, to be looked at: it is changed on its own page. */
import { type JSX, Show } from 'solid-js';
import { bodyEndpoints } from '../../../shared/records/bodies.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { ClosedNotice } from '../../editor/ClosedNotice.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { NetworkMap } from '../../network-map/NetworkMap.tsx';
import { useCaretColours } from '../../ui/caret-colours.tsx';
import { Loading } from '../../ui/notes.tsx';
import { searchBodies } from '../directory/BodyPicker.tsx';
import { createOpened, useRoom } from '../households/household-room.tsx';
import { mapPresence } from '../households/map-presence.ts';
import { peopleOf } from '../households/people-of.ts';

export default function MapBeside(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const map = createOpened(room.household, 'network-map');
  return (
    <Show when={map()} keyed fallback={<p class="muted">{t('room.notOpen')}</p>}>
      {(shared) => (
        <Show
          when={!shared.closeReason()}
          fallback={<Show when={shared.closeReason()}>{(reason) => <ClosedNotice reason={reason()} />}</Show>}
        >
          <Show when={shared.ready()} fallback={<Loading lines={6} />}>
            <Picture shared={shared} />
          </Show>
        </Show>
      )}
    </Show>
  );
}

function Picture(props: { shared: SharedDocument }): JSX.Element {
  const room = useRoom();
  const me = useMe();
  const colourOf = useCaretColours();
  const bodies = createRead(bodyEndpoints.list, () => ({ key: [...keys.bodies, 'all'], input: {} }));
  const sectorOf = (id: string) =>
    bodies.value()?.bodies.find((one) => one.id === id)?.sector ??
    peopleOf(room.household()).find((person) => person.id === id)?.body?.sector;
  const { others } = mapPresence(props.shared.presence, me().id, colourOf);
  return (
    <div class="beside-map">
      <NetworkMap
        doc={props.shared.doc}
        editable={false}
        presence={{ others, setCursor: () => undefined, setDragging: () => undefined }}
        members={room.household().members}
        sectorOf={sectorOf}
        searchBodies={searchBodies}
        today={room.today()}
        onRemoved={() => undefined}
      />
    </div>
  );
}
