/**
 * Where things are drawn while they are on their way: moves by others arrive some twenty times a second and are drawn
 * at every frame. With reduced motion everything is at once where it belongs.
 */
import { createEffect, onCleanup } from 'solid-js';
import { createStore, produce } from 'solid-js/store';
/** Milliseconds in which two thirds of the way are made. */
const easeMs = 55;
const arrived = 0.4;
export function createGlide(targets) {
    const [shown, setShown] = createStore({});
    const aims = new Map();
    const held = new Set();
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    let frame = 0;
    let before = 0;
    const step = (now) => {
        const share = 1 - Math.exp(-Math.min(now - before, 100) / easeMs);
        before = now;
        setShown(produce((points) => {
            for (const [key, aim] of aims) {
                const point = points[key] ?? aim;
                const near = Math.hypot(aim.x - point.x, aim.y - point.y) < arrived;
                points[key] = near
                    ? aim
                    : { x: point.x + (aim.x - point.x) * share, y: point.y + (aim.y - point.y) * share };
                if (near)
                    aims.delete(key);
            }
        }));
        frame = aims.size > 0 ? requestAnimationFrame(step) : 0;
    };
    const start = () => {
        if (frame !== 0)
            return;
        before = performance.now();
        frame = requestAnimationFrame(step);
    };
    onCleanup(() => cancelAnimationFrame(frame));
    const put = (key, point) => {
        aims.delete(key);
        setShown(key, point);
    };
    const follow = (key, target) => {
        const now = shown[key];
        if (held.has(key) || (now?.x === target.x && now.y === target.y))
            return;
        if (!now || still.matches)
            return put(key, target);
        aims.set(key, target);
        start();
    };
    const forget = (targetsNow) => {
        const gone = Object.keys(shown).filter((key) => !targetsNow.has(key));
        if (gone.length === 0)
            return;
        for (const key of gone)
            aims.delete(key);
        setShown(produce((points) => {
            for (const key of gone)
                delete points[key];
        }));
    };
    createEffect(() => {
        const now = targets();
        for (const [key, target] of now)
            follow(key, target);
        forget(now);
    });
    return {
        at: (key) => shown[key],
        put,
        hold: (key) => held.add(key),
        release(key) {
            held.delete(key);
            const target = targets().get(key);
            if (target)
                follow(key, target);
        },
    };
}
