/**
 * A whole conference of eight people at eight browsers, from the first point to the frozen minutes. It is held when it is
 * asked for; with ten minutes somebody is offline for ninety seconds:
 * `CONFERENCE_MINUTES=10 PICTURES=/tmp/pictures npx vitest run --project e2e-timed tests/e2e/conference-of-eight.test.ts`
 */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Conference } from '../../shared/records/conferences.ts';
import { ask, openSeats, pick } from '../support/seats.ts';

const { sit, tab } = openSeats();
const minutes = Number(process.env.CONFERENCE_MINUTES ?? '0.6');
const offlineMs = minutes >= 10 ? 90_000 : 10_000;
const pictures = process.env.PICTURES;

const points = ['Come stanno', 'Che cosa è cambiato', 'Gli obiettivi', 'La rete', 'Chi fa che cosa'];
const writers = [
  'Fatou Diagne',
  'Paola Ruffinatto',
  'Tommaso Aimone',
  'Maddalena Rosso',
  'Anna Castagneri',
  'Irina Munteanu',
  'Roberto Vassallo',
] as const;
const [taker, chair, away] = [0, 1, 2] as const;
const decisions = [
  ['Si chiama il nido per Nour', 'Tommaso Aimone'],
  ['Il rinnovo STP lo segue la ASL', 'Anna Castagneri'],
  ['Visita dal pediatra con la mediatrice', 'Irina Munteanu'],
  ['Domanda per la casa popolare', 'Paola Ruffinatto'],
  ['La madre viene al gruppo del martedì', 'Fatou Diagne'],
] as const;

