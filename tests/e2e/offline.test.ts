/** A network that comes and goes: what a page says of its own words meanwhile, and that none is lost. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, picture, type Seat, seat } from '../support/browser.ts';
import { accountOf, householdOf } from '../support/demo.ts';

const { url, network } = inject('demo');
const family = `/households/${householdOf(network, 'TRM-002')}`;
const path = `${family}/plan`;
const expected = /ERR_INTERNET_DISCONNECTED|WebSocket connection|status of (401|404)/;
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
  // The browser itself reports each request that had no network, and those refused because access has ended.
  expect(errors.filter((error) => !expected.test(error))).toEqual([]);
});

async function openPlan(name: string): Promise<Page> {
  const taken = await seat(browser, url, accountOf(network, name), path);
  seats.push(taken);
  await saved(taken.page);
  return taken.page;
}

const planOf = (page: Page) => page.getByRole('textbox', { name: /^Piano/ });
const saved = (page: Page) =>
  page.getByRole('banner').getByText('Salvato', { exact: true }).waitFor({ timeout: 60_000 });
/** Sooner than a socket would notice by itself: that takes half a minute. */
const says = (page: Page, words: RegExp | string) =>
  page.getByRole('banner').getByRole('status').filter({ hasText: words }).waitFor({ timeout: 15_000 });

async function writeAtEndOf(page: Page, paragraph: number, words: string): Promise<void> {
  await planOf(page).locator(':scope > p').nth(paragraph).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

/** What the text box holds, without the carets and marks that belong to one page only. */
const textOfPlan = (page: Page): Promise<string> =>
  planOf(page).evaluate((sheet) => {
    const text = sheet.cloneNode(true);
    if (!(text instanceof Element)) return '';
    for (const mark of text.querySelectorAll('.caret, [aria-hidden="true"], [contenteditable="false"]'))
      mark.remove();
    return text.textContent ?? '';
  });

/** What the browser asks before the page would be left; the page stays. */
function askedOnLeaving(page: Page): () => number {
  let asked = 0;
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'beforeunload') asked += 1;
    void dialog.dismiss();
  });
  return () => asked;
}

test('X6: a page without the network says how many changes wait, warns before it is left, and merges with what others wrote', {
  timeout: 240_000,
}, async () => {
  const [away, there] = [await openPlan('Fatou Diagne'), await openPlan('Anna Castagneri')];
  const asked = askedOnLeaving(away);
  await away.context().setOffline(true);
  await says(away, 'Non in linea');
  await writeAtEndOf(away, 0, ' SENZARETE');
  await says(away, new RegExp(`\\b${' SENZARETE'.length}\\b`));

  await writeAtEndOf(there, 1, ' INTANTO');
  await saved(there);
  expect(await planOf(away).innerText()).not.toContain('INTANTO');
  expect(await planOf(there).innerText()).not.toContain('SENZARETE');

  await away.close({ runBeforeUnload: true });
  await expect.poll(asked, { timeout: 10_000 }).toBe(1);

  await away.context().setOffline(false);
  await planOf(there)
    .getByText(/SENZARETE/)
    .waitFor({ timeout: 60_000 });
  await planOf(away)
    .getByText(/INTANTO/)
    .waitFor({ timeout: 60_000 });
  await saved(away);
  await saved(there);
  const texts = await Promise.all([away, there].map(textOfPlan));
  expect(texts[0]).toBe(texts[1]);
});

test('a page whose changes are all saved is reloaded without a question, and shows them again', {
  timeout: 240_000,
}, async () => {
  const page = await openPlan('Fatou Diagne');
  const asked = askedOnLeaving(page);
  await writeAtEndOf(page, 0, ' RIMASTO');
  await saved(page);
  await page.reload();
  await planOf(page)
    .getByText(/RIMASTO/)
    .waitFor({ timeout: 60_000 });
  expect(asked()).toBe(0);
});

test('X9: words not yet saved when one is taken off the team are given back over the page that comes instead', {
  timeout: 240_000,
}, async () => {
  const page = await openPlan('Tommaso Aimone');
  const asked = askedOnLeaving(page);
  const lead = await openPlan('Fatou Diagne');
  await page.context().setOffline(true);
  await says(page, 'Non in linea');
  await writeAtEndOf(page, 0, ' PAROLE DI TOMMASO');
  await says(page, /\b\d+\b/);
  await endMembership(lead, 'Tommaso Aimone');
  await page.context().setOffline(false);

  const notice = page.getByRole('alert').filter({ hasText: 'Parole tue non salvate' });
  await notice.getByText('PAROLE DI TOMMASO').waitFor({ timeout: 60_000 });
  await page.getByText('Famiglie').first().waitFor();
  expect(await planOf(page).count()).toBe(0);
  expect(await planOf(lead).innerText()).not.toContain('PAROLE DI TOMMASO');

  await page.close({ runBeforeUnload: true });
  await expect.poll(asked, { timeout: 10_000 }).toBe(1);
  await notice.getByRole('button', { name: 'Non mi servono' }).click();
  await notice.waitFor({ state: 'detached' });
});

