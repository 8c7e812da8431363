/** The server dies under two people who are writing; what they saw, and what their screens called saved, is still there. */
import { rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser, type Seat, seat } from '../support/browser.ts';
import { accountOf, householdOf } from '../support/demo.ts';
import { type Program, startDemo } from '../support/program.ts';
import { copyFolder, makeOpenFolder } from '../support/temporary-folder.ts';

let browser: Browser;
let program: Program;
let folder: string;
const seats: Seat[] = [];

beforeAll(async () => {
  folder = await makeOpenFolder();
  await copyFolder(inject('demo').asLoaded, folder);
  [browser, program] = await Promise.all([openBrowser(), startDemo(folder)]);
});
afterAll(async () => {
  await Promise.all(seats.map((one) => one.close()));
  await browser.close();
  await program.stop();
  await rm(folder, { recursive: true, force: true });
});

async function openPlan(name: string): Promise<Page> {
  const path = `/households/${householdOf(program.network, 'TRM-001')}/plan`;
  const taken = await seat(browser, program.url, accountOf(program.network, name), path);
  seats.push(taken);
  await planOf(taken.page).locator('p').first().waitFor();
  return taken.page;
}

const planOf = (page: Page) => page.getByRole('textbox', { name: /^Piano/ });
const saved = (page: Page) => page.locator('.saved[data-state="saved"]').waitFor({ timeout: 30_000 });

/** Numbered words, so that each can be looked for: `a12.` is the twelfth of writer `a`. */
const words = (writer: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${writer}${index + 1}.`);

async function write(page: Page, text: readonly string[]): Promise<void> {
  for (const word of text) await page.keyboard.type(word);
}

/** What is drawn into the sheet and isn't the document's: carets, who writes where. */
const drawnOnly = '.collaboration-carets__caret, [aria-hidden="true"]';

/**
 * Watches a page many times a second until the end: which words of the others stood on it, and which of its own stood
 * on it while the screen said "saved".
 */
async function watch(page: Page, own: string): Promise<void> {
  await page.evaluate(
    ([writer, drawn]) => {
      const [seen, called] = [new Set<string>(), new Set<string>()];
      Object.assign(window, { seenWords: seen, calledSaved: called });
      // The name at a caret within a word ("a1Chiara0.") is no letter of it.
      const isWritten = (node: Node) =>
        node instanceof Element && node.matches(drawn) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
      const written = () => {
        const plan = document.querySelector('.ProseMirror');
        if (!plan) return '';
        const nodes = document.createTreeWalker(
          plan,
          NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
          isWritten,
        );
        let text = '';
        while (nodes.nextNode()) if (nodes.currentNode instanceof Text) text += nodes.currentNode.data;
        return text;
      };
      setInterval(() => {
        const text = written();
        const isSaved = document.querySelector('.saved')?.getAttribute('data-state') === 'saved';
        for (const [word] of text.matchAll(/[abc]\d+\./g)) {
          if (!word.startsWith(writer)) seen.add(word);
          else if (isSaved) called.add(word);
        }
      }, 5);
    },
    [own, drawnOnly] as const,
  );
}

const noted = (page: Page, which: 'seenWords' | 'calledSaved') =>
  page.evaluate((name) => [...(Reflect.get(window, name) as Set<string>)], which); // set by `watch`

async function textOf(page: Page): Promise<string> {
  return planOf(page).evaluate((plan, drawn) => {
    const copy = plan.cloneNode(true) as HTMLElement;
    for (const one of copy.querySelectorAll(drawn)) one.remove();
    return copy.textContent ?? '';
  }, drawnOnly);
}

test('seen is saved: killed with -9 while both type, nothing that either saw or was told is saved is gone', async () => {
  const [one, other] = [await openPlan('Chiara Bertolino'), await openPlan('Paola Ruffinatto')];
  await planOf(one).locator('p').nth(1).click();
  await planOf(other).locator('p').nth(4).click();
  await Promise.all([watch(one, 'a'), watch(other, 'b')]);

  // A hand that never rests is never told "saved": a first breath, then on without one until the kill.
  await write(one, words('a', 60).slice(0, 10));
  await saved(one);
  await expect.poll(() => noted(one, 'calledSaved')).toContain('a10.');
  const writing = Promise.all([write(one, words('a', 60).slice(10)), write(other, words('b', 60))]);
  await one.getByText('b12.').waitFor({ state: 'attached' });
  await program.kill();
  await writing; // they go on writing into the silence
  await other.locator('.saved[data-state="offline"]').waitFor();

  const [seenByOne, savedOfOne, seenByOther] = [
    await noted(one, 'seenWords'),
    await noted(one, 'calledSaved'),
    await noted(other, 'seenWords'),
  ];
  expect(seenByOne.length).toBeGreaterThan(10);
  expect(savedOfOne.length).toBeGreaterThanOrEqual(10);
  // One page is lost with the machine it stood on: what it never sent is gone, what it was told is saved must not be.
  await one.close();
  await program.restart();

  await saved(other);
  const fresh = await openPlan('Chiara Bertolino');
  await fresh.getByText('b60.').waitFor({ state: 'attached' });
  const text = await textOf(fresh);
  for (const word of [...seenByOne, ...savedOfOne, ...seenByOther, ...words('b', 60)])
    expect(text).toContain(word);
  await expect.poll(() => textOf(other), { timeout: 10_000 }).toBe(text);
});

test('seen is saved: both screens catch up by themselves after the server came back, and say so', async () => {
  const [one, other] = [await openPlan('Chiara Bertolino'), await openPlan('Paola Ruffinatto')];
  await planOf(one).locator('p').nth(1).click();
  await program.kill();
  await write(one, words('c', 5));
  await one.locator('.saved[data-state="offline"]').getByText(/non/i).first().waitFor();
  await program.restart();
  await Promise.all([saved(one), saved(other)]);
  await other.getByText('c5.').waitFor({ state: 'attached' });
  await one.reload();
  await one.getByText('c5.').waitFor({ state: 'attached' });
});

test('seen is saved: a server that turns the feed away while it starts takes no open document away', async () => {
  const [one, other] = [await openPlan('Chiara Bertolino'), await openPlan('Paola Ruffinatto')];
  await one.route('**/api/feed*', (route) => route.fulfill({ status: 503 }));
  // The page asks whether it is still signed in, hears that it is, and opens the feed again.
  const asked = one.waitForResponse(
    (answer) => new URL(answer.url()).pathname === '/api/session' && answer.ok(),
  );
  await program.kill();
  await program.restart();
  await asked;
  await one.unroute('**/api/feed*');
  await planOf(one).locator('p').nth(1).click();
  await write(one, words('c', 9).slice(5));
  await other.getByText('c9.').waitFor({ state: 'attached' });
  await saved(one);
  expect(await one.getByText('Parole tue non salvate').count()).toBe(0);
});
