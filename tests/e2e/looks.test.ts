/**
 * Every page as people see it: light, dark, on a phone, in Arabic. What a machine can see is asserted; what only eyes can
 * is kept as pictures when PICTURES names a folder: `PICTURES=/tmp/pictures npx vitest run tests/e2e/looks.test.ts`.
 */
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, picture, type Seat, seat } from '../support/browser.ts';
import { accountOf, householdOf } from '../support/demo.ts';

const { url, network } = inject('demo');
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

type Mode = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  readonly language: 'it' | 'ar';
};
const desktop = { width: 1280, height: 800, scheme: 'light', language: 'it' } as const;
const light: Mode = { ...desktop, name: 'light' };
const dark: Mode = { ...desktop, name: 'dark', scheme: 'dark' };
const phone: Mode = { ...desktop, name: 'on a phone', width: 390, height: 844 };
const arabic: Mode = { ...desktop, name: 'in Arabic', language: 'ar' };
const arabicPhone: Mode = { ...arabic, name: 'in Arabic on a phone', width: 390, height: 844 };

const people = {
  worker: 'Paola Ruffinatto',
  admin: 'Sara Lanteri',
  mother: 'Nawal Benhaddou',
  tutor: 'Chiara Bertolino',
  answerer: 'Federica Isoardi',
  lead: 'Alessandra Fenoglio',
  shelterer: 'Cristina Audisio',
  desk: 'Monica Sibille',
} as const;
type Reader = keyof typeof people | 'nobody';
type Sight = {
  readonly name: string;
  readonly reader: Reader;
  path(): string | Promise<string>;
  /** A selector of what is pressed first. */
  readonly press?: string;
  /** A selector of what shows that the page has arrived. */
  readonly shows: string;
  readonly modes?: readonly Mode[];
};

const household = (tab: string, code = 'TRM-001') => `/households/${householdOf(network, code)}/${tab}`;
/** What the branches of a path opened: each once as most see it, once where it is tightest; dark where it is densest. */
const twice = [light, arabicPhone];
const thrice = [...twice, dark];
const sights: readonly Sight[] = [
  { name: 'sign-in', reader: 'nobody', path: () => '/sign-in', shows: 'input[type=password]' },
  { name: 'Today', reader: 'worker', path: () => '/', shows: '.board' },
  { name: 'the households', reader: 'worker', path: () => '/households', shows: '.hh-table' },
  {
    name: 'the plan with two hands',
    reader: 'worker',
    path: () => household('plan'),
    shows: '[role=textbox] .collaboration-carets__caret',
    modes: [light, dark, phone, arabic, arabicPhone],
  },
  { name: 'the map', reader: 'worker', path: () => household('map'), shows: '.net-node' },
  { name: 'a conference', reader: 'worker', path: conferencePath, shows: '.mn [role=textbox] h2' },
  { name: 'the tasks', reader: 'worker', path: () => household('tasks'), shows: '.item' },
  { name: 'the team', reader: 'worker', path: () => household('team'), shows: '.line' },
  { name: 'the directory', reader: 'worker', path: () => '/directory', shows: '.dir-b' },
  { name: 'administration', reader: 'admin', path: () => '/admin', shows: '.line, .t' },
  {
    name: 'the family’s own page',
    reader: 'mother',
    path: () => '/',
    shows: '.band-today',
    modes: [light, dark, phone, arabic, arabicPhone],
  },
  {
    name: 'the door',
    reader: 'answerer',
    path: () => '/door/waiting',
    shows: '.door-out form',
    modes: thrice,
  },
  {
    name: 'a report by phone',
    reader: 'answerer',
    path: () => '/door/new',
    shows: '.door-form',
    modes: twice,
  },
  {
    name: 'what a desk heard',
    reader: 'desk',
    path: () => '/door/contacts',
    shows: '.line, .empty',
    modes: twice,
  },
  { name: 'the caseload', reader: 'tutor', path: () => '/caseload', shows: '.caseload tbody', modes: twice },
  {
    name: 'the path',
    reader: 'tutor',
    path: () => household('path'),
    shows: '.day',
    modes: thrice,
  },
  { name: 'the pact', reader: 'tutor', path: () => household('pact'), shows: '.pa-side', modes: thrice },
  {
    name: 'the children',
    reader: 'tutor',
    path: () => household('children'),
    shows: '.child',
    modes: twice,
  },
  { name: 'the charge', reader: 'tutor', path: () => household('charge'), shows: '.triangle', modes: thrice },
  {
    name: 'a household’s shelter',
    reader: 'shelterer',
    path: () => household('shelter', 'TRM-025'),
    shows: '.sect',
    modes: twice,
  },
  {
    name: 'what the map tells',
    reader: 'tutor',
    path: () => household('map'),
    press: '.map-time-end > button',
    shows: '.map-side',
    modes: twice,
  },
  { name: 'mediation', reader: 'lead', path: () => '/mediation', shows: '.sect', modes: twice },
  { name: 'shelter', reader: 'answerer', path: () => '/shelter', shows: '.shelter-board', modes: thrice },
  {
    name: 'the territory’s map',
    reader: 'lead',
    path: () => '/network/map',
    shows: '.terr-list',
    modes: thrice,
  },
  ...(['initiatives', 'pacts', 'trainings', 'tables', 'procedures'] as const).map(
    (section): Sight => ({
      name: `the territory’s ${section}`,
      reader: 'lead',
      path: () => `/network/${section}`,
      shows: '.line, .sect, .item',
      modes: twice,
    }),
  ),
  { name: 'the numbers', reader: 'lead', path: () => '/numbers', shows: '.num-i', modes: thrice },
  { name: 'the data', reader: 'admin', path: () => '/admin/data', shows: '.data', modes: twice },
  { name: 'the calendar', reader: 'admin', path: () => '/admin/calendar', shows: '.rule', modes: twice },
  { name: 'reporting', reader: 'nobody', path: () => '/report', shows: '.door-form', modes: twice },
  { name: 'a receipt', reader: 'nobody', path: receiptPath, shows: 'h1', modes: twice },
  { name: 'an answer', reader: 'nobody', path: answerPath, shows: '.ans', modes: twice },
];

