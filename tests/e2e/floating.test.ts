/** What floats above a page goes when it is closed, however slow the browser was to draw it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
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

test('A6: the acts on selected words stand over them, and are gone once one writes a proposal about them', async () => {
  const mediator = await sit('Hanane Zeroual', tab('TRM-001', 'plan'));
  const words = mediator
    .getByRole('textbox', { name: /^Piano/ })
    .locator(':scope > p')
    .first();
  await words.dblclick({ position: { x: 60, y: 10 } });
  const acts = mediator.getByRole('toolbar', { name: 'Con le parole scelte' });
  await acts.waitFor();
  const [bar, line] = [await acts.boundingBox(), await words.boundingBox()];
  expect(bar && line && bar.x >= line.x && bar.y + bar.height <= line.y + line.height).toBe(true);
  await mediator.keyboard.press('s');
  await mediator.getByPlaceholder('Perché (facoltativo)').waitFor();
  await acts.waitFor({ state: 'detached' });
});
