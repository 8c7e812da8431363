/** The editors in real Chromium, two people at a time, over a relay that keeps the document. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { goalsInText, planContent } from '../../../shared/documents/care-plan.ts';
import { decisionsInText, minutesContent } from '../../../shared/documents/minutes.ts';
import { appendBlock, textOf } from '../../../shared/documents/rich-text.ts';
import { GoalId, newId, TaskId } from '../../../shared/ids.ts';
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
const wordsOfPlan = () => textOf(planContent(plan()));
const saved = (page: Page) => page.waitForFunction(() => window.harness.state() === 'saved');
const hanan = people.find(({ function: as }) => as === 'mediator')?.id ?? '';

/** The end of the paragraph that holds these words. */
async function caretAfter(page: Page, words: string): Promise<void> {
  await page.locator('.sheet :is(p, h2)', { hasText: words }).last().click();
  await page.keyboard.press('End');
}

test('B5: what one writes another reads, and it is "saved" only once the server acknowledged it', {
  timeout: 60_000,
}, async () => {
  const irene = await bench.open({ as: 'Irene' });
  const marta = await bench.open({ as: 'Marta' });
  await saved(irene);
  bench.relay.holdAcks();
  await caretAfter(irene, 'Al controllo dei quattro mesi');
  await irene.keyboard.type(' Bene.');
  await marta.getByText('colloquio. Bene.').waitFor();
  expect(await irene.evaluate(() => window.harness.state())).toBe('saving');
  bench.relay.releaseAcks();
  await saved(irene);
});

test('opening the plan writes nothing, for who may write and for who may not', {
  timeout: 60_000,
}, async () => {
  const before = wordsOfPlan();
  const updates: unknown[] = [];
  plan().on('update', (update) => updates.push(update));
  const writer = await bench.open({ as: 'Marta' });
  const annotator = await bench.open({ as: 'Hanan', access: 'annotate' });
  await saved(writer);
  await saved(annotator);
  await annotator.locator('.sheet').press('x');
  expect(bench.relay.documentFrames(hanan)).toBe(1); // the empty step 2 of the annotations' own document
  expect(wordsOfPlan()).toBe(before);
  expect(updates).toEqual([]);
});

test('Mod-Z takes back one’s own words and leaves everybody else’s', { timeout: 60_000 }, async () => {
  const irene = await bench.open({ as: 'Irene' });
  const marta = await bench.open({ as: 'Marta' });
  await caretAfter(irene, 'Al controllo');
  await irene.keyboard.type(' IRENE');
  await caretAfter(marta, 'Amal è arrivata');
  await marta.keyboard.type(' MARTA');
  await irene.waitForFunction(() => document.body.innerText.includes('MARTA'));
  await irene.keyboard.press('Control+z');
  await until(() => !wordsOfPlan().includes('IRENE'));
  expect(wordsOfPlan()).toContain('MARTA');
});

test('X6: another’s caret shows a name while the hand moves, and no longer 1.2 s later', {
  timeout: 60_000,
}, async () => {
  const irene = await bench.open({ as: 'Irene' });
  const marta = await bench.open({ as: 'Marta' });
  await caretAfter(irene, 'Al controllo');
  await irene.keyboard.type(' qui');
  const name = marta.locator('.caret b', { hasText: 'Irene' });
  await marta.locator('.caret[data-moving]').waitFor({ state: 'attached' });
  expect(await name.evaluate((label) => label.closest('.caret')?.hasAttribute('data-gutter'))).toBe(true);
  await marta.waitForFunction(() => !document.querySelector('.caret[data-moving]'));
  expect(await marta.evaluate(() => window.harness.people())).toMatchObject([
    { name: 'Irene Valmarina', section: 'health' },
  ]);
});

