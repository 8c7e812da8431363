/** How long it takes from a hand in one browser to the eyes at another, by the one clock of this machine. */
import type { Locator, Page } from 'playwright-core';

/** Resolves when the text stands in `place`: the moment in milliseconds, seen by the page itself. */
export function arrivalOf(place: Locator, text: string): Promise<number> {
  return place.evaluate(
    (element, wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!element.textContent?.includes(wanted)) return false;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
          return true;
        };
        const observer = new MutationObserver(look);
        observer.observe(element, { childList: true, characterData: true, subtree: true });
        look();
      }),
    text,
  );
}

/** Types at the caret; answers the moment of the last key. */
export async function typeHere(page: Page, text: string): Promise<number> {
  await page.evaluate(() => {
    document.addEventListener(
      'beforeinput',
      () => {
        document.documentElement.dataset.lastInput = String(performance.timeOrigin + performance.now());
      },
      { capture: true },
    );
  });
  await page.keyboard.type(text);
  return Number(await page.evaluate(() => document.documentElement.dataset.lastInput));
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
