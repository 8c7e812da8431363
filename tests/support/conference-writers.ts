/** How people write in the minutes of a conference that is held for a test: each words of their own, to be found again. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What one wrote, in the order in which it was written. */
export type Written = { readonly words: readonly string[]; readonly keys: number };

/** A hand that types without haste: 4 letters a second, and a moment's thought before each word. */
const keyMs = 200;
const thoughtMs = 600;
const wordsInLine = 12;

export const sheetOf = (page: Page) => page.locator('.mn [role=textbox]');

/**
 * A line of one's own under a point. Nobody looks whether the caret got there: words that went elsewhere, or into a
 * heading, fail the test at its end.
 */
async function standUnder(page: Page, point: string): Promise<void> {
  await sheetOf(page).locator('h2', { hasText: point }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
}

/** Words without a like, `name` in each, until the time has come. */
export async function writeUnder(page: Page, point: string, name: string, until: number): Promise<Written> {
  await standUnder(page, point);
  const words: string[] = [];
  let keys = 1;
  for (let count = 0; Date.now() < until; count++) {
    const word = `voce${name}x${count}fine`;
    words.push(word);
    await page.keyboard.type(`${word} `, { delay: keyMs });
    keys += word.length + 1;
    if (count % wordsInLine === wordsInLine - 1) {
      await page.keyboard.press('Enter');
      keys++;
    }
    await page.waitForTimeout(thoughtMs);
  }
  return { words, keys };
}

/**
 * Writes on while the network is gone for so long. Nobody reads it meanwhile at `other`; afterwards it is there and saved.
 */
export async function writeAlsoOffline(
  page: Page,
  other: Page,
  point: string,
  { until, offlineMs }: { until: number; offlineMs: number },
): Promise<Written> {
  const before = await writeUnder(page, point, 'prima', until - (until - Date.now()) * 0.8);
  await page.context().setOffline(true);
  await page.getByText('Non c’è rete.').waitFor();
  const gone = await writeUnder(page, point, 'senzarete', Date.now() + offlineMs);
  expect(await sheetOf(other).innerText()).not.toContain('vocesenzarete');
  await page.context().setOffline(false);
  await sheetOf(other)
    .getByText(gone.words.at(-1) ?? '')
    .waitFor();
  const after = await writeUnder(page, point, 'dopo', until);
  return {
    words: [before, gone, after].flatMap(({ words }) => words),
    keys: before.keys + gone.keys + after.keys,
  };
}

/** What stands in the minutes, without what belongs to one page only. */
export const wordsOf = (page: Page): Promise<string> =>
  sheetOf(page).evaluate((sheet) => {
    const text = sheet.cloneNode(true);
    if (!(text instanceof Element)) return '';
    for (const mark of text.querySelectorAll(
      '.caret, .collaboration-carets__caret, [aria-hidden="true"], [contenteditable="false"]',
    ))
      mark.remove();
    return text.textContent ?? '';
  });

/** How often a word stands in a text. */
export const timesIn = (text: string, word: string): number => text.split(word).length - 1;
