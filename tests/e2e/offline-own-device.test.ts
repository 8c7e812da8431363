/** A device that its person has said is theirs: what stays on it, what comes of it, and when it is gone. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { languages, ownNames } from '../../client/messages/languages.ts';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { atRest, openBrowser, picture, type Seat, seat } from '../support/browser.ts';
import { accountOf, cookieOf, householdOf } from '../support/demo.ts';

const { url, network } = inject('demo');
const household = `/households/${householdOf(network, 'TRM-008')}`;
const patient = { timeout: 60_000 };
/** The browser itself reports each request that had no network, each socket we closed, each refusal. */
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
  expect(errors.filter((error) => !expected.test(error))).toEqual([]);
});

async function open(name: string, path: string): Promise<Page> {
  const taken = await seat(browser, url, accountOf(network, name), path);
  seats.push(taken);
  return taken.page;
}

async function anotherTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  seats.push({ page, errors, close: () => page.close() });
  return page;
}

const planOf = (page: Page) => page.getByRole('textbox', { name: /^Piano/ });
const saved = (page: Page) => page.locator('.saved[data-state="saved"]').waitFor(patient);
const waits = (page: Page, changes: number) =>
  page
    .locator('.saved[data-state="offline"]')
    .getByText(new RegExp(`\\b${changes} modific`))
    .waitFor(patient);
const wordsWaiting = (page: Page) => page.getByRole('alert').filter({ hasText: 'Parole tue non salvate' });

async function writeAtEnd(page: Page, words: string): Promise<void> {
  await planOf(page).locator(':scope > p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

/** Through the menu, as a person does. */
async function sayItIsMine(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Il tuo menu/ }).click();
  await page.getByRole('menuitem', { name: /^Questo dispositivo/ }).click();
  await page.getByRole('checkbox', { name: /^Questo dispositivo è mio/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi' }).first().click();
  await expect.poll(() => copiesOn(page), patient).not.toEqual([]);
}

/** Names of the databases this browser keeps, and what it remembers. */
const copiesOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => String(name)),
    ...Object.keys(localStorage).filter((key) => key.includes('device')),
  ]);

type Sockets = {
  /** What a document's socket meets from now on, by its address: a close code, or (undefined) the server. Open ones end. */
  meet(code: (address: URL) => number | undefined): Promise<void>;
};

/** The documents' sockets of this browser, held in the hand: its other requests go on as they are. */
async function holdSockets(context: BrowserContext): Promise<Sockets> {
  let codeFor = (_: URL): number | undefined => undefined;
  const open = new Set<WebSocketRoute>();
  await context.routeWebSocket(/\/sync\//, (socket) => {
    const code = codeFor(new URL(socket.url()));
    if (code === undefined) {
      open.add(socket);
      socket.connectToServer();
    } else void socket.close({ code, reason: 'test' });
  });
  return {
    async meet(code) {
      codeFor = code;
      for (const socket of open) await socket.close({ code: CloseCode.tryAgain });
      open.clear();
    },
  };
}

/** A person on a device they have just claimed, in the plan. */
async function openOnOwnDevice(name: string, where = household): Promise<{ page: Page; sockets: Sockets }> {
  const page = await open(name, 'about:blank');
  const sockets = await holdSockets(page.context());
  await page.goto(`${where}/plan`);
  await saved(page);
  await sayItIsMine(page);
  return { page, sockets };
}

/** Writes while no socket opens, and closes the tab: the words are on this device only. */
async function writeAndLeave(
  { page, sockets }: { page: Page; sockets: Sockets },
  words: string,
): Promise<void> {
  await saved(page);
  await sockets.meet(() => CloseCode.tryAgain);
  await page.locator('.saved[data-state="offline"]').waitFor(patient);
  await writeAtEnd(page, words);
  await waits(page, words.length);
  await expect.poll(() => changesKeptOn(page), patient).toBe(words.length);
  await page.close();
}

/** How many changes this browser keeps that no server has confirmed. */
const changesKeptOn = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const keysOf = (name: string) =>
      new Promise<IDBValidKey[]>((done, fail) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('custom').objectStore('custom').getAllKeys();
          asking.onsuccess = () => {
            opening.result.close();
            done(asking.result);
          };
        };
      });
    const names = (await indexedDB.databases()).map(({ name }) => String(name));
    const keys = await Promise.all(names.map(keysOf));
    return keys.flat().filter((key) => String(key).startsWith('waiting/')).length;
  });

