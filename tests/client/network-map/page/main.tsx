/**
 * A page with two maps of one network, each on a document of its own, linked as two replicas are. The address chooses:
 * `?lang=ar&theme=dark&maps=1&sample=large&read&apart&empty`. Tests reach the two documents through `window.maps`.
 */
import { createSignal, For } from 'solid-js';
import { render } from 'solid-js/web';
import * as Y from 'yjs';
import '../../../../client/ui/tokens.css';
import '../../../../client/ui/base.css';
import { isLanguage } from '../../../../client/messages/languages.ts';
import { createMessages, loadWords, MessagesProvider } from '../../../../client/messages/messages.tsx';
import { type MapPresence, NetworkMap } from '../../../../client/network-map/NetworkMap.tsx';
import { Announcer } from '../../../../client/ui/announce.tsx';
import '../../../../client/ui/fonts.ts';
import { ToastRegion, useToasts } from '../../../../client/ui/Toast.tsx';
import {
  sampleBodies,
  sampleMembers,
  sampleMembersApart,
  sampleSectorOf,
  sampleToday,
  writeLargeMap,
  writeSampleMap,
} from '../../../support/map-sample.ts';

declare global {
  interface Window {
    maps: Record<string, Y.Doc>;
    link: { cut(): void; mend(): void };
  }
}

const query = new URLSearchParams(location.search);
const wished = query.get('lang');
const language = isLanguage(wished) ? wished : 'it';
document.documentElement.dataset.theme = query.get('theme') ?? 'light';
const sides = query.get('maps') === '2' ? (['anna', 'berta'] as const) : (['anna'] as const);
const colours = { anna: 6, berta: 5 } as const;
const names = { anna: 'Anna Fontana', berta: 'Berta Rossi' } as const;

const docs = { anna: new Y.Doc(), berta: new Y.Doc() };
if (query.get('sample') === 'large') writeLargeMap(docs.anna);
else if (!query.has('empty')) writeSampleMap(docs.anna);

/** What one replica commits reaches the other, unless the line is cut; mending exchanges what was missed. */
function linkReplicas() {
  let whole = true;
  const pass = (to: Y.Doc) => (update: Uint8Array, origin: unknown) => {
    if (whole && origin !== 'line') Y.applyUpdate(to, update, 'line');
  };
  const exchange = () => {
    Y.applyUpdate(docs.berta, Y.encodeStateAsUpdate(docs.anna), 'line');
    Y.applyUpdate(docs.anna, Y.encodeStateAsUpdate(docs.berta), 'line');
  };
  exchange();
  docs.anna.on('update', pass(docs.berta));
  docs.berta.on('update', pass(docs.anna));
  return {
    cut: () => {
      whole = false;
    },
    mend: () => {
      whole = true;
      exchange();
    },
  };
}
window.maps = docs;
window.link = linkReplicas();

const [presences, setPresences] = createSignal<Record<string, MapPresence>>({});
const tell = (side: 'anna' | 'berta', part: Partial<MapPresence>) =>
  setPresences((before) => ({
    ...before,
    [side]: { personId: side, name: names[side], colour: colours[side], ...before[side], ...part },
  }));

function Side(props: { side: 'anna' | 'berta' }) {
  const { showToast } = useToasts();
  const others = () => Object.values(presences()).filter(({ personId }) => personId !== props.side);
  return (
    <div data-side={props.side} style={{ 'min-block-size': '0', 'min-inline-size': '0' }}>
      <NetworkMap
        doc={docs[props.side]}
        editable={!query.has('read')}
        members={query.has('apart') ? sampleMembersApart : sampleMembers}
        sectorOf={sampleSectorOf}
        today={sampleToday}
        searchBodies={async (asked) =>
          sampleBodies.filter(({ name }) => name.toLowerCase().includes(asked.toLowerCase()))
        }
        onRemoved={(text, undo) =>
          showToast({ text, action: { label: 'undo', onPress: undo }, stayMs: 60_000 })
        }
        presence={{
          others,
          setCursor: (point) => tell(props.side, { cursor: point ?? undefined }),
          setDragging: (key) => tell(props.side, { dragging: key ?? undefined }),
        }}
      />
    </div>
  );
}

const messages = createMessages({ language, words: await loadWords(language) });
const root = document.getElementById('root');
if (root) {
  render(
    () => (
      <MessagesProvider messages={messages}>
        <Announcer>
          <ToastRegion>
            <main
              style={{
                display: 'grid',
                'grid-auto-flow': 'column',
                'grid-auto-columns': 'minmax(0, 1fr)',
                'block-size': innerWidth < 704 ? 'auto' : '100vh',
              }}
            >
              <h1 class="sr">Trama</h1>
              <For each={sides}>{(side) => <Side side={side} />}</For>
            </main>
          </ToastRegion>
        </Announcer>
      </MessagesProvider>
    ),
    root,
  );
}