test('words not yet saved when one’s session is ended elsewhere wait over the sign-in page, and only for whoever wrote them', {
  timeout: 240_000,
}, async () => {
  const page = await openPlan('Silvia Oberto');
  const elsewhere = await browser.newContext({ baseURL: url });
  await page.context().setOffline(true);
  await says(page, 'Non in linea');
  await writeAtEndOf(page, 0, ' PAROLE DI SILVIA');
  await elsewhere.request.post('/api/session', {
    data: credentials('Silvia Oberto'),
    headers: { Origin: url },
  });
  await elsewhere.request.delete('/api/session?everywhere=true', { headers: { Origin: url } });
  await elsewhere.close();
  await page.context().setOffline(false);

  const notice = page.getByRole('alert').filter({ hasText: 'Parole tue non salvate' });
  await signInAs(page, 'Silvia Oberto');
  await page.getByRole('navigation').first().waitFor({ timeout: 60_000 });
  await notice.getByText('PAROLE DI SILVIA').waitFor();
  await page.evaluate(() => fetch('/api/session', { method: 'DELETE' }));
  await signInAs(page, 'Anna Castagneri');
  await page.getByRole('navigation').first().waitFor({ timeout: 60_000 });
  await expect.poll(() => page.getByText('PAROLE DI SILVIA').count()).toBe(0);
});

function credentials(name: string): { email: string; password: string } {
  const { email, password } = accountOf(network, name);
  return { email, password };
}

/** On the sign-in page, once it is there. */
async function signInAs(page: Page, name: string): Promise<void> {
  const { email, password } = credentials(name);
  await page.getByLabel('Email di lavoro').fill(email, { timeout: 60_000 });
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continua' }).click();
}

/** As the team tab does, with this person's own session. */
async function endMembership(page: Page, name: string): Promise<void> {
  const household = path.replace('/plan', '');
  const { careTeam } = await (await page.request.get(`/api${household}`)).json();
  const membership = careTeam.find(
    (one: { person: { name: string }; to: string | null }) => one.person.name === name,
  );
  const answer = await page.request.post(`/api${household}/team/${membership.id}/end`, {
    data: { reason: 'Cambia incarico' },
    headers: { Origin: url },
  });
  expect(answer.status()).toBeLessThan(300);
}

/** The network goes as a page of the plan asks for a file whose text has these words. */
async function loseNetworkAt(page: Page, words: string): Promise<void> {
  await page.route(/\/assets\/[^/]+\.js$/, async (route) => {
    const answer = await route.fetch().catch(() => undefined); // once it is away, everything fails
    if (answer && !(await answer.text()).includes(words)) return route.fulfill({ response: answer });
    await page.context().setOffline(true);
    await route.abort('internetdisconnected');
  });
}

async function backOnline(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'wait' });
  await page.context().setOffline(false);
}

async function openFamilies(): Promise<Page> {
  const taken = await seat(browser, url, accountOf(network, 'Fatou Diagne'), '/households');
  seats.push(taken);
  const { page } = taken;
  await page.locator(`a[href="${family}"]`).first().waitFor();
  return page;
}

test('X6: a page whose code can’t be fetched says so, and comes by itself once the network is back', async () => {
  const page = await openFamilies();
  await loseNetworkAt(page, 'ProseMirror');
  await page.locator(`a[href="${family}"]`).first().click();
  await page.getByRole('heading', { name: 'Questa pagina non è arrivata' }).waitFor();
  await backOnline(page);
  await planOf(page).waitFor();
});

test('X6: a page that loses the network before all its words came goes on without them, and gets them when it is back', async () => {
  const page = await openFamilies();
  await loseNetworkAt(page, 'Stampa o prendi una copia');
  await page.locator(`a[href="${family}"]`).first().click();
  await says(page, 'Non in linea');
  await planOf(page).waitFor();
  await backOnline(page);
  await page.getByRole('button', { name: 'Stampa o prendi una copia' }).waitFor();
});