test('on one’s own device words written offline outlive their tab, are counted as not saved, and go out by themselves; signing out wipes all, and on a device nobody claimed there never was anything', {
  timeout: 180_000,
}, async () => {
  const first = await openOnOwnDevice('Giulia Perona');
  const context = first.page.context();
  await writeAndLeave(first, 'TENUTO');

  const again = await anotherTab(context);
  await again.goto('/');
  await waits(again, 'TENUTO'.length);
  await again.goto(`${household}/plan`);
  await planOf(again)
    .getByText(/TENUTO/)
    .waitFor(patient);
  await waits(again, 'TENUTO'.length);

  await again.goto('/');
  await waits(again, 'TENUTO'.length);
  await first.sockets.meet(() => undefined);
  const colleague = await open('Anna Castagneri', `${household}/plan`);
  await planOf(colleague)
    .getByText(/TENUTO/)
    .waitFor(patient);
  await again.locator('.saved').waitFor({ ...patient, state: 'detached' });

  await again.getByRole('button', { name: /^Il tuo menu/ }).click();
  await again.getByRole('menuitem', { name: 'Esci', exact: true }).click();
  await again.getByLabel('Email di lavoro').waitFor(patient);
  await expect.poll(() => copiesOn(again), patient).toEqual([]);
});

test('X9: when the document was rebuilt meanwhile, the copy is dropped, one’s words are offered, and it is loaded anew', {
  timeout: 180_000,
}, async () => {
  const first = await openOnOwnDevice('Giulia Perona');
  const context = first.page.context();
  await writeAndLeave(first, 'DIPRIMA');

  // As the server answers whoever brings a replica of an epoch that is over.
  const refused: string[] = [];
  await first.sockets.meet(({ searchParams }) => {
    const epoch = searchParams.get('epoch') ?? '';
    if (epoch !== '0') refused.push(epoch);
    return epoch === '0' ? undefined : CloseCode.oldEpoch;
  });
  const again = await anotherTab(context);
  await again.goto(`${household}/plan`);
  await wordsWaiting(again).getByText('DIPRIMA').waitFor(patient);
  await saved(again);
  expect(
    await planOf(again)
      .getByText(/DIPRIMA/)
      .count(),
  ).toBe(0);
  expect(refused).toContain('1');
});

test('X9: access lost while away: the copy goes, one’s words are given back to oneself alone', {
  timeout: 180_000,
}, async () => {
  const first = await openOnOwnDevice('Ibrahim Sow');
  const context = first.page.context();
  await writeAndLeave(first, 'DIIBRAHIM');
  await endMembership('Ibrahim Sow');

  await first.sockets.meet(() => undefined);
  const again = await anotherTab(context);
  await again.goto('/');
  await wordsWaiting(again).getByText('DIIBRAHIM').waitFor(patient);
  await expect
    .poll(async () => (await copiesOn(again)).filter((name) => name.startsWith('trama-copy')), patient)
    .toEqual([]);
});

test('signed out from elsewhere while away: nothing stays, and the words wait unseen for whoever wrote them', {
  timeout: 180_000,
}, async () => {
  const who = 'Elena Giraudo'; // no other test needs her session
  const first = await openOnOwnDevice(who, `/households/${householdOf(network, 'TRM-010')}`);
  const context = first.page.context();
  await writeAndLeave(first, 'DIELENA');
  const cookie = await cookieOf(url, accountOf(network, who));
  await fetch(`${url}/api/session?everywhere=true`, { method: 'DELETE', headers: { cookie, origin: url } });

  await first.sockets.meet(() => undefined);
  const again = await anotherTab(context);
  await again.goto('/');
  await again.getByLabel('Email di lavoro').waitFor(patient);
  await expect.poll(() => copiesOn(again), patient).toEqual([]);
  expect(await again.getByText('DIELENA').count()).toBe(0);
  const { email, password } = accountOf(network, who);
  await again.getByLabel('Email di lavoro').fill(email);
  await again.getByLabel('Password', { exact: true }).fill(password);
  await again.getByRole('button', { name: 'Continua' }).click();
  await wordsWaiting(again).getByText('DIELENA').waitFor(patient);
});

test(
  'what it means to claim a device can be read and used by everyone, in every language',
  patient,
  async () => {
    const page = await open('Pietro Avidano', '/');
    for (const language of languages) {
      await page.locator('button.me').click();
      await page.getByRole('menuitemcheckbox', { name: ownNames[language] }).click();
      await page.locator(`html[lang="${language}"]`).waitFor(patient);
      await page.locator('button.me').click();
      await page.getByRole('menuitem').nth(2).click();
      await page.getByRole('checkbox').waitFor(patient);
      // Words that are still fading in are too pale to be read.
      await atRest(page.getByRole('dialog'));
      const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
      expect([language, violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([
        language,
        [],
      ]);
      expect(await page.getByRole('checkbox').isChecked()).toBe(false);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ ...patient, state: 'detached' });
    }
  },
);

/** As the team tab does, by the household's tutor. */
async function endMembership(name: string): Promise<void> {
  const headers = {
    cookie: await cookieOf(url, accountOf(network, 'Fatou Diagne')),
    origin: url,
    'content-type': 'application/json',
  };
  const { careTeam } = await (await fetch(`${url}/api${household}`, { headers })).json();
  const membership = careTeam.find(
    (one: { person: { name: string }; to: string | null }) => one.person.name === name && one.to === null,
  );
  const ended = await fetch(`${url}/api${household}/team/${membership.id}/end`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ reason: 'Cambia incarico' }),
  });
  expect(ended.status).toBe(200);
}
