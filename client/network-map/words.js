/** Where the drawing's words stand: labels beside their signs, names on their rings, out of the way of ties. */
import { createMemo } from 'solid-js';
import { labelBox, placeLabels, wrapLabel } from './geometry/label.ts';
import { placeOrbitNames } from './geometry/orbit-name.ts';
import { outerRings, ringRadius } from './geometry/projection.ts';
export function createWords(room, describe) {
    const lines = createMemo(() => Object.fromEntries(room.outerKeys().map((key) => [key, wrapLabel(describe.labelOf(key))])));
    // Words keep their sides while anything moves: words that jump are worse than words that touch.
    const placed = createMemo((before) => {
        if (before && room.moving() && before.labels.size === room.outerKeys().length)
            return before;
        return layOutWords(room, lines());
    });
    return {
        lines,
        labels: () => placed()?.labels ?? new Map(),
        orbits: () => placed()?.orbits ?? new Map(),
    };
}
function layOutWords(room, lines) {
    const { toStage, axes } = room.projection();
    const points = room.drawingPoints();
    const items = room.outerKeys().flatMap((key) => {
        const point = points.get(key);
        return point ? [{ key, point: toStage(point), lines: lines[key] ?? [] }] : [];
    });
    const stageOf = (key) => {
        const point = points.get(key);
        return room.genogram().places.get(key) ?? (point ? toStage(point) : undefined);
    };
    const ties = room.tieKeys().flatMap((key) => {
        const tie = room.tieOf(key);
        const from = tie && stageOf(tie.source);
        const to = tie && stageOf(tie.target);
        return from && to ? [{ from, to }] : [];
    });
    const { width, height } = room.genogram().household;
    const home = { left: -width / 2, right: width / 2, top: -height / 2, bottom: height / 2 };
    const { width: half } = axes(ringRadius.market);
    const sheet = { left: -half - 60, right: half + 60, top: -10_000, bottom: 10_000 };
    const labels = placeLabels(items, ties, [home], sheet);
    const taken = items.flatMap(({ key, point, lines: own }) => [
        labelBox(point, own, labels.get(key)?.side ?? 'below'),
        labelBox({ x: point.x, y: point.y - 30 }, ['MMM', 'M'], 'below'),
    ]);
    const orbits = placeOrbitNames(outerRings.map((ring) => ({ ring, axes: axes(ringRadius[ring]) })), ties, [home, ...taken]);
    return { labels, orbits };
}
