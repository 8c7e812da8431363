/**
 * A whole conference of eight people at eight browsers, from the first point to the frozen minutes. It is held when it is
 * asked for; with ten minutes somebody is offline for ninety seconds. Pictures and figures are left in the folder:
 * `CONFERENCE_MINUTES=10 PICTURES=/tmp/pictures npx vitest run --project e2e-timed tests/e2e/conference-of-eight.test.ts`
 */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { closing as inArabic } from '../../client/messages/ar/closing.ts';
import type { Conference } from '../../shared/records/conferences.ts';
import {
  timesIn,
  type Written,
  wordsOf,
  writeAlsoOffline,
  writeUnder,
} from '../support/conference-writers.ts';
import { ask, networkGone, openSeats, pick } from '../support/seats.ts';

const { sit, tab } = openSeats(networkGone);
const minutes = Number(process.env.CONFERENCE_MINUTES ?? '1');
const offlineMs = minutes >= 10 ? 90_000 : 10_000;
const pictures = process.env.PICTURES;

/** Nine pages on one machine: what is shown here is that all is whole, not how soon. */
const patienceMs = 120_000;

const points = ['Come stanno', 'Che cosa è cambiato', 'Gli obiettivi', 'La rete', 'Chi fa che cosa'] as const;
const [tutor, regia, mediator] = ['Fatou Diagne', 'Paola Ruffinatto', 'Hanane Zeroual'] as const;
/** Who writes all the time, under which point, and at what: two of them in the same place, one on a phone. */
const writers = [
  { name: tutor, point: points[0] },
  { name: 'Tommaso Aimone', point: points[2] },
  { name: 'Maddalena Rosso', point: points[3], viewport: { width: 900, height: 1100 } },
  { name: 'Anna Castagneri', point: points[4] },
  { name: 'Irina Munteanu', point: points[0] },
  { name: 'Roberto Vassallo', point: points[1], viewport: { width: 390, height: 844 } },
] as const;
const away = 'Tommaso Aimone';
const decisions = [
  ['Si chiama il nido per Nour', 'Tommaso Aimone'],
  ['Il rinnovo STP lo segue la ASL', 'Anna Castagneri'],
  ['Visita dal pediatra con la mediatrice', 'Irina Munteanu'],
  ['Domanda per la casa popolare', regia],
  ['La madre viene al gruppo del martedì', tutor],
] as const;
const mothersWords = 'أريد أن أبقى قريبة من مدرسة عمر';
const passage = 'La famiglia chiede una casa vicina alla scuola di Omar.';
const rendering = 'تطلب العائلة بيتًا قريبًا من مدرسة عمر.';

