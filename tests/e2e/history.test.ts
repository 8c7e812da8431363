/** The past of a text, looked at and brought back in real browsers, while a colleague writes. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSeats } from '../support/seats.ts';

const { sit, tab } = openSeats();
const plan = tab('TRM-011', 'plan');

const planOf = (page: Page) => page.getByRole('textbox', { name: /^Piano/ });
const saved = (page: Page) => page.getByRole('banner').getByText('Salvato', { exact: true }).waitFor();

async function writeAtEndOf(paragraph: Locator, words: string): Promise<void> {
  await paragraph.click();
  await paragraph.page().keyboard.press('End');
  await paragraph.page().keyboard.type(words);
  await saved(paragraph.page());
}

async function openPast(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Cronologia' }).click();
  const past = page.getByRole('dialog', { name: /^Cronologia/ });
  await past.locator('.hc-row').first().waitFor();
  return past;
}

const compareWithNow = (past: Locator) =>
  past.getByRole('combobox', { name: 'Confronta con' }).selectOption({ label: 'com’è adesso' });
const changed = (past: Locator, words: string) =>
  past.locator('.hc-row:not([data-change="same"])').filter({ hasText: words });

test('X19: refused: a mediator, who may annotate a plan and not write it, looks at its past and brings nothing back', async () => {
  const reader = await sit('Sharmin Akhter', tab('TRM-019', 'plan'));
  const past = await openPast(reader);
  await past.getByRole('slider').press('ArrowLeft');
  await compareWithNow(past);
  await past.locator('.hc-row').first().waitFor();
  expect(await past.getByRole('button', { name: /Riporta|Togli|Dai un nome/ }).count()).toBe(0);
});

test('X19: what changed is brought into sight, and one block is brought back while a colleague writes in another', async () => {
  const [tutor, colleague] = [await sit('Elena Giraudo', plan), await sit('Marco Tessitore', plan)];
  const [mine, theirs] = [planOf(tutor).locator(':scope > p'), planOf(colleague).locator(':scope > p')];
  await writeAtEndOf(mine.last(), ' Parole in fondo.');
  const past = await openPast(tutor);
  const fondo = changed(past, 'Parole in fondo.');
  await expect.poll(() => isInSight(fondo)).toBe(true);

  await past.getByRole('slider').press('ArrowLeft');
  await compareWithNow(past);
  await expect.poll(() => isInSight(fondo)).toBe(true);
  await writeAtEndOf(theirs.first(), ' Parole di Marco.');
  await changed(past, 'Marco.').waitFor();
  expect(await isInSight(fondo)).toBe(true); // a colleague's words don't move what one reads

  await fondo.getByRole('button', { name: /^Togli/ }).click();
  const bring = past.getByRole('button', { name: 'Riporta', exact: true });
  await bring.click();
  await bring.waitFor({ state: 'detached' });
  await fondo.waitFor({ state: 'detached' });
  await tutor.keyboard.press('Escape'); // the keyboard is still in the window
  for (const page of [tutor, colleague]) {
    await expect.poll(() => planOf(page).innerText()).not.toContain('Parole in fondo.');
    expect(await planOf(page).innerText()).toContain('Parole di Marco.');
  }
});

const isInSight = (row: Locator): Promise<boolean> =>
  row.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const sight = element.closest('.hw-text')?.getBoundingClientRect();
    return sight !== undefined && top >= sight.top && bottom <= Math.min(sight.bottom, innerHeight);
  });
