/**
 * Where things are drawn while they are on their way: moves by others arrive some twenty times a second and are drawn
 * at every frame. With reduced motion everything is at once where it belongs.
 */
import { type Accessor, createEffect, onCleanup } from 'solid-js';
import { createStore, produce } from 'solid-js/store';
import type { Point } from './geometry/projection.ts';

export type Glide = {
  /** Reactive per key. */
  at(key: string): Point | undefined;
  /** Puts something there at once: one's own hand is never behind. */
  put(key: string, point: Point): void;
  /** From now until `release`, the document's word on this key waits. */
  hold(key: string): void;
  release(key: string): void;
};

/** Milliseconds in which two thirds of the way are made. */
const easeMs = 55;
const arrived = 0.4;

export function createGlide(targets: Accessor<ReadonlyMap<string, Point>>): Glide {
  const [shown, setShown] = createStore<Record<string, Point>>({});
  const aims = new Map<string, Point>();
  const held = new Set<string>();
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let frame = 0;
  let before = 0;

  const step = (now: number) => {
    const share = 1 - Math.exp(-Math.min(now - before, 100) / easeMs);
    before = now;
    setShown(
      produce((points) => {
        for (const [key, aim] of aims) {
          const point = points[key] ?? aim;
          const near = Math.hypot(aim.x - point.x, aim.y - point.y) < arrived;
          points[key] = near
            ? aim
            : { x: point.x + (aim.x - point.x) * share, y: point.y + (aim.y - point.y) * share };
          if (near) aims.delete(key);
        }
      }),
    );
    frame = aims.size > 0 ? requestAnimationFrame(step) : 0;
  };
  const start = () => {
    if (frame !== 0) return;
    before = performance.now();
    frame = requestAnimationFrame(step);
  };
  onCleanup(() => cancelAnimationFrame(frame));

  const put = (key: string, point: Point) => {
    aims.delete(key);
    setShown(key, point);
  };
  const follow = (key: string, target: Point) => {
    const now = shown[key];
    if (held.has(key) || (now?.x === target.x && now.y === target.y)) return;
    if (!now || still.matches) return put(key, target);
    aims.set(key, target);
    start();
  };
  const forget = (targetsNow: ReadonlyMap<string, Point>) => {
    const gone = Object.keys(shown).filter((key) => !targetsNow.has(key));
    if (gone.length === 0) return;
    for (const key of gone) aims.delete(key);
    setShown(
      produce((points) => {
        for (const key of gone) delete points[key];
      }),
    );
  };
  createEffect(() => {
    const now = targets();
    for (const [key, target] of now) follow(key, target);
    forget(now);
  });

  return {
    at: (key) => shown[key],
    put,
    hold: (key) => held.add(key),
    release(key) {
      held.delete(key);
      const target = targets().get(key);
      if (target) follow(key, target);
    },
  };
}
