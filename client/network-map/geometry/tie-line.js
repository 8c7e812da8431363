/**
 * The lines of ties, in stage pixels: where they start and end at the edge of what they join, several beside each
 * other for one pair, and Hartman's ways of drawing them.
 */
import { unreachable } from '../../../shared/assert.ts';
/** Distance between two ties of one pair. */
const between = 13;
/** How far each of `count` ties of one pair lies from the straight line between them: symmetric, in order. */
export const sideways = (index, count) => (index - (count - 1) / 2) * between;
const along = (line, share) => ({
    x: line.from.x + (line.to.x - line.from.x) * share,
    y: line.from.y + (line.to.y - line.from.y) * share,
});
const lengthOf = (line) => Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y);
/** One step along the line and one to its left. Nothing for a line without length. */
function directions(line) {
    const length = lengthOf(line);
    if (length < 1e-6)
        return null;
    const ahead = { x: (line.to.x - line.from.x) / length, y: (line.to.y - line.from.y) / length };
    return { ahead, left: { x: ahead.y, y: -ahead.x } };
}
const moved = (point, by, distance) => ({
    x: point.x + by.x * distance,
    y: point.y + by.y * distance,
});
/** The shares of the line at which it enters and leaves the outline; nothing when it doesn't meet it. */
function crossing(line, outline) {
    const step = { x: line.to.x - line.from.x, y: line.to.y - line.from.y };
    const start = { x: line.from.x - outline.centre.x, y: line.from.y - outline.centre.y };
    if (outline.kind === 'circle') {
        const a = step.x ** 2 + step.y ** 2;
        const b = start.x * step.x + start.y * step.y;
        const root = b ** 2 - a * (start.x ** 2 + start.y ** 2 - outline.radius ** 2);
        return root < 0 ? null : [(-b - Math.sqrt(root)) / a, (-b + Math.sqrt(root)) / a];
    }
    let enter = Number.NEGATIVE_INFINITY;
    let leave = Number.POSITIVE_INFINITY;
    const sides = [
        [start.x, step.x, outline.width / 2],
        [start.y, step.y, outline.height / 2],
    ];
    for (const [from, by, half] of sides) {
        if (by === 0 && Math.abs(from) > half)
            return null;
        if (by === 0)
            continue;
        const first = (-half - from) / by;
        const second = (half - from) / by;
        enter = Math.max(enter, Math.min(first, second));
        leave = Math.min(leave, Math.max(first, second));
    }
    return enter > leave ? null : [enter, leave];
}
/**
 * The visible part of a tie between two outlines, `offset` pixels to the left of the straight way between `aim.from`
 * and `aim.to`. Nothing when the two touch.
 */
export function visibleLine(aim, start, end, offset) {
    const way = directions(aim);
    if (!way)
        return null;
    const line = { from: moved(aim.from, way.left, offset), to: moved(aim.to, way.left, offset) };
    const leaves = crossing(line, start)?.[1] ?? 0;
    const enters = crossing(line, end)?.[0] ?? 1;
    const from = Math.max(leaves, 0);
    const to = Math.min(enters, 1);
    return to - from < 1e-6 ? null : { from: along(line, from), to: along(line, to) };
}
const round = (value) => String(Math.round(value * 10) / 10);
const at = (point) => `${round(point.x)} ${round(point.y)}`;
const stroke = (line) => `M${at(line.from)}L${at(line.to)}`;
/** Short strokes across the line, evenly spread: a stressful tie. At least two, however short the line. */
export function crossHatch(line, every = 9, half = 4.5) {
    const way = directions(line);
    if (!way)
        return '';
    const count = Math.max(2, Math.floor(lengthOf(line) / every) - 1);
    return Array.from({ length: count }, (_, index) => {
        const point = along(line, (index + 1) / (count + 1));
        return stroke({ from: moved(point, way.left, half), to: moved(point, way.left, -half) });
    }).join('');
}
/** Two halves with a gap in the middle. */
export function cut(line, gap = 14) {
    const half = Math.min(gap / 2 / Math.max(lengthOf(line), 1e-6), 0.25);
    return [
        { from: line.from, to: along(line, 0.5 - half) },
        { from: along(line, 0.5 + half), to: line.to },
    ];
}
/** Two slanted strokes where the line is cut. */
function cutMarks(line) {
    const way = directions(line);
    if (!way)
        return '';
    return [-3.5, 3.5]
        .map((shift) => {
        const centre = moved(along(line, 0.5), way.ahead, shift);
        const slant = { x: way.left.x + way.ahead.x * 0.5, y: way.left.y + way.ahead.y * 0.5 };
        return stroke({ from: moved(centre, slant, 7), to: moved(centre, slant, -7) });
    })
        .join('');
}
const arrowLength = 12;
/** A filled head whose tip is the line's end. */
function arrowHead(line) {
    const way = directions(line);
    if (!way)
        return '';
    const base = moved(line.to, way.ahead, -arrowLength);
    return `M${at(line.to)}L${at(moved(base, way.left, 5.2))}L${at(moved(base, way.left, -5.2))}Z`;
}
const reversed = (line) => ({ from: line.to, to: line.from });
/** `line` runs from the family's end outwards, so that `to` (gives) points away and `from` (receives) points home. */
export function tieStrokes(line, strength, energy) {
    const length = lengthOf(line);
    const heads = strength === 'absent_needed' || length < arrowLength * 2.5 ? 'none' : energy;
    const away = heads === 'to' || heads === 'mutual';
    const home = heads === 'from' || heads === 'mutual';
    const head = (arrowLength - 2) / Math.max(length, 1e-6);
    const body = { from: along(line, home ? head : 0), to: along(line, away ? 1 - head : 1) };
    const arrows = (away ? arrowHead(line) : '') + (home ? arrowHead(reversed(line)) : '');
    return { line: lineOf(body, strength), marks: marksOf(body, strength), arrows, whole: stroke(line) };
}
function lineOf(line, strength) {
    if (strength === 'broken')
        return cut(line).map(stroke).join('');
    return stroke(line);
}
function marksOf(line, strength) {
    switch (strength) {
        case 'stressful':
            return crossHatch(line);
        case 'broken':
            return cutMarks(line);
        case 'strong':
        case 'tenuous':
        case 'absent_needed':
            return '';
        default:
            return unreachable(strength);
    }
}