let browser: Browser;
let other: Seat;
let moveOther: ReturnType<typeof setInterval>;
const seats = new Map<Reader, Seat>();

beforeAll(async () => {
  browser = await openBrowser();
  for (const [reader, name] of Object.entries(people) as [keyof typeof people, string][])
    seats.set(reader, await seat(browser, url, accountOf(network, name), '/', { reducedMotion: 'reduce' }));
  const context = await browser.newContext({ baseURL: url, locale: 'it-IT', reducedMotion: 'reduce' });
  seats.set('nobody', { page: await context.newPage(), errors: [], close: () => context.close() });
  other = await seat(browser, url, accountOf(network, 'Chiara Bertolino'), household('plan'));
  const theirs = other.page.getByRole('textbox', { name: /^Piano/ });
  await theirs
    .locator('p')
    .first()
    .click({ position: { x: 20, y: 12 } });
  // A hand that goes on moving, as one does who reads along: it writes nothing.
  moveOther = setInterval(() => void other.page.keyboard.press('ArrowRight').catch(() => undefined), 700);
}, 180_000);

afterAll(async () => {
  clearInterval(moveOther);
  for (const { page } of seats.values()) await speak(page, 'it').catch(() => undefined);
  await other?.close();
  await Promise.all([...seats.values()].map((one) => one.close()));
  await browser?.close();
});

afterEach(async ({ task }) => {
  const all = [...seats.values(), other];
  if (task.result?.state === 'fail') await picture(all, task.name);
  expect(all.flatMap((one) => one.errors.splice(0))).toEqual([]);
});

describe('X16: every page, for every eye', () => {
  for (const sight of sights) {
    for (const mode of sight.modes ?? [light, dark, phone, arabic]) {
      test(`X16: ${sight.name} ${mode.name}: axe finds nothing and nothing scrolls sideways`, async () => {
        const page = await open(sight, mode);
        await expectNoViolations(page);
        const { wide, room } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth,
          room: document.documentElement.clientWidth,
        }));
        expect(wide).toBeLessThanOrEqual(room);
        const folder = process.env.PICTURES;
        if (folder)
          await page.screenshot({ path: join(folder, `${sight.name} ${mode.name}.png`.replace(/\s/g, '-')) });
      });
    }
  }
});

describe('X16: everything within reach of the keyboard', () => {
  test.each(['the plan with two hands', 'the map'])(
    'X16: on %s Tab comes to everything, and one sees where one is',
    async (name) => {
      const sight = sights.find((one) => one.name === name);
      if (!sight) throw new Error(`no page called ${name}`);
      const page = await open(sight, light);
      const { unreached, unseen } = await walkWithTab(page);
      expect(unreached).toEqual([]);
      expect(unseen).toEqual([]);
    },
  );
});

