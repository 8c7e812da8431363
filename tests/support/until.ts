/** Waits for a condition instead of for a time. */

/** Resolves as soon as the condition holds; throws after `withinMs`, saying what was waited for. */
export async function until(condition: () => boolean, withinMs = 15_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain for: ${condition.toString()}`);
    await new Promise((again) => setTimeout(again, 5));
  }
}
