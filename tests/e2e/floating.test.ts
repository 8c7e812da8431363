/** What floats above a page goes when it is closed, however slow the browser was to draw it. */
import type { Page } from 'playwright-core';
import { test } from 'vitest';
import { atRest } from '../support/browser.ts';
import { openSeats } from '../support/seats.ts';

const { sit, tab } = openSeats();

/** A browser so busy that whoever opens never hears their animation begin. */
async function tooSlowToSeeItBegin(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener('animationstart', (event) => event.stopImmediatePropagation(), true);
  });
}

test('X16: a dialog and a menu that missed the beginning of their animation close like any other', async () => {
  const tutor = await sit('Davide Marengo', tab('TRM-022', 'team'));
  const add = tutor.getByRole('button', { name: 'Aggiungi all’équipe' });
  await add.waitFor();
  await tooSlowToSeeItBegin(tutor);

  await add.click();
  const dialog = tutor.getByRole('dialog');
  await dialog.getByLabel('Persona').waitFor();
  await atRest(dialog);
  await tutor.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await tutor.locator('.veil').waitFor({ state: 'detached' });

  await tutor.getByRole('button', { name: 'Altre azioni sulla famiglia' }).click();
  await tutor.getByRole('menuitem').first().waitFor();
  await atRest(tutor.getByRole('menu'));
  await tutor.keyboard.press('Escape');
  await tutor.getByRole('menu').waitFor({ state: 'detached' });
});