test('X1–X4, A6: eight people hold a conference from agenda to freeze, one of them offline for a while; every page says the same and no word is lost', {
  timeout: minutes * 60_000 + 420_000,
}, async () => {
  const tutor = await sit(writers[taker], tab('TRM-020', 'conferences'));
  const household = tab('TRM-020', '').split('/')[2] ?? '';
  const conference = await prepare(tutor, household);
  const address = tab('TRM-020', `conferences/${conference.id}`);
  await tutor.goto(address);
  const pages = [tutor];
  for (const name of writers.slice(1)) pages.push(await sit(name, address));
  const mediator = await sit('Hanane Zeroual', address);
  const everybody = [...pages, mediator];
  const [atTaker, atChair, atAway] = [pages[taker], pages[chair], pages[away]] as [Page, Page, Page];

  await atChair.getByRole('button', { name: 'Comincia', exact: true }).click();
  for (const page of everybody) await page.locator('.box-p', { hasText: points[0] ?? '' }).waitFor();
  for (const name of writers.slice(1))
    await atTaker.getByRole('button', { name: `Segna presente: ${name}` }).click({ timeout: 60_000 });
  await atTaker.getByRole('button', { name: `Segna presente: ${writers[taker]}` }).click();
  await atTaker.getByRole('button', { name: 'Segna presente: Hanane Zeroual' }).click();
  await look('begun', { atTaker, mediator });

  // The mediator asks for the word and gets it from the chair; everybody sees who speaks.
  await mediator.getByRole('button', { name: 'Chiedo la parola' }).click();
  await atChair.getByRole('button', { name: 'Dai la parola a Hanane Zeroual' }).click();
  await atTaker.getByText('Hanane Zeroual').first().waitFor();

  // The mother's words in Arabic with their rendering, beside what everybody writes.
  await atTaker.getByRole('button', { name: 'Parole della famiglia' }).click();
  await atTaker.keyboard.type('Vorrei restare vicino alla scuola di Omar');
  const original = atTaker.locator('.voice-original').last();
  await original.fill('أريد أن أبقى قريبة من مدرسة عمر');
  await original.blur();
  for (const page of everybody)
    await page
      .getByText('أريد أن أبقى قريبة من مدرسة عمر')
      .or(page.locator('.voice-original'))
      .first()
      .waitFor();

  const until = Date.now() + minutes * 60_000;
  const written = await Promise.all(
    pages
      .map(async (page, index) => {
        if (index === taker || index === chair) return [];
        return index === away ? writeAlsoOffline(page, index, until) : writeOn(page, index, until);
      })
      .concat(conduct(atChair, until)),
  );

  for (const [text] of decisions) {
    await atTaker.getByRole('button', { name: 'Decisione', exact: true }).first().click();
    await atTaker.keyboard.type(text);
    await atChair.getByRole('region', { name: 'Decisioni' }).getByRole('button', { name: text }).waitFor();
  }
  for (const [text, owner] of decisions) {
    await atChair
      .getByRole('region', { name: 'Decisioni' })
      .getByRole('button', { name: text, exact: true })
      .focus();
    await atChair.keyboard.press('c');
    const assigning = atChair.getByRole('dialog', { name: 'Affida un compito' });
    await pick(assigning, 'A chi', owner.split(' ')[0] ?? '', new RegExp(owner));
    await assigning.getByRole('button', { name: 'Affida', exact: true }).click();
    await assigning.waitFor({ state: 'detached' });
  }
  for (const page of pages) await page.getByText('5 decisioni, tutte affidate').waitFor();
  const { tasks } = await ask<{ tasks: { title: string; owner: { name: string } }[] }>(
    atChair,
    'GET',
    `/api/households/${household}/tasks`,
  );
  for (const [text, owner] of decisions)
    expect(tasks.find(({ title }) => title.includes(text))?.owner.name, text).toBe(owner);

  // Nobody writes any more, and everything is saved: all pages have the same words.
  for (const page of pages)
    await page.getByRole('banner').getByText('Salvato', { exact: true }).waitFor({ timeout: 60_000 });
  await expect
    .poll(async () => new Set(await Promise.all(everybody.map(wordsOf))).size, { timeout: 60_000 })
    .toBe(1);
  await look('written', { atChair, atAway, mediator });

  await atChair.getByRole('button', { name: 'Chiudi e congela…' }).click();
  const freezing = atChair.getByRole('dialog');
  await freezing.getByText(/^Presenti confermati: 8\./).waitFor();
  await freezing.getByRole('button', { name: 'Congela il verbale' }).click();
  for (const page of everybody) await page.getByText(/^Congelato il/).waitFor({ timeout: 60_000 });

  const texts = await Promise.all(everybody.map(wordsOf));
  expect(new Set(texts).size).toBe(1);
  const said = texts[0] ?? '';
  for (const word of written.flat()) expect(said.split(word).length - 1, word).toBe(1);
  for (const [text] of decisions) expect(said).toContain(text);
  await atAway.reload();
  await atAway.getByText(/^Congelato il/).waitFor();
  await expect.poll(() => wordsOf(atAway)).toBe(said);
  for (const page of [atChair, mediator]) {
    await page.getByRole('button', { name: 'Firma…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Firmo', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await atTaker
    .getByText(/^Firmato da 2 su 8/)
    .first()
    .waitFor({ timeout: 60_000 });
  const verified = await ask<{ holds: boolean }>(atChair, 'GET', `/api${address}/verification`);
  expect(verified.holds).toBe(true);
  await look('frozen', { atChair, atTaker, mediator });
});

/** The rest of the team joins, and the tutor plans it for now. */
async function prepare(tutor: Page, household: string): Promise<Conference> {
  const { people } = await ask<{ people: { id: string; name: string }[] }>(tutor, 'GET', '/api/people');
  const idOf = (name: string) =>
    people.find((person) => person.name === name)?.id ?? expect.fail(`${name} has an account`);
  const { careTeam } = await ask<{ careTeam: { person: { id: string }; to: string | null }[] }>(
    tutor,
    'GET',
    `/api/households/${household}`,
  );
  for (const name of writers.slice(2)) {
    if (careTeam.some(({ person, to }) => person.id === idOf(name) && to === null)) continue;
    await ask(tutor, 'POST', `/api/households/${household}/team`, { personId: idOf(name), reason: null });
  }
  return ask<Conference>(tutor, 'POST', `/api/households/${household}/conferences`, {
    id: randomUUID(),
    kind: 'review',
    title: 'Verifica del progetto',
    start: new Date().toISOString(),
    minutesLong: 60,
    mode: 'mixed',
    placeId: null,
    videoUrl: null,
    chairId: idOf(writers[chair]),
    minuteTakerId: idOf(writers[taker]),
    agenda: points.map((title, index) => ({ id: `p${index}`, title, minutes: 10, askedById: null })),
    invitedIds: [...writers.slice(2), 'Hanane Zeroual'].map(idOf),
    familyInvited: false,
    quorum: 5,
  });
}

const sheetOf = (page: Page) => page.locator('.mn [role=textbox]');

/**
 * A paragraph of one's own under a point, so that what one wrote can be found again as it was. Who clicks while the text
 * changes under the pointer looks where the caret stands before writing, as people do.
 */
async function standUnder(page: Page, index: number): Promise<void> {
  const title = points[index % points.length] ?? '';
  const heading = sheetOf(page).locator('h2', { hasText: title });
  await expect
    .poll(async () => {
      await heading.click();
      await page.keyboard.press('End');
      return page.evaluate(() => {
        const { anchorNode } = window.getSelection() ?? {};
        return anchorNode?.parentElement?.closest('h2')?.textContent ?? '';
      });
    })
    .toContain(title);
  await page.keyboard.press('Enter');
}

const wordOf = (index: number, count: number) => `voce${index}x${count}fine`;

async function writeOn(page: Page, index: number, until: number, begin = 0): Promise<string[]> {
  // One after the other: two who split one line in the same instant both keep its end.
  await page.waitForTimeout(index * 400);
  await standUnder(page, index);
  const words: string[] = [];
  for (let count = begin; Date.now() < until; count++) {
    const word = wordOf(index, count);
    words.push(word);
    await page.keyboard.type(`${word} `, { delay: 60 });
    if (count % 12 === 11) await page.keyboard.press('Enter');
  }
  return words;
}

/** Writes on while the network is gone, and what was written there comes back with the rest. */
async function writeAlsoOffline(page: Page, index: number, until: number): Promise<string[]> {
  const third = Math.min((until - Date.now()) / 3, 60_000);
  const before = await writeOn(page, index, Date.now() + third);
  await page.context().setOffline(true);
  const offline = await writeOn(page, index, Date.now() + offlineMs, 10_000);
  await page.context().setOffline(false);
  const after = await writeOn(page, index, until, 20_000);
  return [...before, ...offline, ...after];
}

/** The chair leads from point to point; it isn't the chair's page that writes then. */
async function conduct(page: Page, until: number): Promise<string[]> {
  const pause = Math.max(1_000, (until - Date.now()) / points.length);
  for (const title of points.slice(1)) {
    await page.waitForTimeout(pause);
    await page.getByRole('button', { name: `Punto seguente: ${title}` }).click();
    await page.locator('.box-p', { hasText: title }).waitFor();
  }
  return [];
}

/** What stands in the minutes, without what belongs to one page only. */
const wordsOf = (page: Page): Promise<string> =>
  sheetOf(page).evaluate((sheet) => {
    const text = sheet.cloneNode(true);
    if (!(text instanceof Element)) return '';
    for (const mark of text.querySelectorAll(
      '.caret, .collaboration-carets__caret, [aria-hidden="true"], [contenteditable="false"]',
    ))
      mark.remove();
    return text.textContent ?? '';
  });

async function look(when: string, pages: Readonly<Record<string, Page>>): Promise<void> {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  for (const [name, page] of Object.entries(pages))
    await page.screenshot({ path: join(pictures, `${when}-${name}.png`) });
}