test('one’s words go where one clicked, though another wrote while the hand was on the button', {
  timeout: 60_000,
}, async () => {
  const marta = await bench.open({ as: 'Marta' });
  const irene = await bench.open({ as: 'Irene' });
  await caretAfter(irene, 'Amal è arrivata');
  // A page with much to do: what others write waits behind the click.
  await marta.evaluate(() => {
    document.addEventListener('mousedown', () => {
      const until = performance.now() + 600;
      while (performance.now() < until);
    });
  });
  const place = await marta.locator('.sheet p', { hasText: 'Al controllo' }).last().boundingBox();
  await marta.mouse.move((place?.x ?? 0) + 60, (place?.y ?? 0) + 10);
  await Promise.all([marta.mouse.down(), irene.keyboard.type(' presto.', { delay: 40 })]);
  await marta.mouse.up();
  await marta.locator('.sheet p', { hasText: 'presto.' }).waitFor();
  await marta.keyboard.type('MARTA');
  await expect.poll(wordsOfPlan).toMatch(/Al.*MARTA.*quattro mesi/);
});

test('text does not jump under a reader when another writes above it', { timeout: 60_000 }, async () => {
  const reader = await bench.open({ as: 'Marta', height: 500 });
  const writer = await bench.open({ as: 'Irene' });
  const looked = reader.locator('.sheet h2', { hasText: 'Salute' });
  await looked.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
  const before = await looked.evaluate((heading) => heading.getBoundingClientRect().top);
  await caretAfter(writer, 'Da dove partiamo');
  for (let line = 0; line < 6; line += 1) await writer.keyboard.type('\nuna riga sopra');
  await until(() => wordsOfPlan().split('una riga sopra').length === 7);
  await reader.waitForFunction(() => document.body.innerText.split('una riga sopra').length === 7);
  const after = await looked.evaluate((heading) => heading.getBoundingClientRect().top);
  expect(Math.abs(after - before)).toBeLessThan(2);
});

test('a reader who scrolls while another writes above comes where she scrolls to', {
  timeout: 60_000,
}, async () => {
  const content = planContent(plan());
  plan().transact(() => {
    for (let row = 0; row < 60; row++) appendBlock(content, 'paragraph', {}, [`${row}. Una riga che resta.`]);
  });
  const reader = await bench.open({ as: 'Marta', height: 500 });
  const writer = await bench.open({ as: 'Irene' });
  await reader.locator('.sheet p', { hasText: '20. ' }).evaluate((row) => row.scrollIntoView());
  await caretAfter(writer, 'Da dove partiamo');
  const from = await reader.evaluate(() => document.scrollingElement?.scrollTop ?? 0);
  const heightBefore = await reader.evaluate(() => document.scrollingElement?.scrollHeight ?? 0);
  await reader.mouse.move(300, 250);
  const writing = writer.keyboard.type(' e poi si vedrà insieme, con calma, con la famiglia', { delay: 15 });
  for (let turn = 0; turn < 20; turn += 1) await reader.mouse.wheel(0, 20);
  await writing;
  await reader.waitForFunction(() => document.body.innerText.includes('con la famiglia'));
  const grown = (await reader.evaluate(() => document.scrollingElement?.scrollHeight ?? 0)) - heightBefore;
  await expect
    .poll(() => reader.evaluate(() => document.scrollingElement?.scrollTop ?? 0))
    .toBeCloseTo(from + 400 + grown, -1);
});

test.for([
  { lang: 'it', line: 'Una riga lunga abbastanza da andare a capo quando il foglio è stretto, come capita.' },
  { lang: 'ar', line: 'سطر طويل بما يكفي لينزل إلى السطر التالي حين تكون الورقة ضيقة كما يحدث عادة.' },
] as const)(
  'X6: in a long text ($lang) nothing moves under whoever reads or writes while another writes above',
  {
    timeout: 60_000,
  },
  async ({ lang, line }) => {
    const content = planContent(plan());
    plan().transact(() => {
      for (let row = 0; row < 60; row++) appendBlock(content, 'paragraph', {}, [`${row}. ${line}`]);
    });
    const small = { height: 600, width: 700, lang };
    const reader = await bench.open({ as: 'Marta', access: 'read', ...small });
    const writer = await bench.open({ as: 'Elena', ...small });
    const above = await bench.open({ as: 'Irene', lang });
    const row = (page: Page) => page.locator('.sheet p', { hasText: '41. ' });
    for (const page of [reader, writer]) {
      await page.evaluate(async () => void (await document.fonts.ready));
      await row(page).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    }
    await row(writer).click();
    await writer.keyboard.type('qui ');
    const topOf = (page: Page) => row(page).evaluate((element) => element.getBoundingClientRect().top);
    const before = [await topOf(reader), await topOf(writer)];
    await above.locator('.sheet h2').first().click();
    await above.keyboard.press('End');
    for (let times = 0; times < 6; times++) {
      await above.keyboard.press('Enter');
      await above.keyboard.insertText(`sopra ${line}`);
    }
    for (const page of [reader, writer])
      await page.waitForFunction(() => document.body.innerText.split('sopra ').length === 7);
    const after = [await topOf(reader), await topOf(writer)];
    expect(after.map((top, index) => Math.round(Math.abs(top - (before[index] ?? 0))))).toEqual([0, 0]);
  },
);

