/** Acting on a change, as `on` of Solid is often taken to do. */
import { type Accessor, createEffect, createMemo, on } from 'solid-js';

/**
 * Runs `act` with each new value, and what it left to clean up before the next. `on` alone runs it whenever anything
 * the value was read from is set, though the value is as before: a session asked again for the same person closed
 * every document they had open. `defer`: not for the value there is at first.
 */
export function whenChanged<T>(
  value: Accessor<T>,
  act: (now: T, before: T | undefined) => void,
  options: { readonly defer?: boolean } = {},
): void {
  createEffect(on(createMemo(value), act, options));
}
