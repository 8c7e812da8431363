/** Eight people of eight kinds in one plan: whose hand is where, and that nobody is in anybody's way. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, picture, type Seat, seat } from '../support/browser.ts';
import { accountOf, householdOf } from '../support/demo.ts';

const { url, network } = inject('demo');
const path = `/households/${householdOf(network, 'TRM-001')}/plan`;
const writers = [
  'Chiara Bertolino',
  'Anna Castagneri',
  'Paola Ruffinatto',
  'Maddalena Rosso',
  'Roberto Vassallo',
  'Ibrahim Sow',
  'Laura Cravero',
] as const;
const mediator = 'Hanane Zeroual';

let browser: Browser;
const seats = new Map<string, Seat>();

beforeAll(async () => {
  browser = await openBrowser();
  for (const name of [...writers, mediator]) {
    const taken = await seat(browser, url, accountOf(network, name), path);
    seats.set(name, taken);
    await planOf(taken.page).locator(':scope > p').first().waitFor({ timeout: 60_000 });
  }
}, 300_000);
afterAll(async () => {
  await Promise.all([...seats.values()].map((one) => one.close()));
  await browser.close();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture([...seats.values()], task.name);
  expect([...seats.values()].flatMap(({ errors }) => errors.splice(0))).toEqual([]);
});

function pageOf(name: string): Page {
  const taken = seats.get(name);
  if (!taken) throw new Error(`${name} has no page`);
  return taken.page;
}
const planOf = (page: Page) => page.getByRole('textbox', { name: /^Piano/ });
const caretOf = (page: Page, givenName: string) => planOf(page).locator('.caret', { hasText: givenName });

/** The caret at the end of the paragraph with this number. */
async function stand(name: string, paragraph: number): Promise<void> {
  await planOf(pageOf(name))
    .locator(':scope > p')
    .nth(paragraph)
    .click({ position: { x: 4, y: 8 } });
  await pageOf(name).keyboard.press('End');
}

async function write(name: string, paragraph: number, words: string): Promise<void> {
  await stand(name, paragraph);
  await pageOf(name).keyboard.type(words);
}

describe('X6: eight people in one plan', { timeout: 180_000 }, () => {
  test('X6: each has a colour of their own, and every page gives them the same in caret, list and outline', async () => {
    for (const [index, name] of writers.entries()) await stand(name, index % 3);
    const seen = await Promise.all([...seats.values()].map(({ page }) => coloursOn(page)));
    const colours = new Map<string, string>();
    for (const { carets, avatars } of seen) {
      for (const [person, colour] of [...carets, ...avatars]) {
        expect([person, colours.get(person) ?? colour]).toEqual([person, colour]);
        colours.set(person, colour);
      }
    }
    expect(colours.size).toBe(8);
    expect(new Set(colours.values()).size).toBe(8);
  });

  test('X6: a name stands by the caret while the hand moves, covers no words, and is gone 1.2 s after', async () => {
    const watcher = pageOf('Anna Castagneri');
    await stand('Anna Castagneri', 2);
    await stand('Chiara Bertolino', 0);
    const caret = caretOf(watcher, 'Chiara');
    const moving = caret.and(watcher.locator('[data-moving]'));
    await moving.waitFor({ state: 'detached' });
    await pageOf('Chiara Bertolino').keyboard.type(' Scrivo', { delay: 60 });
    await moving.waitFor({ state: 'attached' });
    const covered = await wordsUnder(caret);
    const shownAt = Date.now();
    await moving.waitFor({ state: 'detached' });
    expect(covered).toEqual([]);
    expect(Date.now() - shownAt).toBeLessThan(5_000);
  });

  test('X6: what one reads doesn’t move when another writes above it', async () => {
    const reader = pageOf('Paola Ruffinatto');
    const block = planOf(reader).locator(':scope > *').last();
    await block.scrollIntoViewIfNeeded();
    await reader.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    );
    const read = await firstBlockInSight(reader);
    await stand('Chiara Bertolino', 0);
    const writer = pageOf('Chiara Bertolino');
    for (const line of ['Prima riga nuova', 'Seconda riga nuova', 'Terza riga nuova']) {
      await writer.keyboard.press('Enter');
      await writer.keyboard.type(line);
    }
    await planOf(reader)
      .getByText(/Terza riga nuova/)
      .waitFor({ state: 'attached' });
    expect(Math.abs((await read.top()) - read.before)).toBeLessThanOrEqual(1);
  });

  test('X6: from the key to the paint, with eight people there', async ({ annotate }) => {
    const page = pageOf('Chiara Bertolino');
    await stand('Chiara Bertolino', 0);
    await page.evaluate(() => {
      const delays: number[] = [];
      Object.assign(window, { keyDelays: delays });
      document.addEventListener(
        'beforeinput',
        (event) => {
          requestAnimationFrame(() => {
            const painted = new MessageChannel();
            painted.port1.onmessage = () => delays.push(performance.now() - event.timeStamp);
            painted.port2.postMessage(0);
          });
        },
        { capture: true },
      );
    });
    await page.keyboard.type(' e così si scrive insieme, ognuno con la sua mano', { delay: 40 });
    const delays: number[] = await page.evaluate(() => Reflect.get(window, 'keyDelays'));
    const sorted = delays.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
    await annotate(`keystroke to paint: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms`);
    process.stdout.write(
      `keystroke to paint: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms\n`,
    );
    expect(sorted.length).toBeGreaterThan(40);
    // Nine browsers share this machine: the figure is for reading, the bar only for what nobody could work with.
    expect(at(0.5)).toBeLessThan(1_000);
  });

  test('X6: undo takes back one’s own words and nobody else’s', async () => {
    await write('Roberto Vassallo', 1, ' ROBERTO');
    await write('Laura Cravero', 2, ' LAURA');
    const plan = planOf(pageOf('Roberto Vassallo'));
    await plan.getByText(/LAURA/).waitFor();
    await pageOf('Roberto Vassallo').keyboard.press('Control+z');
    await planOf(pageOf('Laura Cravero'))
      .getByText(/ROBERTO/)
      .waitFor({ state: 'detached' });
    await expect.poll(() => plan.innerText()).not.toContain('ROBERTO');
    expect(await plan.innerText()).toContain('LAURA');
  });

  test('A6: a mediator annotates words of a plan she may not write while another writes there, and both see both at once', async () => {
    const hers = pageOf(mediator);
    const frames = await planUpdatesFrom(hers);
    const theirs = pageOf('Chiara Bertolino');
    const paragraph = planOf(hers).locator(':scope > p').last();
    await paragraph.click({ clickCount: 3 });
    await hers
      .getByRole('toolbar', { name: 'Con le parole scelte' })
      .getByRole('button', { name: /Annota/ })
      .click();
    await hers.getByRole('textbox', { name: 'Testo dell’annotazione' }).pressSequentially('ن');
    await hers.getByRole('textbox', { name: 'Testo dell’annotazione' }).pressSequentially('عم');
    await write('Chiara Bertolino', 0, ' INTANTO CHIARA');
    // Cards far from what one looks at aren't drawn.
    await planOf(theirs).locator(':scope > p').last().scrollIntoViewIfNeeded();
    await theirs.getByRole('complementary', { name: 'Annotazioni' }).getByText('نعم').first().waitFor();
    await planOf(hers)
      .getByText(/INTANTO CHIARA/)
      .waitFor();
    await planOf(hers).press('x');
    expect(await planOf(hers).getAttribute('contenteditable')).toBe('false');
    expect(frames()).toBe(0);
  });
});

