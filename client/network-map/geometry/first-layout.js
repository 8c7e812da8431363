/**
 * Where a place stands before anyone has put it anywhere: on its ring, in the widest gap, or by a short simulation for
 * those that arrive without a sensible position. The same places always give the same answer, so that every screen
 * shows the same map without anybody writing.
 */
import { forceCollide, forceRadial, forceSimulation } from 'd3-force';
import { nearestRadius, ringRadius } from './projection.ts';
const farthest = 1500;
const sensible = ({ x, y }) => {
    const radius = Math.hypot(x, y);
    return radius >= nearestRadius / 2 && radius <= farthest;
};
/** Points for those inside the household, out of reach or exactly upon another; the others are left where they are. */
export function placeLoose(places) {
    const seen = new Set();
    const bodies = places.map((place) => {
        const spot = `${place.x} ${place.y}`;
        const loose = !sensible(place) || seen.has(spot);
        seen.add(spot);
        const { key, ring, x, y } = place;
        return loose ? { key, ring, loose, ...scattered(key, ring) } : { key, ring, loose, x, y, fx: x, fy: y };
    });
    if (!bodies.some((body) => body.loose))
        return new Map();
    forceSimulation(bodies)
        .randomSource(() => 0.5)
        .force('ring', forceRadial((body) => ringRadius[body.ring]).strength(0.8))
        .force('room', forceCollide(42).strength(0.9))
        .stop()
        .tick(140);
    const round = (value) => Math.round((value ?? 0) * 10) / 10;
    return new Map(bodies.filter((body) => body.loose).map((body) => [body.key, { x: round(body.x), y: round(body.y) }]));
}
/** A start on the ring that depends on the key alone. */
function scattered(key, ring) {
    let hash = 7;
    for (const letter of key)
        hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 3600;
    return onRing(ring, (hash / 3600) * 2 * Math.PI);
}
const onRing = (ring, angle) => ({
    x: Math.round(Math.cos(angle) * ringRadius[ring] * 10) / 10,
    y: Math.round(Math.sin(angle) * ringRadius[ring] * 10) / 10,
});
const turns = 72;
/** The place on a ring farthest from everyone; between equals, the one nearest to the right. */
export function freePlace(ring, others) {
    const room = (point) => Math.min(...others.map(({ x, y }) => Math.hypot(x - point.x, y - point.y)), farthest);
    const spots = Array.from({ length: turns }, (_, turn) => onRing(ring, (turn / turns) * 2 * Math.PI + 0.12));
    return spots.reduce((best, spot) => (room(spot) > room(best) + 0.5 ? spot : best));
}
/** The same direction, at the distance of another ring. */
export function ontoRing(point, ring) {
    return onRing(ring, Math.atan2(point.y, point.x));
}