test('X1–X4, A6: eight people hold a conference from agenda to freeze, one of them offline for a while; every page says the same and no word is lost', {
  timeout: minutes * 60_000 + 420_000,
}, async () => {
  const begun = Date.now();
  const atTutor = await sit(tutor, tab('TRM-020', 'conferences'));
  const household = tab('TRM-020', '').split('/')[2] ?? '';
  const conference = await prepare(atTutor, household);
  const address = tab('TRM-020', `conferences/${conference.id}`);
  await atTutor.goto(address);
  const pages = new Map<string, Page>([[tutor, atTutor]]);
  for (const { name, ...at } of writers.slice(1))
    pages.set(name, await sit(name, address, 'viewport' in at ? { viewport: at.viewport } : {}));
  const atRegia = await sit(regia, address);
  const atMediator = await sit(mediator, address, { language: 'ar' });
  const pageOf = (name: string) => pages.get(name) ?? expect.fail(`${name} has a page`);
  const everybody = [...pages.values(), atRegia, atMediator];
  for (const page of everybody) page.setDefaultTimeout(patienceMs);
  const seen = {
    chair: atRegia,
    'minute-taker': atTutor,
    arabic: atMediator,
    tablet: pageOf('Maddalena Rosso'),
    phone: pageOf('Roberto Vassallo'),
    away: pageOf(away),
  };

  await atRegia.getByRole('button', { name: 'Comincia', exact: true }).click();
  for (const page of everybody) await page.locator('.box-p', { hasText: points[0] }).waitFor();
  for (const name of [...pages.keys(), regia, mediator])
    await atTutor.getByRole('button', { name: `Segna presente: ${name}` }).click();

  // The mediator asks for the word and gets it from the chair; everybody sees who speaks.
  await atMediator.keyboard.press('h');
  await atRegia.getByRole('button', { name: `Dai la parola a ${mediator}` }).click();
  await atTutor.locator('.strip [data-turn]', { hasText: mediator }).waitFor();

  // The mother's words in Arabic, with what they say in Italian.
  await atTutor.getByRole('button', { name: 'Parole della famiglia' }).click();
  await atTutor.keyboard.type('Vorrei restare vicino alla scuola di Omar');
  const original = atTutor.locator('.voice-original').last();
  await original.fill(mothersWords);
  await original.blur();
  await atTutor.getByLabel('In che lingua').selectOption('arabo');
  for (const page of everybody)
    await expect.poll(() => originalOf(page), { timeout: patienceMs }).toBe(mothersWords);
  await look('begun', seen);

  const until = Date.now() + minutes * 60_000;
  const [, , ...written] = await Promise.all([
    conduct(atRegia, until),
    translateInPlan(atTutor, atMediator),
    ...writers.map(({ name, point }, index): Promise<Written> => {
      const page = pageOf(name);
      return name === away
        ? writeAlsoOffline(page, atTutor, point, { until, offlineMs })
        : writeUnder(page, point, String(index), until);
    }),
  ]);

  for (const [text] of decisions) {
    await atTutor.getByRole('button', { name: 'Decisione', exact: true }).first().click();
    await atTutor.keyboard.type(text);
    await atRegia.getByRole('region', { name: 'Decisioni' }).getByRole('button', { name: text }).waitFor();
  }
  for (const [text, owner] of decisions) {
    await atRegia
      .getByRole('region', { name: 'Decisioni' })
      .getByRole('button', { name: text, exact: true })
      .focus();
    await atRegia.keyboard.press('c');
    const assigning = atRegia.getByRole('dialog', { name: 'Affida un compito' });
    await pick(assigning, 'A chi', owner.split(' ')[0] ?? '', new RegExp(owner));
    await assigning.getByRole('button', { name: 'Affida', exact: true }).click();
    await assigning.waitFor({ state: 'detached' });
  }
  await atTutor.getByText('5 decisioni, tutte affidate').waitFor();
  const { tasks } = await ask<{ tasks: { title: string; owner: { name: string } }[] }>(
    atRegia,
    'GET',
    `/api/households/${household}/tasks`,
  );
  for (const [text, owner] of decisions)
    expect(tasks.find(({ title }) => title.includes(text))?.owner.name, text).toBe(owner);

  // Nobody writes any more, and everything is saved: all pages have the same words.
  for (const page of [...pages.values(), atRegia])
    await page.getByRole('banner').getByText('Salvato', { exact: true }).waitFor();
  await expect
    .poll(async () => new Set(await Promise.all(everybody.map(wordsOf))).size, { timeout: patienceMs })
    .toBe(1);
  await look('written', seen);
  const screen = await atRegia.context().newPage();
  await screen.setViewportSize({ width: 1920, height: 1080 });
  await screen.goto(`${address}/screen`);
  await screen.getByText(decisions[4][0]).first().waitFor();
  await look('written', { screen });
  await screen.close();

  await atRegia.getByRole('button', { name: 'Chiudi e congela…' }).click();
  const freezing = atRegia.getByRole('dialog');
  await freezing.getByText(/^Presenti confermati: 8\./).waitFor();
  await freezing.getByRole('button', { name: 'Congela il verbale' }).click();
  for (const page of everybody)
    await page
      .getByText(/^Congelato il|^جُمّد في/)
      .first()
      .waitFor();

  const texts = await Promise.all(everybody.map(wordsOf));
  expect(new Set(texts).size).toBe(1);
  const said = texts[0] ?? '';
  for (const word of written.flatMap(({ words }) => words)) expect(timesIn(said, word), word).toBe(1);
  for (const heading of [...points, ...decisions.map(([text]) => text)])
    expect(timesIn(said, heading), heading).toBe(1);
  await pageOf(away).reload();
  await expect.poll(() => wordsOf(pageOf(away))).toBe(said);

  await sign(atRegia, 'Firma…', 'Firmo');
  await sign(atMediator, inArabic.sign, inArabic.signAct);
  await atTutor
    .getByText(/^Firmato da 2 su 8/)
    .first()
    .waitFor();
  const verified = await ask<{ holds: boolean }>(atRegia, 'GET', `/api${address}/verification`);
  expect(verified.holds).toBe(true);
  await look('frozen', seen);
  await tell({
    people: everybody.length,
    minutes,
    secondsOffline: offlineMs / 1000,
    secondsInAll: Math.round((Date.now() - begun) / 1000),
    keys: written.reduce((sum, { keys }) => sum + keys, 0),
    words: written.reduce((sum, { words }) => sum + words.length, 0),
    lettersFrozen: said.length,
    tasks: decisions.length,
  });
});