test('X4: Mod-Enter in a decision gives it with one letter, and the caret is where it was; “nothing needed” is kept', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Marta', kind: 'minutes' });
  const minutes = () => decisionsInText(bench.relay.doc(ids.documents.minutes));
  await page.locator('.decision-w').last().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('option', { name: /Compito/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.type(' subito');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('i');
  expect(await page.evaluate(() => window.harness.makes[0]?.decisionId)).toBe(ids.decisions[1]);
  await page.evaluate((ref) => window.harness.makes[0]?.insertChip(ref as never, 'Casa'), ids.referral);
  await page.keyboard.type(' e poi');
  await until(() => minutes()[1]?.settled === 'referral');
  expect(minutes()[1]).toMatchObject({ made: [{ kind: 'referral', ref: ids.referral }] });
  await until(
    () => minutes()[1]?.text.includes('subito') === true && minutes()[1]?.text.includes('e poi') === true,
  );
  await page.keyboard.press('Enter');
  await page.keyboard.type('Si rivede a giugno');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('d');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('n');
  await until(() => minutes()[2]?.settled === 'nothing');
  expect(minutes()[2]?.text).toBe('Si rivede a giugno');
});

test('B13: a child’s words in the minutes name the child and who tells them', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Marta', kind: 'minutes' });
  await page.evaluate(() => window.harness.minutes?.addBlock('voice', 'agenda-changes'));
  await page.keyboard.type('Vuole vedere il nonno');
  const voice = page.locator('section.voice');
  await voice.getByLabel('Chi parla').selectOption({ label: 'Yunes Zeitouna' });
  await voice.getByLabel('lo riferisce').selectOption({ label: 'Amal Zeitouna' });
  const found = () =>
    minutesContent(bench.relay.doc(ids.documents.minutes))
      .toArray()
      .map((block) =>
        block instanceof Y.XmlElement ? [block.nodeName, block.getAttribute('reporter')] : [],
      );
  await until(() => found().some(([, reporter]) => reporter === ids.amal));
  // At the end of its point, before the next one.
  const names = found().map(([name]) => name);
  expect(names.indexOf('voice')).toBe(names.indexOf('heading', 1) - 1);
});

test('a goal shows its record live, and opens it; a record that isn’t available keeps only its label', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Marta' });
  const goal = page.locator('.goal').first();
  await goal.locator('span', { hasText: 'In corso' }).waitFor();
  await page.evaluate(() => window.harness.setGoalStatus('achieved'));
  await goal.locator('span', { hasText: 'Raggiunto' }).waitFor();
  await goal.getByRole('button').click();
  expect(await page.evaluate(() => window.harness.asked)).toEqual([{ what: 'open-goal', value: ids.goal }]);
  const gone = page.locator('.chip[data-s="gone"]');
  expect(await gone.innerText()).toBe('Lettera di chi ospita');
});

