/** Runs at once, then at most once per interval, and always for the last value. */

export type Throttled<T> = {
  (value: T): void;
  /** Forgets what is still waiting. */
  cancel(): void;
};

export function makeThrottle<T>(act: (value: T) => void, intervalMs: number): Throttled<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { readonly value: T } | undefined;
  const rest = () => {
    timer = setTimeout(() => {
      timer = undefined;
      if (!waiting) return;
      const { value } = waiting;
      waiting = undefined;
      act(value);
      rest();
    }, intervalMs);
  };
  const throttled = (value: T) => {
    if (timer !== undefined) {
      waiting = { value };
      return;
    }
    act(value);
    rest();
  };
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
    waiting = undefined;
  };
  return Object.assign(throttled, { cancel });
}

/** Moves and cursors are sent some twenty times a second: smooth for those who watch, light for the line. */
export const liveMs = 50;
