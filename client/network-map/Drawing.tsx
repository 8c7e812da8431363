/** The drawing: rings, ties, household, places, cursors. It doesn't mirror; the pieces around it do. */
import { createMemo, For, type JSX, onCleanup, onMount } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { whenChanged } from '../ui/when-changed.ts';
import { Cursors } from './Cursors.tsx';
import type { Commands } from './commands.ts';
import { useDescribe } from './describe.ts';
import { createFocusWalk } from './focus-walk.ts';
import type { Size } from './geometry/projection.ts';
import { createNodeDrag, createZoom } from './gestures.ts';
import { Genogram, HouseholdLine } from './Household.tsx';
import { useMapRoom } from './map-room.ts';
import { NodeMark } from './NodeMark.tsx';
import { Orbits } from './Orbits.tsx';
import { TieLine } from './TieLine.tsx';
import { liveMs, makeThrottle } from './throttle.ts';
import { pairOf } from './tie-ends.ts';
import { createWords } from './words.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

export function Drawing(props: { commands: Commands; onCanvas: (size: Size) => void }): JSX.Element {
  const { t } = useMessages();
  const room = useMapRoom();
  const describe = useDescribe();
  let frame!: HTMLDivElement;
  let svg!: SVGSVGElement;
  let sheet!: SVGGElement;
  let zoom: ReturnType<typeof createZoom> | undefined;
  const nodeDrag = createNodeDrag(room, () => sheet);

  onMount(() => {
    zoom = createZoom(svg, room);
    const watch = new ResizeObserver(([entry]) => {
      if (entry) props.onCanvas({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watch.observe(frame);
    onCleanup(() => watch.disconnect());
    props.onCanvas({ width: frame.clientWidth, height: frame.clientHeight });
    whenChanged(room.canvas, () => zoom?.fit());
  });

  const pointer = makeThrottle(
    (at: { x: number; y: number } | null) => room.props.presence.setCursor(at),
    liveMs,
  );
  onCleanup(() => {
    pointer.cancel();
    room.props.presence.setCursor(null);
  });
  const tellPointer = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || room.dragging()) return;
    const box = svg.getBoundingClientRect();
    const { x, y, k } = room.zoom();
    pointer(
      room.projection().toDrawing({
        x: (event.clientX - box.left - x) / k,
        y: (event.clientY - box.top - y) / k,
      }),
    );
  };

  const walk = createFocusWalk(
    room,
    props.commands,
    () => svg,
    (key) => {
      const point = room.stagePoint(key);
      if (point) zoom?.reveal(point);
    },
  );
  const words = createWords(room, describe);
  const pairPlaces = createMemo(() => {
    const counts = new Map<string, number>();
    const places = room.tieKeys().flatMap((key) => {
      const tie = room.tieOf(key);
      if (!tie) return [];
      const index = counts.get(pairOf(tie)) ?? 0;
      counts.set(pairOf(tie), index + 1);
      return [{ key, pair: pairOf(tie), index }];
    });
    return new Map(places.map(({ key, pair, index }) => [key, { index, count: counts.get(pair) ?? 1 }]));
  });
  const name = () =>
    t('map.drawing', { ties: room.tieKeys().length - room.missingCount(), missing: room.missingCount() });

  return (
    <>
      <div class="net-drawing" dir="ltr" ref={frame}>
        {/* biome-ignore lint/a11y/useSemanticElements: an SVG can't be a fieldset */}
        <svg
          ref={svg}
          class="net"
          role="group"
          aria-label={name()}
          aria-describedby="net-how"
          onPointerMove={tellPointer}
          onPointerLeave={() => pointer(null)}
          onClick={(event) => event.target === svg && room.setSelection(null)}
          onKeyDown={walk.handleKey}
        >
          <g ref={sheet} transform={`translate(${room.zoom().x} ${room.zoom().y}) scale(${room.zoom().k})`}>
            <Orbits places={words.orbits()} />
            <HouseholdLine />
            <g>
              <For each={room.tieKeys()}>
                {(key) => (
                  <TieLine
                    tieKey={key}
                    place={pairPlaces().get(key) ?? { index: 0, count: 1 }}
                    onOpen={() => props.commands.editTie(key)}
                  />
                )}
              </For>
            </g>
            <Genogram walk={walk} onOpen={props.commands.editNode} />
            <For each={room.outerKeys()}>
              {(key) => (
                <NodeMark
                  nodeKey={key}
                  lines={words.lines()[key] ?? []}
                  side={words.labels().get(key)?.side ?? 'below'}
                  crowded={words.labels().get(key)?.crowded ?? false}
                  walk={walk}
                  drag={nodeDrag}
                  onOpen={() => props.commands.editNode(key)}
                />
              )}
            </For>
            <Cursors />
          </g>
        </svg>
      </div>
      <p class="sr" id="net-how">
        {room.props.editable ? t('map.howTo') : t('map.howToRead')}
      </p>
      <ZoomButtons onIn={() => zoom?.zoomIn()} onOut={() => zoom?.zoomOut()} onFit={() => zoom?.fit()} />
    </>
  );
}
