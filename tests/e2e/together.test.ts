/** Two people of different functions at work on one family, each in their own browser. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { arrivalOf, median, typeHere } from '../support/arrival.ts';
import { openBrowser, picture, type Seat, type SeatOptions, seat } from '../support/browser.ts';
import { accountOf, householdOf } from '../support/demo.ts';

const { url, network } = inject('demo');
const mostMs = 300;
let browser: Browser;
const seats: Seat[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(seats, task.name);
  const errors = seats.flatMap((one) => one.errors);
  await Promise.all(seats.splice(0).map((one) => one.close()));
  expect(errors).toEqual([]);
});

async function sit(name: string, path: string, options?: SeatOptions) {
  const taken = await seat(browser, url, accountOf(network, name), path, options);
  seats.push(taken);
  return taken.page;
}

const page = (code: string, tab: string) => `/households/${householdOf(network, code)}/${tab}`;

describe('X6: two people in one document', () => {
  test('X6: what one writes in the plan reaches the other within 300 ms, with caret and name, and both are “saved”', async () => {
    const social = await sit('Marco Tessitore', page('TRM-003', 'plan'));
    const health = await sit('Irina Munteanu', page('TRM-003', 'plan'));
    const [mine, theirs] = [social, health].map((one) => one.getByRole('textbox', { name: /^Piano/ }));
    if (!mine || !theirs) throw new Error('two pages, two plans');
    await theirs.locator('p').first().waitFor();
    await mine.locator('p').first().click();
    await social.keyboard.press('End');

    const delays: number[] = [];
    for (const word of [' Parliamone.', ' Domani.', ' Con Rocío.', ' E poi?', ' Bene.']) {
      const arrival = arrivalOf(theirs, word);
      const typed = await typeHere(social, word);
      delays.push((await arrival) - typed);
    }
    expect(median(delays)).toBeLessThan(mostMs);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);

    await theirs.locator('.collaboration-carets__caret', { hasText: 'Marco' }).waitFor({ state: 'attached' });
    for (const one of [social, health]) {
      await one.getByRole('banner').getByText('Salvato', { exact: true }).waitFor();
      await one.getByText('Qui ora').waitFor();
    }
    await health
      .getByLabel(/^Marco Tessitore/)
      .first()
      .waitFor();
    await social
      .getByLabel(/^Irina Munteanu/)
      .first()
      .waitFor();
  });

  test('B10: a place dragged on the map moves under the other’s eyes', async () => {
    const social = await sit('Marco Tessitore', page('TRM-003', 'map'));
    const mediator = await sit('Rocío Valdivia', page('TRM-003', 'map'));
    const placeOnMap = 'svg .net-node[data-node]';
    for (const one of [social, mediator]) await one.locator(placeOnMap).first().waitFor();
    const key = await social.locator(placeOnMap).first().getAttribute('data-node');
    const [here, there] = [social, mediator].map((one) => one.locator(`svg [data-node="${key}"] .net-touch`));
    const before = await there?.boundingBox();
    const grip = await here?.boundingBox();
    if (!before || !grip) throw new Error('the place is drawn on both pages');
    await social.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await social.mouse.down();
    for (let step = 1; step <= 8; step++) {
      await social.mouse.move(grip.x + grip.width / 2 + step * 5, grip.y + grip.height / 2 + step * 3);
    }
    const movedWhileHeld = mediator.waitForFunction(
      ([node, x]) => {
        const box = document.querySelector(`svg [data-node="${node}"] .net-touch`)?.getBoundingClientRect();
        return box !== undefined && Math.abs(box.x - Number(x)) > 15;
      },
      [key, before.x] as const,
      { polling: 'raf', timeout: 5000 },
    );
    await movedWhileHeld;
    await social.mouse.up();
  });

  test('X2: minutes are written by both, and a decision becomes a task in one gesture, linked both ways', async () => {
    const [tutor, education] = [
      await sit('Chiara Bertolino', page('TRM-009', 'conferences')),
      await sit('Laura Cravero', page('TRM-009', 'conferences')),
    ];
    for (const one of [tutor, education])
      await one.getByRole('link', { name: 'Con il papà, alle sei di sera' }).last().click();
    const [mine, theirs] = [tutor, education].map((one) => one.getByRole('textbox', { name: /^Verbale/ }));
    if (!mine || !theirs) throw new Error('two pages, two minutes');
    await theirs.locator('p').first().waitFor();
    await mine.locator('p').first().click();
    const arrival = arrivalOf(theirs, 'Il papà viene alle sei');
    const typed = await typeHere(tutor, 'Il papà viene alle sei');
    expect((await arrival) - typed).toBeLessThan(mostMs * 3);

    await tutor.keyboard.press('Enter');
    await tutor.keyboard.type('/decis');
    await tutor.getByRole('option', { name: /Decisione/ }).click();
    await tutor.keyboard.type('Laura chiama il papà venerdì');
    await education.getByText('Laura chiama il papà venerdì').first().waitFor();
    await tutor
      .getByRole('button', { name: /Compito/ })
      .last()
      .click();
    const dialog = tutor.getByRole('dialog');
    await dialog.getByLabel('A chi').fill('Laura');
    await tutor.getByRole('option', { name: /Laura Cravero/ }).click();
    await dialog.getByRole('button', { name: 'Affida' }).click();
    await theirs.getByText('Laura chiama il papà venerdì').first().waitFor();
    await education.goto('/tasks');
    await education.getByRole('button', { name: /^Accetto.*Laura chiama il papà venerdì/ }).waitFor();
  });
});

describe('X4, X5: from words to a task', () => {
  test('X4: a selection in the plan becomes a task that its owner accepts in the other browser, and the chip shows it', async () => {
    const lead = await sit('Irina Munteanu', page('TRM-004', 'plan'));
    const owner = await sit('Tommaso Aimone', '/tasks');
    const plan = lead.getByRole('textbox', { name: /^Piano/ });
    await plan.locator('p').first().click();
    await lead.keyboard.press('End');
    await lead.keyboard.type(' Serve il modulo del nido');
    for (let i = 0; i < 'Serve il modulo del nido'.length; i++) await lead.keyboard.press('Shift+ArrowLeft');
    await lead
      .getByRole('toolbar', { name: 'Con le parole scelte' })
      .getByRole('button', { name: /Compito/ })
      .click();
    const dialog = lead.getByRole('dialog');
    await dialog.getByLabel('A chi').fill('Tommaso');
    await lead.getByRole('option', { name: /Tommaso Aimone/ }).click();
    await dialog.getByRole('button', { name: 'Affida' }).click();

    await owner.getByRole('button', { name: /^Accetto.*Serve il modulo del nido/ }).click();
    await plan
      .locator('[data-chip="task"], .chip', { hasText: 'Serve il modulo del nido' })
      .first()
      .waitFor();
    await lead
      .getByRole('link', { name: /^Compiti/ })
      .last()
      .click();
    await lead.getByText('Serve il modulo del nido').first().waitFor();
    await lead
      .locator('li', { hasText: 'Serve il modulo del nido' })
      .getByText('accettato')
      .first()
      .waitFor();
  });
});

describe('B3: the regia passes', () => {
  test('B3: from social to health with acceptance, and both see it without a reload', async () => {
    const social = await sit('Giulia Perona', page('TRM-007', 'team'));
    const health = await sit('Anna Castagneri', '/');
    await health.getByRole('heading', { name: 'Oggi' }).waitFor();
    await social.getByRole('button', { name: 'Passa la regia' }).first().click();
    const dialog = social.getByRole('dialog');
    await dialog.getByLabel('A quale servizio').fill('Consultorio familiare Barriera');
    await social.getByRole('option', { name: /Consultorio familiare Barriera-Aurora/ }).click();
    await dialog.getByLabel('Perché').fill('I gemelli hanno bisogno di visite ravvicinate.');
    await dialog.getByRole('button', { name: 'Proponi la regia' }).click();

    await health.getByText('I gemelli hanno bisogno di visite ravvicinate.').waitFor();
    await social
      .getByText(/passaggio a/)
      .first()
      .waitFor();
    await health.getByRole('button', { name: 'Accetta la regia: Kravchuk' }).click();
    await social.getByText('Consultorio familiare Barriera-Aurora, Anna Castagneri').first().waitFor();
    await health.goto(page('TRM-007', 'team'));
    await health.getByText('Consultorio familiare Barriera-Aurora, Anna Castagneri').first().waitFor();
  });
});
