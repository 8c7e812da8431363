/** Annotations in real Chromium: a mediator who may not change the plan's words writes beside them. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { instantOf } from '../../../shared/dates.ts';
import { addThread, readThreads, resolveThread, threads } from '../../../shared/documents/annotations.ts';
import { planContent } from '../../../shared/documents/care-plan.ts';
import { textOf } from '../../../shared/documents/rich-text.ts';
import { PersonId } from '../../../shared/ids.ts';
import { type Bench, openBench } from '../../support/collab-bench.ts';
import { until } from '../../support/until.ts';
import { ids, people } from './harness/samples.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 60_000);
afterAll(() => bench.close());
beforeEach(() => bench.reset());
// Whatever an editor does, the server's own gate has nothing against it.
afterEach(() => {
  expect(bench.relay.refusals()).toEqual([]);
});

const plan = () => bench.relay.doc(ids.documents.plan);
const notes = () => bench.relay.doc(ids.documents.annotations);
const hanan = PersonId.parse(people.find(({ function: as }) => as === 'mediator')?.id);
const patience = { timeout: 60_000 };

/** Selects these words as a reader does, with the mouse's own selection. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('.sheet') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      document.querySelector<HTMLElement>('.sheet')?.focus();
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error('these words are not in the text');
  }, words);
}

function hang(quote: string, text = 'Serve un piano per febbraio.'): void {
  addThread(notes(), `thread ${quote}`, {
    kind: 'comment',
    author: hanan,
    createdAt: instantOf(new Date()),
    language: 'it',
    quote,
    from: '',
    to: '',
    text,
  });
}

test(
  'A6: a mediator selects words she can’t change, presses A, and others read her translation as she writes it',
  patience,
  async () => {
    const before = textOf(planContent(plan()));
    const mediator = await bench.open({ as: 'Hanan', access: 'annotate' });
    const tutor = await bench.open({ as: 'Marta' });
    await select(mediator, 'Un contratto d’affitto intestato ad Amal');
    await mediator.getByRole('toolbar').waitFor();
    await mediator.keyboard.press('a');
    await mediator.getByRole('textbox', { name: 'Testo dell’annotazione' }).waitFor();
    await mediator.keyboard.type('عقد إيجار');
    await tutor.locator('.note', { hasText: 'عقد إيجار' }).waitFor();
    await tutor.getByText('Hanan scrive…').waitFor();
    const [thread] = readThreads(notes()).values();
    expect(thread).toMatchObject({
      kind: 'translation',
      language: 'ar',
      author: hanan,
      quote: 'Un contratto d’affitto intestato ad Amal',
      text: 'عقد إيجار',
    });
    const words = tutor.locator('.anchor').first();
    await words.waitFor();
    expect(await words.innerText()).toBe('Un contratto d’affitto intestato ad Amal');
    expect(textOf(planContent(plan()))).toBe(before);
  },
);

test(
  'A6: no letter of an annotation is lost between the first and the next, however late the machine draws',
  patience,
  async () => {
    const mediator = await bench.open({ as: 'Hanan', access: 'annotate' });
    await select(mediator, 'il sonno');
    await mediator.getByRole('toolbar').waitFor();
    await mediator.evaluate(() => {
      const soon = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (draw) => window.setTimeout(() => soon(draw), 1000);
    });
    await mediator.keyboard.press('a');
    await mediator.getByRole('textbox', { name: 'Testo dell’annotazione' }).waitFor();
    await mediator.keyboard.type('ينام جيدًا');
    await expect
      .poll(() => [...readThreads(notes()).values()].map(({ text }) => text))
      .toEqual(['ينام جيدًا']);
  },
);

test('an annotation given up before its first letter leaves nothing', patience, async () => {
  const mediator = await bench.open({ as: 'Hanan', access: 'annotate' });
  await select(mediator, 'il sonno');
  await mediator.getByRole('toolbar').getByRole('button', { name: 'Annota' }).click();
  await mediator.getByRole('textbox', { name: 'Testo dell’annotazione' }).press('Escape');
  await mediator.locator('.note-new').waitFor({ state: 'detached' });
  expect(threads(notes()).size).toBe(0);
});

test('a highlight stays on its words while others write before them', patience, async () => {
  hang('libera solo fino a fine gennaio');
  const tutor = await bench.open({ as: 'Marta' });
  const irene = await bench.open({ as: 'Irene' });
  await tutor.locator('.anchor').waitFor();
  await irene.getByText('Amal è arrivata').click({ position: { x: 2, y: 8 } });
  await irene.keyboard.press('Home');
  await irene.keyboard.type('Oggi: ');
  await tutor.waitForFunction(() => document.querySelector('.sheet')?.textContent?.includes('Oggi: '));
  expect(await tutor.locator('.anchor').innerText()).toBe('libera solo fino a fine gennaio');
});

test('an answer, the end and the reopening of a thread are kept for everybody', patience, async () => {
  hang('il sonno');
  const page = await bench.open({ as: 'Elena' });
  await page.getByRole('button', { name: 'Rispondi' }).click();
  await page.getByRole('textbox', { name: 'Rispondi' }).fill('Ne parlo domani');
  await page.keyboard.press('Enter');
  await until(() => [...readThreads(notes()).values()][0]?.replies.length === 1);
  await page.getByRole('button', { name: 'Risolvi' }).click();
  await until(() => [...readThreads(notes()).values()][0]?.resolved !== undefined);
  await page.getByRole('button', { name: 'Mostra 1 risolta' }).click();
  await page.getByRole('button', { name: /Risolto da Elena Fontechiara, 2 messaggi/ }).click();
  await page.getByRole('button', { name: 'Riapri' }).click();
  await until(() => [...readThreads(notes()).values()][0]?.resolved === undefined);
});

test('an annotation whose words are gone is listed apart, with the words', patience, async () => {
  hang('parole che nessuno ha scritto');
  const page = await bench.open({ as: 'Marta' });
  await page.getByText('Su parole che non ci sono più').waitFor();
  await page.locator('.note-quote', { hasText: 'parole che nessuno ha scritto' }).waitFor();
  expect(await page.locator('.anchor').count()).toBe(0);
});

/** Waits until the last card stands at the height of the last words. */
const besideItsWords = (page: Page) =>
  page.waitForFunction(() => {
    const words = [...document.querySelectorAll('.anchor')].at(-1)?.getBoundingClientRect();
    const card = [...document.querySelectorAll('.margin-card')].at(-1)?.getBoundingClientRect();
    return words && card && Math.abs(words.top - card.top) < 8;
  });

