/** The drawing: rings, ties, household, places, cursors. It doesn't mirror; the pieces around it do. */
import { createEffect, createMemo, For, type JSX, on, onCleanup, onMount } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { Cursors } from './Cursors.tsx';
import type { Commands } from './commands.ts';
import { useDescribe } from './describe.ts';
import { createFocusWalk } from './focus-walk.ts';
import { type Labelled, placeLabels, wrapLabel } from './geometry/label.ts';
import { ringRadius, type Size } from './geometry/projection.ts';
import { createNodeDrag, createZoom } from './gestures.ts';
import { Genogram, HouseholdLine } from './Household.tsx';
import { useMapRoom } from './map-room.ts';
import { NodeMark } from './NodeMark.tsx';
import { Orbits } from './Orbits.tsx';
import { TieLine } from './TieLine.tsx';
import { liveMs, makeThrottle } from './throttle.ts';
import { pairOf } from './tie-ends.ts';
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
    createEffect(on(room.canvas, () => zoom?.fit()));
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
  const lines = createMemo(() =>
    Object.fromEntries(room.outerKeys().map((key) => [key, wrapLabel(describe.labelOf(key))])),
  );
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
  // Labels keep their sides while anything moves: words that jump are worse than words that touch.
  const labels = createMemo<ReturnType<typeof placeLabels>>((before) => {
    if (room.moving() && before.size === room.outerKeys().length) return before;
    const { toStage } = room.projection();
    const points = room.drawingPoints();
    const items = room.outerKeys().flatMap((key): Labelled[] => {
      const point = points.get(key);
      return point ? [{ key, point: toStage(point), lines: lines()[key] ?? [] }] : [];
    });
    const stageOf = (key: string) => {
      const point = points.get(key);
      return room.genogram().places.get(key) ?? (point ? toStage(point) : undefined);
    };
    const tieLines = room.tieKeys().flatMap((key) => {
      const tie = room.tieOf(key);
      const from = tie && stageOf(tie.source);
      const to = tie && stageOf(tie.target);
      return from && to ? [{ from, to }] : [];
    });
    const { width, height } = room.genogram().household;
    const home = { left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 };
    const { width: half } = room.projection().axes(ringRadius.market);
    const sheet = { left: -half - 60, right: half + 60, top: -10_000, bottom: 10_000 };
    return placeLabels(items, tieLines, [home], sheet);
  }, new Map());
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
            <Orbits />
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
                  lines={lines()[key] ?? []}
                  side={labels().get(key)?.side ?? 'below'}
                  crowded={labels().get(key)?.crowded ?? false}
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
