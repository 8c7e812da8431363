/** Pan, zoom and drag. d3 knows mice, pens, fingers and pinches; what they mean is decided here. */
import { type D3DragEvent, drag } from 'd3-drag';
import { select } from 'd3-selection';
import { type D3ZoomEvent, zoom, zoomIdentity } from 'd3-zoom';
import { onCleanup } from 'solid-js';
import { keepOutside, type Point, type Size } from './geometry/projection.ts';
import type { MapRoom } from './map-room.ts';
import { liveMs, makeThrottle } from './throttle.ts';
import { toolsHeight } from './tools-height.ts';

const zoomLimits: [number, number] = [0.4, 4];
const zoomStep = 1.3;
/** Below this a fitted drawing would be too small to read: one pans instead. */
const leastFit = 0.78;

export type ZoomControls = {
  zoomIn(): void;
  zoomOut(): void;
  /** The whole network, never larger than life. */
  fit(): void;
  /** Moves the sheet as little as needed for a point of the stage to be seen. */
  reveal(point: Point): void;
};

/** Half the extent, around the household, of everything drawn. */
function extentOf(room: MapRoom): Size {
  const points = [...room.drawingPoints().values()].map(room.projection().toStage);
  const { width, height } = room.genogram().household;
  return {
    width: Math.max(width / 2 + 20, ...points.map(({ x }) => Math.abs(x) + 62)),
    height: Math.max(height / 2 + 20, ...points.map(({ y }) => Math.abs(y) + 46)),
  };
}

export function createZoom(svg: SVGSVGElement, room: MapRoom): ZoomControls {
  const surface = select(svg);
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent(zoomLimits)
    .on('zoom', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) =>
      room.setZoom({ x: transform.x, y: transform.y, k: transform.k }),
    );
  surface.call(behaviour).on('dblclick.zoom', null);
  onCleanup(() => surface.on('.zoom', null));
  const set = (x: number, y: number, k: number) =>
    behaviour.transform(surface, zoomIdentity.translate(x, y).scale(k));
  return {
    zoomIn: () => behaviour.scaleBy(surface, zoomStep),
    zoomOut: () => behaviour.scaleBy(surface, 1 / zoomStep),
    fit() {
      const { width, height } = room.canvas();
      if (width === 0 || height === 0) return;
      const extent = extentOf(room);
      const k = Math.min(1, width / 2 / extent.width, (height - toolsHeight) / 2 / extent.height);
      set(width / 2, (height + toolsHeight) / 2, Math.max(k, leastFit));
    },
    reveal({ x, y }) {
      const { width, height } = room.canvas();
      const { x: dx, y: dy, k } = room.zoom();
      const margin = Math.min(60, width / 4, height / 4);
      const inside = (value: number, size: number) => Math.min(Math.max(value, margin), size - margin);
      const seen = { x: x * k + dx, y: y * k + dy };
      const shift = { x: inside(seen.x, width) - seen.x, y: inside(seen.y, height) - seen.y };
      if (shift.x !== 0 || shift.y !== 0) set(dx + shift.x, dy + shift.y, k);
    },
  };
}

export type NodeDrag = { attach(element: SVGGElement, key: string): void };

/** One drag is one undo step; others see it on its way. `sheet` is the group whose coordinates are the stage's. */
export function createNodeDrag(room: MapRoom, sheet: () => SVGGElement): NodeDrag {
  const send = makeThrottle(
    ({ key, point }: { key: string; point: Point }) => room.acts.move(key, point),
    liveMs,
  );
  onCleanup(send.cancel);
  type Gesture = D3DragEvent<SVGGElement, string, Point>;
  let last: Point | null = null;
  const behaviour = drag<SVGGElement, string, Point>()
    .container(sheet)
    .filter((event: MouseEvent) => room.props.editable && !event.ctrlKey && !event.button)
    .subject((_: Gesture, key) => room.stagePoint(key) ?? { x: 0, y: 0 })
    .on('start', () => {
      last = null;
    })
    .on('drag', (event: Gesture, key) => {
      if (!room.nodeOf(key)) return;
      if (!last) {
        room.acts.beginMove();
        room.glide.hold(key);
        room.setDragging(key);
        room.props.presence.setDragging(key);
      }
      last = keepOutside(room.projection().toDrawing({ x: event.x, y: event.y }));
      room.glide.put(key, last);
      send({ key, point: last });
      room.props.presence.setCursor(last);
    })
    .on('end', (_: Gesture, key) => {
      send.cancel();
      if (!last) return;
      room.acts.move(key, last);
      room.setDragging(null);
      room.props.presence.setDragging(null);
      room.glide.release(key);
    });
  return {
    attach(element, key) {
      const node = select(element).datum(key);
      node.call(behaviour);
      onCleanup(() => node.on('.drag', null));
    },
  };
}
