import AxeBuilder from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../../support/browser.ts';
import { type MapPage, serveMapPage } from './map-page.ts';

vi.setConfig({ testTimeout: 60_000 });
/** What the browser shows in the end; a busy machine may take its time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

let site: MapPage;
let browser: Browser;
let page: Page | undefined;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveMapPage(), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
afterEach(async () => {
  await page?.close();
  page = undefined;
});

type Opening = { query?: string; width?: number; height?: number };
async function open({ query = '', width = 1280, height = 800 }: Opening = {}): Promise<Page> {
  page = await browser.newPage({ viewport: { width, height } });
  await page.goto(`${site.url}/?${query}`);
  await page.locator('.net-member').first().waitFor();
  return page;
}

const place = (at: Page | Locator, key: string) => at.locator(`.net [data-key="${key}"]`);
const side = (at: Page, name: 'anna' | 'berta') => at.locator(`[data-side="${name}"]`);
const position = async (node: Locator): Promise<{ x: number; y: number }> => {
  const [x = 0, y = 0] =
    ((await node.locator('xpath=..').getAttribute('transform')) ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
  return { x, y };
};
/** Where to put the mouse to grab a place by its sign. */
const grip = async (node: Locator): Promise<{ x: number; y: number }> => {
  const box = await node.locator('.net-touch').boundingBox();
  if (!box) throw new Error('the place is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
const nodeInDocument = (at: Page, doc: string, key: string) =>
  at.evaluate(([name, node]) => window.maps[name ?? '']?.getMap('nodes').toJSON()[node ?? ''], [doc, key]);
const tieInDocument = (at: Page, doc: string, key: string) =>
  at.evaluate(([name, tie]) => window.maps[name ?? '']?.getMap('ties').toJSON()[tie ?? ''], [doc, key]);
const countInDocument = (at: Page, root: 'nodes' | 'ties') =>
  at.evaluate((name) => window.maps.anna?.getMap(name).size ?? 0, root);

describe('B10: the map is drawn together', () => {
  it('others see a place move while it is being dragged, who holds it, and where it stays', async () => {
    const at = await open({ query: 'maps=2', width: 1800 });
    const mine = place(side(at, 'anna'), 'nadia');
    const theirs = place(side(at, 'berta'), 'nadia');
    const before = await position(theirs);
    const from = await grip(mine);
    await at.mouse.move(from.x, from.y);
    await at.mouse.down();
    await at.mouse.move(from.x - 30, from.y + 60, { steps: 6 });
    await eventually(async () => (await position(theirs)).y).toBeGreaterThan(before.y + 30);
    await theirs.locator('.net-holder').waitFor();
    await side(at, 'berta').locator('.net-cursor', { hasText: 'Anna' }).waitFor();
    await at.mouse.move(from.x - 20, from.y + 90, { steps: 4 });
    await at.mouse.up();
    await theirs.locator('.net-holder').waitFor({ state: 'detached' });
    await eventually(async () => {
      const [a, b] = await Promise.all([position(mine), position(theirs)]);
      return Math.hypot(a.x - b.x, a.y - b.y);
    }).toBeLessThan(1);
    expect(await nodeInDocument(at, 'berta', 'nadia')).toEqual(await nodeInDocument(at, 'anna', 'nadia'));
  });

  it('a whole drag is one step of undo, and undo never touches what somebody else did', async () => {
    const at = await open({ query: 'maps=2', width: 1800 });
    const start = await nodeInDocument(at, 'anna', 'nadia');
    const from = await grip(place(side(at, 'anna'), 'nadia'));
    await at.mouse.move(from.x, from.y);
    await at.mouse.down();
    await at.mouse.move(from.x - 30, from.y + 80, { steps: 12 });
    await at.mouse.up();
    const dropped = await nodeInDocument(at, 'anna', 'nadia');
    expect(dropped).not.toEqual(start);
    await place(side(at, 'berta'), 'tigli').focus();
    await at.keyboard.press('ArrowDown');
    const moved = await nodeInDocument(at, 'berta', 'tigli');
    await place(side(at, 'anna'), 'nadia').focus();
    await at.keyboard.press('Control+z');
    expect(await nodeInDocument(at, 'berta', 'nadia')).toEqual(start);
    expect(await nodeInDocument(at, 'anna', 'tigli')).toEqual(moved);
    await at.keyboard.press('Control+Shift+z');
    expect(await nodeInDocument(at, 'berta', 'nadia')).toEqual(dropped);
  });

  it('two people who change two fields of one tie at the same moment both keep their change', async () => {
    const at = await open({ query: 'maps=2', width: 1800 });
    await at.evaluate(() => window.link.cut());
    await side(at, 'anna').getByRole('button', { name: /^Huda/ }).last().click();
    await side(at, 'anna').getByRole('button', { name: 'Modifica legame' }).click();
    await at.getByRole('radio', { name: 'interrotto' }).check();
    await at.getByRole('button', { name: 'Salva' }).click();
    await at.getByRole('dialog').waitFor({ state: 'detached' });
    await side(at, 'berta').getByRole('button', { name: /^Huda/ }).last().click();
    await side(at, 'berta').getByRole('button', { name: 'Modifica legame' }).click();
    await at.getByRole('textbox', { name: 'Quanto spesso' }).fill('ogni notte');
    await at.getByRole('button', { name: 'Salva' }).click();
    await at.getByRole('dialog').waitFor({ state: 'detached' });
    await at.evaluate(() => window.link.mend());
    const tie = await tieInDocument(at, 'anna', 't2');
    expect(tie).toMatchObject({
      strength: 'broken',
      frequency: 'ogni notte',
      note: 'Ospita fino al 31 gennaio.',
    });
    expect(await tieInDocument(at, 'berta', 't2')).toEqual(tie);
    await side(at, 'berta').locator('[data-tie="t2"][data-k="broken"]').waitFor({ state: 'attached' });
  });

  it('what somebody else takes away while it is being edited closes nothing and breaks nothing', async () => {
    const at = await open({ query: 'maps=2', width: 1800 });
    const errors: Error[] = [];
    at.on('pageerror', (error) => errors.push(error));
    await place(side(at, 'anna'), 'huda').focus();
    await at.keyboard.press('Enter');
    await at.evaluate(() => window.maps.berta?.getMap('nodes').delete('huda'));
    await at.getByRole('button', { name: 'Salva' }).click();
    await place(side(at, 'anna'), 'huda').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });
});

describe('X15: the map by keyboard alone, and as a list', () => {
  it('adds a person, ties her, changes the tie, moves her, removes her and takes that back', async () => {
    const at = await open();
    const places = await countInDocument(at, 'nodes');
    await place(at, 'amal').focus();
    await at.keyboard.press('n');
    await at.locator('input:focus').waitFor();
    await at.keyboard.type('Fatima, amica');
    await at.keyboard.press('Enter');
    const added = at.locator('.net-press[aria-label^="Fatima"]');
    await eventually(() => added.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await added.getAttribute('aria-label')).toBe('Fatima, amica; senza legami');

    await at.keyboard.press('l');
    await at.getByRole('dialog').waitFor();
    await at.getByRole('radio', { name: 'forte' }).focus();
    await at.keyboard.press('ArrowDown');
    await at.keyboard.press('Enter');
    await at.getByRole('dialog').waitFor({ state: 'detached' });
    await eventually(() => added.getAttribute('aria-label')).toContain('legame debole con Amal');

    await eventually(() => added.evaluate((node) => node === document.activeElement)).toBe(true);
    const before = await position(added);
    await at.keyboard.press('ArrowRight');
    await eventually(async () => (await position(added)).x).toBeGreaterThan(before.x + 5);
    await at.keyboard.press('Shift+ArrowRight');
    await eventually(async () => (await position(added)).x).toBeGreaterThan(before.x + 40);

    await at.keyboard.press('Enter');
    await at.getByRole('textbox', { name: 'Nome' }).fill('Fatima, sorella di latte');
    await at.keyboard.press('Enter');
    const renamed = at.locator('.net-press[aria-label^="Fatima, sorella di latte"]');
    await eventually(() => renamed.evaluate((node) => node === document.activeElement)).toBe(true);

    await at.keyboard.press('Delete');
    await renamed.waitFor({ state: 'detached' });
    await at.getByText('Tolto dalla mappa: Fatima, sorella di latte, con 1 legame').first().waitFor();
    expect(await countInDocument(at, 'nodes')).toBe(places);
    await at.getByRole('button', { name: 'undo' }).click();
    await renamed.waitFor();
    expect(await renamed.getAttribute('aria-label')).toContain('legame debole con Amal');
  });

  it('Tab goes from one to the next and leaves at the end; Escape goes to the list', async () => {
    const at = await open();
    const active = () => at.evaluate(() => document.activeElement?.getAttribute('data-key'));
    await place(at, 'amal').focus();
    const first = await active();
    await at.keyboard.press('Tab');
    const second = await active();
    expect(second).not.toBe(first);
    await at.keyboard.press('Shift+Tab');
    expect(await active()).toBe(first);
    await at.keyboard.press('End');
    await at.keyboard.press('Tab');
    expect(await active()).toBeNull();
    await place(at, 'amal').focus();
    await at.keyboard.press('Escape');
    expect(await at.evaluate(() => document.activeElement?.closest('.net-panel') !== null)).toBe(true);
    expect(await at.locator('.net [tabindex="0"]').count()).toBe(1);
  });

  it('marks what is missing, and who needs it', async () => {
    const at = await open();
    await place(at, 'lina').focus();
    await at.keyboard.press('m');
    await at.locator('input:focus').waitFor();
    await at.keyboard.type('un posto al nido');
    await at.keyboard.press('Enter');
    const hole = at.locator('.net-node[data-missing] .net-press[aria-label^="un posto al nido"]');
    await hole.waitFor();
    expect(await hole.locator('xpath=..').locator('tspan').allTextContents()).toEqual([
      'manca: un posto',
      'al nido',
    ]);
    expect(await hole.getAttribute('aria-label')).toContain('legame che manca con Lina');
    await at.getByRole('heading', { name: '18 legami, 4 mancanze' }).waitFor();
  });

  it('says in one breath who it is, which tie and when to look again', async () => {
    const at = await open();
    await eventually(() => place(at, 'nadia').getAttribute('aria-label')).toBe(
      'Nadia, vicina; legame forte con Amal, aiuto pratico, affetto, ascolto, energia nei due sensi',
    );
    expect(await place(at, 'huda').getAttribute('aria-label')).toContain('da rivedere entro il 30 nov');
  });

  it('the list does it all: adds a body, ties, and takes a tie away', async () => {
    const at = await open();
    const ties = await countInDocument(at, 'ties');
    await at.getByRole('button', { name: 'Persona o servizio' }).click();
    await at.getByRole('combobox', { name: 'Che cos’è' }).selectOption('body');
    await at.getByRole('combobox', { name: 'Ente' }).fill('ginestre');
    await at.getByRole('option', { name: /Centro Le Ginestre/ }).click();
    await at.getByRole('button', { name: 'Aggiungi alla mappa' }).click();
    const row = at.locator('.net-panel li', { hasText: 'ancora senza legami' });
    await row.getByRole('button', { name: 'Aggiungi legame' }).click();
    await at.getByRole('button', { name: 'Disegna il legame' }).click();
    await eventually(() => countInDocument(at, 'ties')).toBe(ties + 1);
    await at.locator('.net-panel .net-row', { hasText: 'Padrone di casa' }).click();
    await at.locator('[data-tie="t18"][data-sel]').waitFor({ state: 'attached' });
    await at.locator('.net-panel li[data-sel]').getByRole('button', { name: 'Altro' }).click();
    await at.getByRole('menuitem', { name: 'Togli legame' }).click();
    await eventually(() => countInDocument(at, 'ties')).toBe(ties);
  });

  it('a member the document doesn’t know yet is drawn, and written with the first tie', async () => {
    const at = await open({ query: 'empty' });
    expect(await countInDocument(at, 'nodes')).toBe(0);
    await at.locator('.net-press[aria-label^="Yunes"]').focus();
    await at.keyboard.press('m');
    await at.locator('input:focus').waitFor();
    await at.keyboard.type('pediatra');
    await at.keyboard.press('Enter');
    await eventually(() => countInDocument(at, 'nodes')).toBe(2);
    expect(await at.locator('.net-member').count()).toBe(5);
  });
});

describe('who may only look', () => {
  it('sees everything, and no key, press or drag changes anything', async () => {
    const at = await open({ query: 'read' });
    const state = () => at.evaluate(() => JSON.stringify(window.maps.anna?.getMap('nodes').toJSON()));
    const before = await state();
    expect(await at.locator('.net-tools').count()).toBe(0);
    await place(at, 'nadia').focus();
    for (const key of ['ArrowLeft', 'Delete', 'n', 'l', 'm', 'Control+z', 'Enter'])
      await at.keyboard.press(key);
    const from = await grip(place(at, 'nadia'));
    await at.mouse.move(from.x, from.y);
    await at.mouse.down();
    await at.mouse.move(from.x + 60, from.y + 60, { steps: 5 });
    await at.mouse.up();
    await at.locator('.net-tie[data-tie="t1"]').dispatchEvent('dblclick');
    expect(await at.getByRole('dialog').count()).toBe(0);
    expect(await state()).toBe(before);
    expect(
      await at
        .locator('.net-panel')
        .getByRole('button', { name: /Modifica/ })
        .count(),
    ).toBe(0);
    expect(await place(at, 'nadia').getAttribute('aria-pressed')).toBe('true');
  });
});

describe('for every eye and hand', () => {
  for (const [name, query, width] of [
    ['in the light', '', 1280],
    ['in the dark, in Arabic', 'theme=dark&lang=ar', 1280],
    ['on a phone', '', 390],
    ['by who may only look', 'read', 1280],
  ] as const) {
    it(`axe finds nothing to mend ${name}`, async () => {
      const at = await browser.newContext({ viewport: { width, height: 844 } });
      const seen = await at.newPage();
      await seen.goto(`${site.url}/?${query}`);
      await seen.locator('.net-member').first().waitFor();
      const { violations } = await new AxeBuilder({ page: seen }).analyze();
      await at.close();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }

  it('axe finds nothing to mend in the dialog of a tie', async () => {
    const at = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const seen = await at.newPage();
    await seen.goto(`${site.url}/`);
    await seen.locator('.net-panel .net-row', { hasText: 'Huda' }).click();
    await seen.getByRole('button', { name: 'Modifica legame' }).click();
    await seen.getByRole('dialog').waitFor();
    await seen.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
    const { violations } = await new AxeBuilder({ page: seen }).analyze();
    await at.close();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('the drawing does not mirror in Arabic, the list does', async () => {
    const italian = await open();
    const here = await position(place(italian, 'tigli'));
    await italian.close();
    const arabic = await open({ query: 'lang=ar' });
    expect(await position(place(arabic, 'tigli'))).toEqual(here);
    const list = await arabic.locator('.net-panel').boundingBox();
    expect(list?.x).toBe(0);
  });

  it('on a phone the list comes first', async () => {
    const at = await open({ width: 390, height: 844 });
    const [list, drawing] = await Promise.all([
      at.locator('.net-panel').boundingBox(),
      at.locator('.net-canvas').boundingBox(),
    ]);
    expect(list?.y).toBeLessThan(drawing?.y ?? 0);
    expect(await at.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('the wheel and the buttons zoom, and one button brings the whole network back', async () => {
    const at = await open();
    const scale = async () =>
      Number(/scale\(([\d.]+)\)/.exec((await at.locator('.net > g').getAttribute('transform')) ?? '')?.[1]);
    const whole = await scale();
    await at.getByRole('button', { name: 'Ingrandisci' }).click();
    await eventually(scale).toBeGreaterThan(whole);
    await at.mouse.move(480, 400);
    await at.mouse.wheel(0, -400);
    await eventually(scale).toBeGreaterThan(whole * 1.4);
    await at.getByRole('button', { name: 'Tutta la rete' }).click();
    await eventually(scale).toBe(whole);
  });
});

describe('with 40 places and 60 ties', () => {
  it('a step of a drag, drawing and document together, takes less than two frames even on a busy machine', async () => {
    const at = await open({ query: 'sample=large' });
    expect(await at.locator('.net-node').count()).toBe(40);
    const before = await position(place(at, 'n3'));
    const from = await grip(place(at, 'n3'));
    const median = await place(at, 'n3').evaluate(async (node, { x, y }) => {
      const fire = (type: string, target: EventTarget, dx: number, dy: number) =>
        target.dispatchEvent(
          new MouseEvent(type, {
            bubbles: true,
            cancelable: true,
            view: window,
            clientX: x + dx,
            clientY: y + dy,
          }),
        );
      fire('mousedown', node, 0, 0);
      const times: number[] = [];
      for (let step = 0; step < 120; step += 1) {
        const began = performance.now();
        fire('mousemove', window, step, Math.sin(step / 8) * 80);
        document.documentElement.getBoundingClientRect(); // style and layout belong to the cost
        times.push(performance.now() - began);
        await new Promise(requestAnimationFrame);
      }
      fire('mouseup', window, 120, 0);
      return times.toSorted((a, b) => a - b)[60] ?? Number.POSITIVE_INFINITY;
    }, from);
    expect((await position(place(at, 'n3'))).x).toBeGreaterThan(before.x + 60);
    expect(median).toBeLessThan(33);
  });
});
