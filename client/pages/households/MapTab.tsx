/** The network map of the household: drawing and list, live. */
import './map-time.css';
import { createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { pictureOf } from '../../../shared/documents/map-picture.ts';
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
import { DocumentPapers } from './DocumentBar.tsx';
import { createOpened, useRoom } from './household-room.tsx';
import { MapChanges } from './MapChanges.tsx';
import { MapMoments } from './MapMoments.tsx';
import { MapRestore } from './MapRestore.tsx';
import { MapTells } from './MapTells.tsx';
import { type MapPanel, MapTime } from './MapTime.tsx';
import { mapPresence } from './map-presence.ts';
import { changesOf, createMapTimes, now } from './map-times.ts';
import { peopleOf } from './people-of.ts';

export default function MapTab(): JSX.Element {
  const room = useRoom();
  const map = createOpened(room.household, 'network-map');
  return (
    <Show when={map()} keyed>
      {(shared) => (
        <Show when={!shared.closeReason()} fallback={<Ended shared={shared} />}>
          <Show when={shared.ready()} fallback={<Loading lines={8} />}>
            <LiveMap shared={shared} />
          </Show>
        </Show>
      )}
    </Show>
  );
}

function Ended(props: { shared: SharedDocument }): JSX.Element {
  return <Show when={props.shared.closeReason()}>{(reason) => <ClosedNotice reason={reason()} />}</Show>;
}

/** The live document as a picture, read anew while it changes and somebody looks. */
function createLivePicture(shared: SharedDocument) {
  const [changes, setChanges] = createSignal(0);
  const count = () => setChanges((before) => before + 1);
  shared.doc.on('update', count);
  onCleanup(() => shared.doc.off('update', count));
  return () => {
    changes();
    return pictureOf(shared.doc);
  };
}

/** On a map of another day nobody is, and nothing can be moved. */
const nobody = { others: () => [], setCursor: () => undefined, setDragging: () => undefined };

function LiveMap(props: { shared: SharedDocument }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const me = useMe();
  const colourOf = useCaretColours();
  const bodies = createRead(bodyEndpoints.list, () => ({ key: [...keys.bodies, 'all'], input: {} }));
  const times = createMapTimes(() => room.household().id, createLivePicture(props.shared));
  const [panel, setPanel] = createSignal<MapPanel>('list');
  const bodyOf = (id: string): Pick<BodyBrief, 'kind' | 'sector'> | undefined =>
    bodies.value()?.bodies.find((one) => one.id === id) ??
    peopleOf(room.household()).find((person) => person.id === id)?.body ??
    undefined;
  const day = () => times.shownOn() ?? room.today();
  const [restoring, setRestoring] = createSignal(false);
  const isNow = () => times.shown().kind === 'now';
  const changes = createMemo(() => {
    const comparison = times.comparison();
    return comparison && changesOf(comparison);
  });
  const members = () =>
    times.drawn() && !isNow()
      ? room.household().members.filter(({ birth }) => birth === null || birth <= day())
      : room.household().members;
  const side = createMemo(() => {
    if (panel() === 'moments') return <MapMoments documentId={props.shared.documentId} times={times} />;
    const [comparison, before, after] = [times.comparison(), times.before(), times.picture()];
    if (comparison && before && after) {
      const from =
        times.compared()?.kind === 'now' ? room.today() : (times.comparedMap.value()?.on ?? room.today());
      const to = isNow() ? room.today() : day();
      const title = t('mapHistory.between', { from: formats().date(from), to: formats().date(to) });
      return <MapChanges comparison={comparison} before={before} after={after} title={title} />;
    }
    return panel() === 'tells' && after ? <MapTells picture={after} bodyOf={bodyOf} /> : undefined;
  });
  return (
    <div class="map-page">
      <NetworkMap
        doc={times.drawn() ?? props.shared.doc}
        editable={times.drawn() === undefined && props.shared.access() === 'write'}
        presence={
          times.drawn() === undefined ? mapPresence(props.shared.presence, me().id, colourOf) : nobody
        }
        members={members()}
        sectorOf={(id) => bodyOf(id)?.sector}
        searchBodies={searchBodies}
        today={isNow() ? room.today() : day()}
        changes={changes()}
        panel={side()}
        onRemoved={(text, undo) => showToast({ text, action: { label: t('ui.undo'), onPress: undo } })}
      />
      <MapTime
        times={times}
        panel={panel()}
        onPanel={setPanel}
        editable={props.shared.access() === 'write'}
        onRestore={() => setRestoring(true)}
        papers={<DocumentPapers shared={props.shared} />}
      />
      <Show when={restoring() && times.picture()}>
        {(then) => (
          <MapRestore
            shared={props.shared}
            live={times.live()}
            then={then()}
            title={t('mapHistory.on', { date: formats().date(day(), 'long') })}
            onClose={() => {
              setRestoring(false);
              times.show(now);
            }}
          />
        )}
      </Show>
    </div>
  );
}
