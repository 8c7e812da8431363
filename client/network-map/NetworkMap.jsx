/**
 * The live ecomap: drawing and list of one network, the same document in both, with everything doable in either.
 * It fetches nothing; the page gives it the document, who else is here and the directory.
 */
import './network-map.css';
import './ties.css';
import './places.css';
import './tools.css';
import './list.css';
import './dialogs.css';
import './changes.css';
import './small-and-print.css';
import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { EmptyState } from '../ui/notes.tsx';
import { createCommands } from './commands.ts';
import { Drawing } from './Drawing.tsx';
import { useDescribe } from './describe.ts';
import { Legend } from './Legend.tsx';
import { MapDialogs } from './MapDialogs.tsx';
import { MapTools } from './MapTools.tsx';
import { createMapRoom, MapRoomProvider, useMapRoom } from './map-room.ts';
import { SidePanel } from './SidePanel.tsx';
export function NetworkMap(props) {
    return (<Show when={props.doc} keyed>
      <MapOfDocument {...props}/>
    </Show>);
}
function MapOfDocument(props) {
    const [canvas, setCanvas] = createSignal({ width: 0, height: 0 });
    const room = createMapRoom(props, canvas);
    return (<MapRoomProvider value={room}>
      <Frame onCanvas={setCanvas} footer={props.footer}/>
    </MapRoomProvider>);
}
function Frame(props) {
    const { t } = useMessages();
    const room = useMapRoom();
    const commands = createCommands(room, useDescribe(), t, useAnnounce());
    let root;
    const handleKey = (event) => {
        const target = event.target instanceof Element ? event.target : document.body;
        if (root?.contains(target) || target === document.body)
            commands.handleKey(event);
    };
    document.addEventListener('keydown', handleKey);
    onCleanup(() => document.removeEventListener('keydown', handleKey));
    // What was selected may have been taken away by somebody else.
    createEffect(on([room.outerKeys, room.tieKeys], () => {
        const selected = room.selection();
        if (!selected)
            return;
        const there = selected.kind === 'node' ? room.nodeOf(selected.key) : room.tieOf(selected.key);
        if (!there)
            room.setSelection(null);
    }));
    return (<section class="net-map" aria-label={t('map.title')} ref={root}>
      <div class="net-stage">
        <div class="net-canvas">
          <Drawing commands={commands} onCanvas={props.onCanvas}/>
          <Show when={room.props.editable}>
            <MapTools commands={commands}/>
          </Show>
          <Legend />
          <Show when={room.outerKeys().length === 0}>
            <div class="net-empty">
              <EmptyState size="part" title={t('map.empty.title')}>
                {room.props.editable ? t('map.empty.text') : t('map.empty.read')}
              </EmptyState>
            </div>
          </Show>
        </div>
        <Show when={room.props.panel} fallback={<SidePanel commands={commands}/>}>
          {room.props.panel}
        </Show>
      </div>
      <Show when={props.footer}>
        <div class="net-footer">{props.footer}</div>
      </Show>
      <MapDialogs commands={commands}/>
    </section>);
}