test('“/” sets a goal in the section of its right, from the keyboard alone, and the page is asked for its record', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Marta' });
  await caretAfter(page, 'Al controllo');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/obi');
  await page.getByRole('option', { name: 'Obiettivo' }).waitFor();
  const textbox = page.getByRole('textbox', { name: 'Piano' });
  expect(await textbox.getAttribute('aria-activedescendant')).toBeTruthy();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Dormire una notte intera');
  await until(() => goalsInText(plan()).length === 3);
  const goal = goalsInText(plan()).find(({ title }) => title === 'Dormire una notte intera');
  const asked = await page.evaluate(() => window.harness.asked);
  expect(asked).toEqual([{ what: 'new-goal', value: { goalId: goal?.goalId, title: '', right: 'health' } }]);
});

test('“@” names a person: a chip with their id', { timeout: 60_000 }, async () => {
  const page = await bench.open({ as: 'Irene' });
  await caretAfter(page, 'Al controllo');
  await page.keyboard.type(' @tomma');
  await page.getByRole('option', { name: /Tommaso Orlandini/ }).click();
  const tommaso = people.find(({ name }) => name.startsWith('Tommaso'))?.id ?? '';
  await until(() => planContent(plan()).toString().includes(`ref="${tommaso}"`));
  expect(planContent(plan()).toString()).not.toContain('@tomma');
});

test('X4: selected words become a task, and its chip lands after them though others wrote meanwhile', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Marta' });
  const other = await bench.open({ as: 'Irene' });
  await caretAfter(page, 'Al controllo');
  for (let i = 0; i < 'colloquio.'.length; i += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.getByRole('toolbar').getByRole('button', { name: 'Compito' }).click();
  expect(
    await page.evaluate(() => window.harness.makes.map(({ quote, right }) => ({ quote, right }))),
  ).toEqual([{ quote: 'colloquio.', right: 'health' }]);
  await caretAfter(other, 'Da dove partiamo');
  await other.keyboard.type(' insieme');
  await page.getByText('Da dove partiamo insieme').waitFor();
  const taskId = newId(TaskId);
  await page.evaluate(
    (id) => window.harness.makes[0]?.insertChip(id as never, 'Chiamare la pediatra'),
    taskId,
  );
  await until(() => wordsOfPlan().includes('colloquio. Chiamare la pediatra'));
});

test('a goal whose block was taken out can be put back under its right', { timeout: 60_000 }, async () => {
  const page = await bench.open({ as: 'Marta' });
  const id = newId(GoalId);
  await page.evaluate(
    (goalId) => window.harness.plan?.putBackGoal({ id: goalId as never, title: 'Rimesso', right: 'home' }),
    id,
  );
  await until(() => goalsInText(plan()).some(({ goalId }) => goalId === id));
  expect(
    await page.evaluate(() => window.harness.sections.find(({ key }) => key === 'home')?.goalIds),
  ).toEqual([ids.goal, id]);
});

test('copying a goal never makes a second block of the same record', { timeout: 60_000 }, async () => {
  const page = await bench.open({ as: 'Marta' });
  await page.locator('.goal-w').first().click({ clickCount: 3 });
  await page.locator('.sheet').press('Control+a');
  await page.keyboard.press('Control+c');
  await caretAfter(page, 'pediatra scelta a luglio');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+v');
  await until(() => wordsOfPlan().split('Un contratto d’affitto').length === 3);
  expect(goalsInText(plan()).map(({ goalId }) => goalId)).toEqual([ids.goal, ids.sleepGoal]);
});

test('X4: a decision becomes a task in one gesture, linked both ways', { timeout: 60_000 }, async () => {
  const page = await bench.open({ as: 'Marta', kind: 'minutes' });
  await page.waitForFunction(() => window.harness.decisions.length === 2);
  const [, open] = await page.evaluate(() => window.harness.decisions.map(({ decisionId }) => decisionId));
  await page.evaluate((id) => window.harness.minutes?.makeTask(id ?? ''), open);
  expect(await page.evaluate(() => window.harness.makes[0]?.decisionId)).toBe(open);
  const taskId = newId(TaskId);
  await page.evaluate((id) => window.harness.makes[0]?.insertChip(id as never, 'Soluzione ponte'), taskId);
  const minutes = bench.relay.doc(ids.documents.minutes);
  await until(() => decisionsInText(minutes)[1]?.taskId === taskId);
  // The record's own name isn't among the words of the decision; its chip stands after them.
  expect(decisionsInText(minutes)[1]?.text).toMatch(/vicino alla scuola$/);
  expect(textOf(minutesContent(minutes))).toContain('vicino alla scuola Soluzione ponte');
  await page.waitForFunction((id) => window.harness.decisions[1]?.taskId === id, taskId);
  expect(await page.locator('.decision-acts').count()).toBe(0);
});

