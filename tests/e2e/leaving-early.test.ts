/** Whoever changes their mind while a page still loads comes to the page they asked for last. */
import { expect, test } from 'vitest';
import { openSeats } from '../support/seats.ts';

const { sit, tab } = openSeats();
const plan = tab('TRM-022', 'plan');

test('X16: a family left while its plan still loads gives way to the page that was asked for, and opens when asked again', async () => {
  const tutor = await sit('Davide Marengo', '/households');
  const family = tutor.locator(`a[href="${plan.replace(/\/plan$/, '')}"]`).first();
  await family.waitFor();
  const slow = await tutor.context().newCDPSession(tutor);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await family.click();
  await tutor.waitForURL(`**${plan}`);
  await tutor.getByRole('link', { name: 'Sportello' }).click();
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await tutor.getByLabel('Codice del foglietto').waitFor();
  expect(await tutor.locator('.regia').count()).toBe(0);

  await tutor.goBack();
  await tutor.getByRole('textbox', { name: /^Piano/ }).waitFor();
});
