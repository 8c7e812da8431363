/** Whoever changes their mind while a page still loads comes to the page they asked for last. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSeats } from '../support/seats.ts';

const { sit, tab } = openSeats();
const plan = tab('TRM-022', 'plan');

/** A slow network: each piece of code takes its time, the page named in `longer` still more. */
const slowDown = (page: Page, longer: string) =>
  page.route(/\/assets\/[^/]+\.js$/, async (route) => {
    await sleep(route.request().url().includes(`/${longer}-`) ? 1000 : 600);
    await route.continue();
  });

test('X16: a family left while its plan still loads gives way to the page that was asked for, and opens when asked again', async () => {
  const tutor = await sit('Davide Marengo', '/households');
  const family = tutor.locator(`a[href="${plan.replace(/\/plan$/, '')}"]`).first();
  await family.waitFor();
  await slowDown(tutor, 'DoorPage'); // the plan comes while the desk is awaited
  await family.click();
  await tutor.waitForURL(`**${plan}`);
  await tutor.getByRole('link', { name: 'Sportello' }).click();
  await tutor.getByLabel('Codice del foglietto').waitFor();
  expect(await tutor.locator('.regia').count()).toBe(0);

  await tutor.goBack();
  await tutor.getByRole('textbox', { name: /^Piano/ }).waitFor();
});