test('“/” writes down a decision with an id of its own', { timeout: 60_000 }, async () => {
  const page = await bench.open({ as: 'Marta', kind: 'minutes' });
  await caretAfter(page, 'Huda conferma');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/dec');
  await page.getByRole('option', { name: 'Decisione' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Si cerca casa');
  await page.keyboard.press('Enter');
  await page.keyboard.type('poi si continua');
  const minutes = bench.relay.doc(ids.documents.minutes);
  await until(() => decisionsInText(minutes).length === 3);
  await until(() => decisionsInText(minutes)[1]?.text === 'Si cerca casa');
});

test('X23: an empty document offers a template with the seven rights', { timeout: 60_000 }, async () => {
  plan().transact(() => planContent(plan()).delete(0, planContent(plan()).length));
  const page = await bench.open({ as: 'Marta' });
  await page.getByRole('button', { name: 'Parti dai sette diritti' }).click();
  await until(
    () =>
      (
        planContent(plan())
          .toString()
          .match(/right="/g) ?? []
      ).length === 7,
  );
  expect(await page.getByRole('button', { name: 'Parti dai sette diritti' }).count()).toBe(0);
});

test('X9: when access is lost the words leave the screen and one’s unsaved ones are offered', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Marta' });
  await saved(page);
  bench.relay.holdAcks();
  await caretAfter(page, 'Al controllo');
  await page.keyboard.type(' PAROLE MIE');
  await until(() => wordsOfPlan().includes('PAROLE MIE'));
  bench.relay.kick(4403, '');
  await page.getByRole('alert').getByText('PAROLE MIE').waitFor();
  await page
    .getByRole('alert')
    .getByText('Questo documento non è aperto per te')
    .waitFor({ timeout: 10_000 });
  expect(await page.locator('.sheet').count()).toBe(0);
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('Al controllo');
});

test('X16: inside a document direction follows what is written, whatever the language of the screen', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Hanan', lang: 'ar' });
  const directions = await page
    .locator('.sheet > p')
    .evaluateAll((blocks) => blocks.map((block) => getComputedStyle(block).direction));
  expect(new Set(directions)).toEqual(new Set(['ltr']));
  await caretAfter(page, 'Al controllo');
  await page.keyboard.press('Enter');
  await page.keyboard.type('أمل تنام قليلًا');
  const arabic = page.locator('.sheet > p', { hasText: 'أمل' });
  expect(await arabic.evaluate((block) => getComputedStyle(block).direction)).toBe('rtl');
});

test('every kind of block and mark, written by hand, passes the server’s gate', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Marta', kind: 'notes' });
  await page.locator('.sheet').click();
  await page.keyboard.type('Parole semplici');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('e poi **forti** e *inclinate* e https://example.org ');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## Titolo');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- uno');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('due');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Enter');
  await page.keyboard.type('1. primo');
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Enter');
  await page.keyboard.type('> detto');
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Enter');
  await page.keyboard.type('/voc');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Una traduzione');
  await page.getByRole('textbox', { name: 'Le parole come sono state dette' }).fill('كلمات');
  await page.getByRole('combobox', { name: 'In che lingua' }).selectOption('ar');
  await page.locator('.sheet').press('Control+End');
  const notes = () => planContent(bench.relay.doc(ids.documents.notes)).toString();
  await until(() => notes().includes('language="ar"'));
  for (const part of [
    '<bold>',
    '<italic>',
    '<link',
    '<hardbreak',
    '<heading',
    '<bulletlist',
    '<orderedlist',
    '<blockquote',
    '<voice',
  ])
    expect(notes().toLowerCase()).toContain(part);
});