test('cards stand beside their words and never on each other', patience, async () => {
  for (const quote of ['Casa dei Tigli', 'ventiseiesima settimana', 'cinque mesi', 'il sonno']) hang(quote);
  const page = await bench.open({ as: 'Marta' });
  await page.waitForFunction(() => document.querySelectorAll('.margin-card .note').length === 4);
  await page.waitForFunction(() => {
    const boxes = [...document.querySelectorAll('.margin-card')].map((card) => card.getBoundingClientRect());
    boxes.sort((a, b) => a.top - b.top);
    return boxes.every((box, index) => {
      const next = boxes[index + 1];
      return next === undefined || box.bottom <= next.top;
    });
  });
  await besideItsWords(page);
});

test('cards follow their words when the page’s letters come late', patience, async () => {
  for (const quote of ['Casa dei Tigli', 'il sonno']) hang(quote);
  const page = await bench.open({ as: 'Marta', fontsAfterMs: 1500 });
  await page.waitForFunction(() => document.querySelectorAll('.margin-card .note').length === 2);
  await page.evaluate(() => document.fonts.ready);
  await besideItsWords(page);
});

test('on a phone a mark stands after the words and opens the annotation in a drawer', patience, async () => {
  hang('libera solo fino a fine gennaio');
  const page = await bench.open({ as: 'Marta', width: 390, height: 844 });
  await page.locator('.note-n').click();
  await page.getByRole('dialog').getByText('Serve un piano per febbraio.').waitFor();
});

