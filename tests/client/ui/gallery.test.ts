/** The plain components in a real browser: served by the project's own Vite, looked at by Chromium. */
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../support/browser.ts';

let server: ViteDevServer;
let browser: Browser;
let origin = '';

beforeAll(async () => {
  server = await createServer({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1' },
  });
  await server.listen();
  origin = server.resolvedUrls?.local[0] ?? '';
  browser = await openBrowser();
  const first = await openGallery('');
  await first.context().close(); // Vite prepares the modules once, outside any test's time
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openGallery(query: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${origin}ui/gallery/${query}`);
  await page.locator('.band-l').first().waitFor({ timeout: 60_000 });
  return page;
}

describe('everyone can use it', { timeout: 60_000 }, () => {
  it.each(['?lang=it', '?lang=ar&theme=dark', '?lang=fr&open=dialog', '?lang=en&open=toast&theme=dark'])(
    'X16: axe finds nothing wrong with the components at %s',
    async (query) => {
      const page = await openGallery(query);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
        [],
      );
      await page.context().close();
    },
  );

  it.each([390, 1280])('X16: nothing makes the page scroll sideways at %i pixels', async (width) => {
    const page = await openGallery('?lang=it', width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});

describe('the band (A2)', { timeout: 60_000 }, () => {
  const nameOfFocused = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

  it.each([
    ['it', 'ArrowRight'],
    ['ar', 'ArrowLeft'],
  ])(
    'A2: in %s %s goes to the next mark in time, Home to the first, and the name is shown',
    async (lang, key) => {
      const page = await openGallery(`?lang=${lang}`);
      const band = page.locator('.band').first();
      await band.locator('[data-mark][tabindex="0"]').focus();
      expect(await nameOfFocused(page)).toContain('Seconda visita');
      await page.keyboard.press(key);
      expect(await nameOfFocused(page)).toContain('Invio al consultorio');
      expect(await band.locator('.band-tip').textContent()).toContain('Invio al consultorio');
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      expect(await nameOfFocused(page)).toContain('Seconda visita');
      await page.context().close();
    },
  );

  it('A2: Tab meets the band once, however many marks it holds', async () => {
    const page = await openGallery('');
    expect(await page.locator('.band').first().locator('[data-mark][tabindex="0"]').count()).toBe(1);
    await page.context().close();
  });

  it.each([390, 900, 1280])('A2: at %i pixels no two labels touch', async (width) => {
    const page = await openGallery('?lang=it', width);
    const boxes = await page
      .locator('.band')
      .first()
      .locator('.band-l')
      .evaluateAll((labels) =>
        labels.map((label) => {
          const range = document.createRange();
          range.selectNodeContents(label);
          const { left, right } = range.getBoundingClientRect();
          return { left, right };
        }),
      );
    boxes.sort((a, b) => a.left - b.left);
    expect(boxes.length).toBeGreaterThan(2);
    for (const [index, box] of boxes.entries()) {
      const next = boxes[index + 1];
      if (next) expect(next.left).toBeGreaterThan(box.right);
    }
    await page.context().close();
  });
});

describe('dialogs', { timeout: 60_000 }, () => {
  it('X16: focus starts at the first field, stays inside, and Escape closes', async () => {
    const page = await openGallery('?open=dialog');
    const focusIsInside = () =>
      page.evaluate(
        () => document.querySelector('[role="dialog"]')?.contains(document.activeElement) ?? false,
      );
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab');
      expect(await focusIsInside()).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('[role="dialog"]').count()).toBe(0);
    await page.context().close();
  });
});