test('a page pasted from elsewhere loses what a document can’t hold, and keeps its words', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Marta', kind: 'notes' });
  await page.locator('.sheet').click();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<h1>Grande</h1><p dir="auto" lang="xx">Con <a href="javascript:alert(1)">un link</a>, <u>sottolineato</u><img src="x" onerror="alert(1)"></p>' +
        '<section data-block="goal" data-goalid="no-id">Un obiettivo</section><table><tr><td>cella</td></tr></table>',
    );
    document
      .querySelector('.sheet')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  const notes = () => planContent(bench.relay.doc(ids.documents.notes)).toString();
  await until(() => notes().includes('cella'));
  expect(notes()).toContain('un link');
  expect(notes()).not.toMatch(/javascript|img|goalId/);
});

const paste = (page: Page, type: string, length: string) =>
  page.evaluate(
    ([kind, words]) => {
      const data = new DataTransfer();
      data.setData(kind ?? '', words ?? '');
      document
        .querySelector('.sheet')
        ?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
    },
    [type, length],
  );

test('a page pasted from Word keeps its words, its titles and its strong words, and none of its styles', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Marta', kind: 'notes' });
  await page.locator('.sheet').click();
  await paste(
    page,
    'text/html',
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>' +
      '<!--StartFragment--><h1>Relazione</h1><p class=MsoNormal style="mso-margin-top-alt:auto;color:red"><b>Amal</b>' +
      '<o:p></o:p> ha trovato <span style="font-size:24pt;mso-fareast-language:IT">casa</span></p>' +
      '<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--><h5>In breve</h5><!--EndFragment--></body></html>',
  );
  const notes = () => planContent(bench.relay.doc(ids.documents.notes)).toString();
  await until(() => notes().includes('In breve'));
  expect(notes()).toMatch(/<heading[^>]*level="?2"?[^>]*>Relazione/);
  expect(notes()).toMatch(/<heading[^>]*level="?3"?[^>]*>In breve/);
  expect(notes()).toMatch(/<bold>Amal<\/bold>/);
  expect(notes()).not.toMatch(/mso|style|color|font|StartFragment|WordDocument/i);
});

test('a paste too long for one change is refused before it happens, and one just under it is taken', {
  timeout: 60_000,
}, async () => {
  const page = await bench.open({ as: 'Marta', kind: 'notes' });
  await saved(page);
  await page.locator('.sheet').click();
  await paste(page, 'text/plain', 'parola '.repeat(60_000));
  await page.getByText('È troppo per incollarlo in una volta').waitFor();
  const notes = () => planContent(bench.relay.doc(ids.documents.notes)).toString();
  expect(notes()).not.toContain('parola');
  await paste(page, 'text/plain', 'Ottobre è già qui. '.repeat(9_000));
  await until(() => notes().includes('Ottobre'));
  await saved(page);
});

test('a word composed while another writes nearby is written once, and nothing of the other’s is lost', {
  timeout: 60_000,
}, async () => {
  const irene = await bench.open({ as: 'Irene' });
  const marta = await bench.open({ as: 'Marta' });
  await caretAfter(irene, 'Al controllo');
  const hand = await irene.context().newCDPSession(irene);
  await hand.send('Input.imeSetComposition', { text: 'jia', selectionStart: 3, selectionEnd: 3 });
  await caretAfter(marta, 'Amal è arrivata');
  await marta.keyboard.type(' MARTA');
  await irene.waitForFunction(() => document.body.innerText.includes('MARTA'));
  await hand.send('Input.imeSetComposition', { text: 'jiaren', selectionStart: 6, selectionEnd: 6 });
  await hand.send('Input.insertText', { text: '家人' });
  await until(() => wordsOfPlan().includes('家人') && wordsOfPlan().includes('MARTA'));
  expect(wordsOfPlan().split('家人')).toHaveLength(2);
  expect(wordsOfPlan()).not.toContain('jia');
});