test('a resolved annotation leaves only a quiet line under its words', patience, async () => {
  hang('il sonno');
  resolveThread(notes(), 'thread il sonno', { by: hanan, at: instantOf(new Date()) });
  const page = await bench.open({ as: 'Marta' });
  await page.locator('.anchor-q').waitFor();
  expect(await page.locator('.anchor').count()).toBe(0);
});

test(
  'A6: a mediator suggests other words; the tutor sees the change in the text and takes it in',
  patience,
  async () => {
    const mediator = await bench.open({ as: 'Hanan', access: 'annotate' });
    const tutor = await bench.open({ as: 'Marta' });
    await select(mediator, 'fine gennaio');
    await mediator.getByRole('toolbar').waitFor();
    await mediator.keyboard.press('s');
    const field = mediator.getByRole('textbox', { name: 'Le parole che proponi' });
    await field.fill('metà febbraio');
    await field.press('Enter');
    await tutor.locator('.sheet del', { hasText: 'fine gennaio' }).waitFor();
    await tutor.locator('.sheet ins', { hasText: 'metà febbraio' }).waitFor();
    expect(textOf(planContent(plan()))).toContain('fine gennaio');
    await mediator.getByText('Decide chi può scrivere il piano.').waitFor();
    await tutor.getByRole('button', { name: 'Accetta' }).click();
    await until(() => textOf(planContent(plan())).includes('libera solo fino a metà febbraio'));
    await mediator.getByRole('button', { name: 'Nessuna annotazione aperta, 1 risolta' }).click();
    await mediator.getByRole('dialog').getByText('Accettata da Marta Quercetti').waitFor();
  },
);

test(
  'A6: all annotations are one key away: filtered, found resolved or without their words, and gone to',
  patience,
  async () => {
    hang('il sonno', 'Chiedo a Irene');
    hang('parole sparite', 'Nessuno le trova');
    hang('cinque mesi', 'Già detto');
    resolveThread(notes(), 'thread cinque mesi', { by: hanan, at: instantOf(new Date()) });
    const page = await bench.open({ as: 'Marta' });
    await page.getByRole('button', { name: '2 annotazioni aperte, 1 risolta' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tutte le annotazioni' });
    await dialog.getByRole('checkbox', { name: 'Parole sparite 1' }).check();
    expect(await dialog.locator('.find-row').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Togli i filtri' }).click();
    await dialog.getByRole('checkbox', { name: 'Risolte 1' }).check();
    await dialog.locator('.find-row', { hasText: 'Già detto' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.note[data-on]', { hasText: 'Già detto' }).waitFor();
    // From the words on by keyboard, and to the card.
    await page.keyboard.press('Alt+ArrowDown');
    await page.locator('.anchor.is-on', { hasText: 'il sonno' }).waitFor();
    await page.keyboard.press('Alt+Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Chiedo a Irene'));
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.classList.contains('sheet'));
  },
);

test(
  'X14: @ offers the team by keyboard, and whom an answer calls is kept beside its words',
  patience,
  async () => {
    hang('il sonno');
    const page = await bench.open({ as: 'Marta' });
    await page.getByRole('button', { name: 'Rispondi' }).click();
    const field = page.getByRole('textbox', { name: 'Rispondi' });
    await field.pressSequentially('Ne sa di più @ele');
    await page.getByRole('option', { name: /Elena Fontechiara/ }).waitFor();
    await field.press('Enter');
    await field.press('Enter');
    const reply = () => [...readThreads(notes()).values()][0]?.replies[0];
    await until(() => reply() !== undefined);
    expect(reply()?.text).toBe('Ne sa di più @Elena Fontechiara');
    expect(reply()?.mentions).toEqual([people.find(({ function: as }) => as === 'social')?.id]);
    await page.locator('.note-own').getByRole('button', { name: 'Togli' }).click();
    await page.getByText('Parole tolte da chi le aveva scritte').waitFor();
    expect(reply()).toMatchObject({ text: '', mentions: [] });
  },
);
