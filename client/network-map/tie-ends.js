import { signHalf } from './geometry/genogram.ts';
import { sideways, visibleLine } from './geometry/tie-line.ts';
const flipped = {
    to: 'from',
    from: 'to',
    mutual: 'mutual',
    none: 'none',
};
/** From the family outwards; within the family, or outside it, always the same way for the same two. */
export function orient(tie, isMember) {
    const { source, target, energy } = tie;
    if (isMember(source) !== isMember(target)) {
        return isMember(source) ? { near: source, far: target, energy } : { near: target, far: source, energy };
    }
    return source < target
        ? { near: source, far: target, energy }
        : { near: target, far: source, energy: flipped[energy] };
}
export const pairOf = ({ source, target }) => [source, target].sort().join(' ');
const nodeRadius = 18;
const missingRadius = 17;
/** Nothing when an end isn't drawn or the two touch. */
export function drawnTie(room, key, place) {
    const tie = room.tieOf(key);
    if (!tie)
        return null;
    const way = orient(tie, room.isMember);
    const from = room.stagePoint(way.near);
    const to = room.stagePoint(way.far);
    if (!from || !to)
        return null;
    const aim = { from, to };
    const inside = room.isMember(way.near) && room.isMember(way.far);
    const offset = inside ? besideBond(aim, place.index) : sideways(place.index, place.count);
    const end = outlineOf(room, way.far, inside);
    const line = visibleLine(aim, outlineOf(room, way.near, inside), end, offset);
    if (!line)
        return null;
    const fromSign = inside ? null : visibleLine(aim, signOf(room, way.near, from), end, offset);
    const livesThere = room.isMember(way.near) && isHome(room, way.near);
    return { ...way, line, lead: fromSign && livesThere ? { from: fromSign.from, to: line.from } : null };
}
/** The straight way between two of the family is the couple's line: ties run above it. */
const besideBond = (aim, index) => Math.min(8 + index * 8, 16) * (aim.to.x >= aim.from.x ? 1 : -1);
function isHome(room, key) {
    const place = room.genogram().places.get(key);
    return place !== undefined && Math.abs(place.x) < room.genogram().household.width / 2;
}
function outlineOf(room, key, inside) {
    const centre = room.stagePoint(key) ?? { x: 0, y: 0 };
    if (!room.isMember(key)) {
        return { kind: 'circle', centre, radius: room.isMissing(key) ? missingRadius : nodeRadius };
    }
    if (inside || !isHome(room, key))
        return signOf(room, key, centre);
    const { width, height } = room.genogram().household;
    return { kind: 'box', centre: { x: 0, y: 0 }, width: width + 4, height: height + 4 };
}
const signOf = (room, key, centre) => ({
    kind: 'circle',
    centre,
    radius: signHalf + (room.nodeOf(key)?.index ? 6 : 4),
});
