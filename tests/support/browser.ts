/** Real Chromium, and people who sign in to it: one browser context a person, as on their own machine. */
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { findChromium } from './chromium-path.ts';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export type Seat = {
  readonly page: Page;
  /** Errors the page threw or logged: there should be none. */
  readonly errors: string[];
  close(): Promise<void>;
};

export type SeatOptions = BrowserContextOptions & { readonly language?: 'it' | 'en' | 'fr' | 'ar' };

/** A person at their own browser, signed in and at `path`. */
export async function seat(
  browser: Browser,
  url: string,
  account: { readonly email: string; readonly password: string },
  path = '/',
  { language = 'it', ...options }: SeatOptions = {},
): Promise<Seat> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    locale: 'it-IT',
    ...options,
  });
  const response = await context.request.post('/api/session', {
    data: { email: account.email, password: account.password },
    headers: { Origin: url },
  });
  if (!response.ok())
    throw new Error(`${account.email} could not sign in: ${response.status()} ${await response.text()}`);
  // As if chosen on this device: else the page would speak the account's language. A test may choose another one.
  await context.addInitScript((spoken) => {
    // The browser's own page for a network that is gone has no storage.
    if (!location.protocol.startsWith('http')) return;
    if (localStorage.getItem('trama.language') === null) localStorage.setItem('trama.language', spoken);
  }, language);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(path);
  return { page, errors, close: () => context.close() };
}

/** What was opened stands still: nothing of its own moves or fades any more. */
export const atRest = (opened: Locator): Promise<unknown> =>
  opened.evaluate((element) => Promise.all(element.getAnimations().map((one) => one.finished)));

/** What every page showed when a test failed, as pictures in `test-pictures/`. */
export async function picture(seats: readonly Seat[], title: string): Promise<void> {
  const name = title.replace(/\W+/g, '-').slice(0, 60);
  await Promise.all(
    seats.map(({ page }, index) =>
      page.screenshot({ path: `test-pictures/${name}-${index + 1}.png` }).catch(() => undefined),
    ),
  );
}