async function open(sight: Sight, mode: Mode): Promise<Page> {
  const taken = seats.get(sight.reader);
  if (!taken) throw new Error(`nobody sits as ${sight.reader}`);
  const { page } = taken;
  await page.setViewportSize({ width: mode.width, height: mode.height });
  await page.emulateMedia({ colorScheme: mode.scheme });
  if ((await page.locator('html').getAttribute('lang')) !== mode.language || page.url() === 'about:blank')
    await speak(page, mode.language);
  await page.goto(await sight.path());
  await page.locator(`html[lang=${mode.language}][data-theme=${mode.scheme}]`).waitFor();
  if (sight.press) await page.locator(sight.press).first().click();
  await page.locator(sight.shows).first().waitFor({ state: 'attached', timeout: 30_000 });
  await page.waitForFunction(
    () => document.fonts.status === 'loaded' && !document.querySelector('.skeleton'),
  );
  return page;
}

/** The reader's own setting and, for who isn't signed in, this device's. */
async function speak(page: Page, language: 'it' | 'ar'): Promise<void> {
  const me = await page.request.get('/api/me');
  if (me.ok())
    await page.request.patch('/api/me', { data: { screenLanguage: language }, headers: { Origin: url } });
  if (!page.url().startsWith(url)) await page.goto('/sign-in');
  await page.evaluate((chosen) => localStorage.setItem('trama.language', chosen), language);
}

async function conferencePath(): Promise<string> {
  const id = householdOf(network, 'TRM-001');
  const { conferences } = await ask<{
    conferences: readonly { readonly id: string; readonly status: string }[];
  }>('worker', `/api/households/${id}/conferences`);
  const planned = conferences.find((conference) => conference.status === 'planned') ?? conferences[0];
  return household(`conferences/${planned?.id}`);
}

/** The page that tells a sender how their report stands. */
async function receiptPath(): Promise<string> {
  const at = await ask<{ items: readonly { id: string }[] }>('answerer', '/api/reports?state=triaged');
  const { receipt } = await ask<{ receipt: string }>('answerer', `/api/reports/${at.items[0]?.id}`);
  return receipt;
}

/** The page on which a service answers what it is asked; a new link each time, the one before ends. */
async function answerPath(): Promise<string> {
  const all = `/api/households/${householdOf(network, 'TRM-001')}/referrals`;
  const { referrals } = await ask<{ referrals: readonly { id: string; status: string }[] }>('tutor', all);
  const open = referrals.find(({ status }) => status === 'requested');
  const made = await seats
    .get('tutor')
    ?.page.request.post(`${all}/${open?.id}/link`, { data: {}, headers: { Origin: url } });
  if (!made?.ok()) throw new Error(`no link for an answer: ${await made?.text()}`);
  const { link } = (await made.json()) as { link: string };
  return new URL(link, url).pathname;
}

async function ask<T>(reader: Reader, path: string): Promise<T> {
  const answer = await seats.get(reader)?.page.request.get(path);
  if (!answer?.ok()) throw new Error(`${path} could not be read: ${answer?.status()}`);
  return (await answer.json()) as T;
}

async function expectNoViolations(page: Page): Promise<void> {
  // A bar that sticks to the window's foot covers half of whatever row is behind it: one scrolls, axe can't.
  await page.evaluate(() => {
    for (const bar of document.querySelectorAll<HTMLElement>('.bar')) bar.style.position = 'static';
  });
  // No frame of another origin is on these pages: without them axe needs no page of its own for its findings.
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: standards, resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join(' | ')}`,
  );
  expect(found, found.join('\n')).toEqual([]); // whole in the message: the report cuts what was compared short
}

/** Presses Tab until it comes round: what it never came to, and where it was without a sign of it. */
async function walkWithTab(page: Page): Promise<{ unreached: string[]; unseen: string[] }> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    const isStop = (element: HTMLElement | SVGElement) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('[inert]');
    const all = document.querySelectorAll<HTMLElement | SVGElement>(
      'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]',
    );
    for (const element of all) if (isStop(element)) element.dataset.stop = '';
  });
  const stops = await page.locator('[data-stop]').count();
  const unseen: string[] = [];
  for (let press = 0; press < stops * 2 + 40; press += 1) {
    await page.keyboard.press('Tab');
    const blind = await page.evaluate(() => {
      const here = document.activeElement;
      if (!here || here === document.body) return null;
      here.removeAttribute('data-stop');
      const style = getComputedStyle(here);
      // A place on the map lights its own ring; in a text box the caret shows.
      const shows =
        style.outlineStyle !== 'none' ||
        here.closest('.net') !== null ||
        here.matches('[contenteditable=true], input, textarea');
      return shows ? null : here.outerHTML.slice(0, 160);
    });
    if (blind) unseen.push(blind);
    if ((await page.locator('[data-stop]').count()) === 0) break;
  }
  const unreached = await page
    .locator('[data-stop]')
    .evaluateAll((elements) => elements.map((element) => element.outerHTML.slice(0, 160)));
  return { unreached, unseen };
}