type Colours = { carets: [string, string][]; avatars: [string, string][] };

/** By person: the colour drawn for their caret, and for their mark among those who are here. */
async function coloursOn(page: Page): Promise<Colours> {
  await page.waitForFunction(
    (most) =>
      new Set([...document.querySelectorAll<HTMLElement>('.sheet .caret')].map((one) => one.dataset.person))
        .size >= most,
    writers.length - 1,
    { timeout: 60_000 },
  );
  return page.evaluate(() => {
    const shade = (element: Element, variable: string) =>
      getComputedStyle(element).getPropertyValue(variable).trim();
    const names = new Map<string, string>();
    for (const caret of document.querySelectorAll<HTMLElement>('.sheet .caret'))
      names.set(caret.textContent ?? '', shade(caret, '--c'));
    const marks = [...document.querySelectorAll('.regia-here .av[data-here]')].map(
      (mark): [string, string] => [
        (mark.getAttribute('aria-label') ?? '').split(' ')[0] ?? '',
        shade(mark, '--c'),
      ],
    );
    return { carets: [...names], avatars: marks.filter(([name]) => !name.startsWith('+')) };
  });
}

/** Words that the caret's name lies on; two pixels of a line's own leading are nobody's words. */
const wordsUnder = (caret: Locator): Promise<string[]> =>
  caret.first().evaluate((mark) => {
    const label = mark.querySelector('b')?.getBoundingClientRect();
    const sheet = mark.closest('.sheet');
    if (!label || !sheet) return ['no name'];
    const leading = 2;
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    const covered: string[] = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (mark.contains(text) || text.parentElement?.closest('.caret, [aria-hidden]')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const isUnder = [...range.getClientRects()].some(
        (line) =>
          line.left < label.right &&
          line.right > label.left &&
          line.top + leading < label.bottom &&
          line.bottom - leading > label.top,
      );
      if (isUnder) covered.push(text.textContent ?? '');
    }
    return covered;
  });

/** The block at the top of the screen, and where it stands. */
async function firstBlockInSight(page: Page) {
  const handle = await planOf(page).evaluateHandle((sheet) => {
    const inSight = [...sheet.children].find((block) => block.getBoundingClientRect().top > 120);
    return inSight ?? sheet;
  });
  const top = () => handle.evaluate((block) => block.getBoundingClientRect().top);
  return { before: await top(), top };
}

/** Counts the document updates this page sends for the plan (sync frames other than the question and an empty answer). */
async function planUpdatesFrom(page: Page): Promise<() => number> {
  const { documents } = await (await page.request.get(`/api${path.replace('/plan', '')}`)).json();
  const plan = documents.find((one: { kind: string }) => one.kind === 'care-plan').id;
  let updates = 0;
  page.on('websocket', (socket) => {
    if (!socket.url().includes(plan)) return;
    socket.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string' && payload[0] === 0 && payload[1] !== 0) updates += 1;
    });
  });
  await page.reload();
  await planOf(page).locator(':scope > p').first().waitFor();
  return () => updates;
}