/** The rest of the team joins, and the tutor plans it for now. */
async function prepare(at: Page, household: string): Promise<Conference> {
  const { people } = await ask<{ people: { id: string; name: string }[] }>(at, 'GET', '/api/people');
  const idOf = (name: string) =>
    people.find((person) => person.name === name)?.id ?? expect.fail(`${name} has an account`);
  const { careTeam } = await ask<{ careTeam: { person: { id: string }; to: string | null }[] }>(
    at,
    'GET',
    `/api/households/${household}`,
  );
  const others = writers.slice(1).map(({ name }) => name);
  for (const name of others) {
    if (careTeam.some(({ person, to }) => person.id === idOf(name) && to === null)) continue;
    await ask(at, 'POST', `/api/households/${household}/team`, { personId: idOf(name), reason: null });
  }
  return ask<Conference>(at, 'POST', `/api/households/${household}/conferences`, {
    id: randomUUID(),
    kind: 'review',
    title: 'Verifica del progetto',
    start: new Date().toISOString(),
    minutesLong: 60,
    mode: 'mixed',
    placeId: null,
    videoUrl: null,
    chairId: idOf(regia),
    minuteTakerId: idOf(tutor),
    agenda: points.map((title, index) => ({ id: `p${index}`, title, minutes: 10, askedById: null })),
    invitedIds: [...others, mediator].map(idOf),
    familyInvited: false,
    quorum: 5,
  });
}

/** The chair leads from point to point; it isn't the chair's page that writes then. */
async function conduct(at: Page, until: number): Promise<void> {
  const pause = Math.max(1_000, (until - Date.now()) / points.length);
  for (const title of points.slice(1)) {
    await at.waitForTimeout(pause);
    await at.getByRole('button', { name: `Punto seguente: ${title}` }).click();
    await at.locator('.box-p', { hasText: title }).waitFor();
  }
}

/** Beside the conference the mediator renders a passage of the plan in Arabic; the tutor reads it there. */
async function translateInPlan(atTutor: Page, atMediator: Page): Promise<void> {
  const [plan, annotating] = await Promise.all(
    [atTutor, atMediator].map(async (page) => {
      const beside = await page.context().newPage();
      beside.setDefaultTimeout(patienceMs);
      await beside.goto(tab('TRM-020', 'plan'));
      await beside.locator('.sheet').waitFor();
      return beside;
    }),
  );
  if (!plan || !annotating) return expect.fail('both opened the plan');
  await plan.locator('.sheet > p').last().click();
  await plan.keyboard.type(passage);
  await annotating.locator('.sheet p', { hasText: passage }).click({ clickCount: 3 });
  await annotating.getByRole('toolbar').waitFor();
  await annotating.keyboard.press('a');
  await annotating.locator('.note-field').waitFor();
  await annotating.keyboard.type(rendering, { delay: 60 });
  const note = plan.locator('.note', { hasText: rendering });
  await note.waitFor();
  expect(await plan.locator('.anchor').innerText()).toBe(passage);
  const words = note.getByText(rendering).first();
  expect(await words.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await look('plan', { tutor: plan, mediator: annotating });
  await Promise.all([plan.close(), annotating.close()]);
}

/** Whoever writes has a field for it, the mediator reads it. */
const originalOf = (page: Page): Promise<string> =>
  page
    .locator('.voice-original')
    .last()
    .evaluate((shown) =>
      (shown instanceof HTMLTextAreaElement ? shown.value : (shown.textContent ?? '')).trim(),
    );

async function sign(at: Page, open: string, act: string): Promise<void> {
  await at.getByRole('button', { name: open }).click();
  await at.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  await at.getByRole('dialog').waitFor({ state: 'detached' });
}

async function look(when: string, pages: Readonly<Record<string, Page>>): Promise<void> {
  if (!pictures) return;
  await mkdir(pictures, { recursive: true });
  for (const [name, page] of Object.entries(pages))
    await page.screenshot({ path: join(pictures, `${when}-${name}.png`) });
}

async function tell(figures: Readonly<Record<string, number>>): Promise<void> {
  if (!pictures) return;
  await writeFile(join(pictures, 'figures.json'), `${JSON.stringify(figures, null, 2)}\n`);
}
