/** Acting on a change, as `on` of Solid is often taken to do. */
import { type Accessor, createEffect, createMemo, on } from 'solid-js';

export type WhenChanged<T> = {
  /** Not for the value there is at first. */
  readonly defer?: boolean;
  readonly equals?: (before: T, now: T) => boolean;
};

/**
 * Runs `act` with each new value, and what it left to clean up before the next. `on` alone runs it whenever anything
 * the value was read from is set, though the value is as before: a session asked again for the same person closed
 * every document they had open.
 */
export function whenChanged<T>(
  value: Accessor<T>,
  act: (now: T, before: T | undefined) => void,
  { defer = false, equals = Object.is }: WhenChanged<T> = {},
): void {
  const kept = createMemo(value, undefined, { equals });
  if (defer) createEffect(on(kept, act, { defer: true }));
  else createEffect(on(kept, act));
}
