/** Where the drawing's words stand: labels beside their signs, names on their rings, out of the way of ties. */
import { type Accessor, createMemo } from 'solid-js';
import type { Describe } from './describe.ts';
import { type Box, type Labelled, labelBox, type Placed, placeLabels, wrapLabel } from './geometry/label.ts';
import { placeOrbitNames } from './geometry/orbit-name.ts';
import { type OuterRing, outerRings, type Point, ringRadius } from './geometry/projection.ts';
import type { Line } from './geometry/tie-line.ts';
import type { MapRoom } from './map-room.ts';

export type Words = {
  /** The lines of each place's label. */
  readonly lines: Accessor<Readonly<Record<string, readonly string[]>>>;
  readonly labels: Accessor<ReadonlyMap<string, Placed>>;
  readonly orbits: Accessor<ReadonlyMap<OuterRing, Point>>;
};

export function createWords(room: MapRoom, describe: Describe): Words {
  const lines = createMemo(() =>
    Object.fromEntries(room.outerKeys().map((key) => [key, wrapLabel(describe.labelOf(key))])),
  );
  // Words keep their sides while anything moves: words that jump are worse than words that touch.
  const placed = createMemo<Layout | undefined>((before) => {
    if (before && room.moving() && before.labels.size === room.outerKeys().length) return before;
    return layOutWords(room, lines());
  });
  return {
    lines,
    labels: () => placed()?.labels ?? new Map(),
    orbits: () => placed()?.orbits ?? new Map(),
  };
}

type Layout = {
  readonly labels: ReadonlyMap<string, Placed>;
  readonly orbits: ReadonlyMap<OuterRing, Point>;
};

function layOutWords(room: MapRoom, lines: Readonly<Record<string, readonly string[]>>): Layout {
  const { toStage, axes } = room.projection();
  const points = room.drawingPoints();
  const items = room.outerKeys().flatMap((key): Labelled[] => {
    const point = points.get(key);
    return point ? [{ key, point: toStage(point), lines: lines[key] ?? [] }] : [];
  });
  const stageOf = (key: string) => {
    const point = points.get(key);
    return room.genogram().places.get(key) ?? (point ? toStage(point) : undefined);
  };
  const ties = room.tieKeys().flatMap((key): Line[] => {
    const tie = room.tieOf(key);
    const from = tie && stageOf(tie.source);
    const to = tie && stageOf(tie.target);
    return from && to ? [{ from, to }] : [];
  });
  const { width, height } = room.genogram().household;
  const home: Box = { left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 };
  const { width: half } = axes(ringRadius.market);
  const sheet = { left: -half - 60, right: half + 60, top: -10_000, bottom: 10_000 };
  const labels = placeLabels(items, ties, [home], sheet);
  const taken = items.flatMap(({ key, point, lines: own }) => [
    labelBox(point, own, labels.get(key)?.side ?? 'below'),
    labelBox({ x: point.x, y: point.y - 30 }, ['MMM', 'M'], 'below'),
  ]);
  const orbits = placeOrbitNames(
    outerRings.map((ring) => ({ ring, axes: axes(ringRadius[ring]) })),
    ties,
    [home, ...taken],
  );
  return { labels, orbits };
}
