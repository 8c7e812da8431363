/** Work that is done every so often, one round at a time. */

/**
 * Does `work` now and then every `everyMs`; a round that is still going on isn't joined by another. A failure goes to
 * `onError` and the next round tries again. `close` waits for the round under way; a second call is harmless.
 */
export function repeat(
  everyMs: number,
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
): { close(): Promise<void> } {
  let running: Promise<void> | undefined;
  const round = (): void => {
    running ??= work()
      .then(() => undefined, onError)
      .finally(() => {
        running = undefined;
      });
  };
  round();
  const timer = setInterval(round, everyMs);
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