test('X6: whoever only reads along tells nothing again at each letter of another, and their caret outlives one’s Enter', {
  timeout: 60_000,
}, async () => {
  const irene = await bench.open({ as: 'Irene' });
  const marta = await bench.open({ as: 'Marta' });
  const id = people.find(({ name }) => name.startsWith('Irene'))?.id ?? '';
  await caretAfter(irene, 'Al controllo');
  await caretAfter(marta, 'Amal è arrivata');
  const hers = marta.locator(`.sheet .caret[data-person="${id}"]`);
  await hers.waitFor({ state: 'attached' });
  await irene.waitForTimeout(500);
  const told = bench.relay.presenceFrames(id).length;
  await marta.keyboard.type(' a b c d', { delay: 60 });
  await irene.getByText(' a b c d').waitFor();
  await marta.keyboard.press('Enter');
  await irene.waitForTimeout(500);
  expect(bench.relay.presenceFrames(id).length).toBe(told);
  await hers.waitFor({ state: 'attached' });
});

test('X6: following another’s hand keeps it in sight, until one takes the page in one’s own hands', {
  timeout: 60_000,
}, async () => {
  const irene = await bench.open({ as: 'Irene' });
  const marta = await bench.open({ as: 'Marta', height: 420 });
  const id = people.find(({ name }) => name.startsWith('Irene'))?.id ?? '';
  const inSight = () =>
    marta.waitForFunction(() => {
      const top = document.querySelector('.sheet .caret')?.getBoundingClientRect().top ?? -1;
      return top > 0 && top < window.innerHeight;
    });
  await irene.locator('.sheet > p').first().click();
  await marta.locator('.sheet .caret').waitFor({ state: 'attached' });
  await marta.evaluate((personId) => {
    document.documentElement.dataset.follow = 'on';
    window.harness.plan?.follow(personId, () => {
      document.documentElement.dataset.follow = 'ended';
    });
  }, id as never); // an id of the samples, which the page takes as it is
  await irene.locator('.sheet > p').last().click();
  await inSight();
  await irene.locator('.sheet > p').first().click();
  await inSight();
  expect(await marta.evaluate(() => document.documentElement.dataset.follow)).toBe('on');
  await marta.mouse.wheel(0, 40);
  await marta.waitForFunction(() => document.documentElement.dataset.follow === 'ended');
});

test('X3: the ring of a right and who writes under it stand beside its heading, and never in the text', {
  timeout: 60_000,
}, async () => {
  const before = planContent(plan()).toString();
  const irene = await bench.open({ as: 'Irene' });
  const marta = await bench.open({ as: 'Marta' });
  const heading = marta.locator('.sheet h2', { hasText: 'Casa' });
  await heading.locator('.plan-right-ring svg').waitFor();
  expect(await heading.locator('.plan-right-who').count()).toBe(0);
  await irene.locator('.sheet h2', { hasText: 'Casa' }).click();
  await heading.locator('.plan-right-who', { hasText: 'Irene scrive' }).waitFor();
  expect(await heading.getAttribute('class')).toContain('plan-right');
  expect(await marta.getByRole('heading', { name: 'Casa', exact: true }).count()).toBe(1);
  await irene.locator('.sheet').evaluate((text) => text instanceof HTMLElement && text.blur());
  await heading.locator('.plan-right-who').waitFor({ state: 'detached' });
  expect(planContent(plan()).toString()).toBe(before);
});

test('X4: with the caret in a decision, one key asks for its task', { timeout: 60_000 }, async () => {
  const page = await bench.open({ as: 'Marta', kind: 'minutes' });
  await page.locator('.decision-w').last().click();
  await page.keyboard.press('Control+Alt+c');
  expect(await page.evaluate(() => window.harness.makes[0]?.decisionId)).toBe(ids.decisions[1]);
});

test.for([
  { kind: 'plan', theme: 'light', lang: 'it' },
  { kind: 'plan', theme: 'dark', lang: 'ar' },
  { kind: 'minutes', theme: 'light', lang: 'fr' },
] as const)(
  'WCAG 2.2 AA: the $kind in $theme and $lang has no violation axe can see',
  { timeout: 60_000 },
  async (asked) => {
    const page = await bench.open({ as: 'Marta', ...asked });
    await page.locator('.sheet > *').first().waitFor();
    const { violations } = await new AxeBuilder({ page })
      .include('main')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ).toEqual([]);
  },
);
