/** People at their own browsers for one file of tests: taken, looked after, and left again with every test. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { openBrowser, picture, type Seat, type SeatOptions, seat } from './browser.ts';
import { accountOf, householdOf } from './demo.ts';

export type Seats = {
  /** Somebody of the demo network, signed in and at `path`. */
  sit(name: string, path: string, options?: SeatOptions): Promise<Page>;
  /** A browser in which nobody is signed in yet. */
  stranger(path: string): Promise<Page>;
  /** Address of a tab of the demo's household with this code. */
  tab(code: string, name: string): string;
};

/** A busy machine is slow; a page that is wrong stays wrong. */
const patienceMs = 20_000;

/** Refusals are answers: the browser logs them as errors, the page shows them in words. */
const isRefusal = (error: string): boolean =>
  /Failed to load resource: the server responded with a status of 4\d\d/.test(error);

/** What a browser itself reports of a network that is gone. */
export const networkGone = /ERR_INTERNET_DISCONNECTED|WebSocket connection/;

/**
 * Call once at the top of a test file. A test fails when any page threw or logged an error of its own, other than those
 * that are `foreseen`.
 */
export function openSeats(foreseen?: RegExp): Seats {
  const { url, network } = inject('demo');
  let browser: Browser | undefined;
  const seats: Seat[] = [];
  const opened = (): Browser => {
    if (!browser) throw new Error('the browser is opened before the tests');
    return browser;
  };
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(seats, task.name);
    const errors = seats
      .flatMap((one) => one.errors)
      .filter((error) => !isRefusal(error) && !foreseen?.test(error));
    await Promise.all(seats.splice(0).map((one) => one.close()));
    expect(errors).toEqual([]);
  });
  return {
    async sit(name, path, options) {
      const taken = await seat(opened(), url, accountOf(network, name), path, options);
      taken.page.setDefaultTimeout(patienceMs);
      seats.push(taken);
      return taken.page;
    },
    async stranger(path) {
      const context = await opened().newContext({
        baseURL: url,
        viewport: { width: 1280, height: 800 },
        locale: 'it-IT',
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
      seats.push({ page, errors, close: () => context.close() });
      page.setDefaultTimeout(patienceMs);
      await page.goto(path);
      return page;
    },
    tab: (code, name) => `/households/${householdOf(network, code)}/${name}`,
  };
}

/** Types into the picker with this label and takes the one option that fits. */
export async function pick(where: Locator, label: string, typed: string, option: RegExp): Promise<void> {
  await where.getByLabel(new RegExp(`^${label}(\\s*facoltativo)?$`)).fill(typed);
  await where.page().getByRole('option', { name: option }).click();
}

/** Asks the server as the person at this page: for what has to be there before the journey begins. */
export async function ask<T = unknown>(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const origin = new URL(page.url()).origin;
  const response = await page.request.fetch(path, {
    method,
    headers: { origin },
    ...(body === undefined ? {} : { data: body }),
  });
  const text = await response.text();
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${text}`);
  return JSON.parse(text || '{}') as T; // the caller names the shape of its own endpoint
}
