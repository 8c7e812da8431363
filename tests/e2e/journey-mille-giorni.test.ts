/** "1000 giorni insieme": a woman who comes to a desk without a name, and what follows until the network can count it. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { addDays, dayOf } from '../../shared/dates.ts';
import { openSeats } from '../support/seats.ts';
import { station } from '../support/stations.ts';

const { sit } = openSeats();
const today = dayOf(new Date());
let own: string;
let family: string;

/** A second try is another family: the first one’s stays. */
beforeEach(() => {
  own = randomUUID().slice(0, 4);
  family = `Famiglia Ouali ${own}`;
});

test('A1, A2, A3, A4, A5, A8, A11: a woman without a name at one desk, at another, in a programme, with a mediator and her child, and the numbers move', async () => {
  const code = await firstVisit(await sit('Monica Sibille', '/door'));
  await secondVisit(await sit('Nassim Haddad', '/door'), code);

  const tutor = await sit('Chiara Bertolino', '/households');
  await openHousehold(tutor);
  await tutor.getByRole('heading', { name: family }).waitFor();
  // The family's page goes on to its plan: who is on the way elsewhere by then would be called back.
  await tutor.waitForURL(/\/plan$/);
  const home = new URL(tutor.url()).pathname.replace(/\/plan$/, '');
  await linkContact(tutor, code);

  const coordinator = await sit('Alessandra Fenoglio', '/numbers');
  const received = figure(coordinator, 'Iniziative realizzate');
  const heldBefore = await numerator(received);
  const pairs = figure(coordinator, 'Mamme con un bambino sotto i due anni');
  const pairsBefore = await numerator(pairs);

  await tutor.goto(`${home}/charge`);
  await tutor.getByText('Bonus nuovi nati e visita').first().waitFor();
  await takeInCharge(tutor);
  await pregnancy(tutor, home);
  await mediation(tutor, home);
  await birth(tutor, home);

  await initiative(await sit('Monica Sibille', '/network/initiatives'));
  // Others' journeys run beside this one, on the same network: it can only have grown by more.
  await expect.poll(() => refreshed(coordinator, received)).toBeGreaterThan(heldBefore);
  expect(await numerator(pairs)).toBeGreaterThan(pairsBefore);
  await received.scrollIntoViewIfNeeded();
  await station(coordinator, 'A9 numbers');
});

/** A desk logs a visit: no name, a code for the slip. */
async function firstVisit(desk: Page): Promise<string> {
  await desk.getByRole('button', { name: 'Nuovo accesso' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Chi è venuta').selectOption({ label: 'una donna in gravidanza' });
  await dialog.getByLabel('Lingua').selectOption({ label: 'arabo' });
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await dialog.getByText('È troppo corto: scrivi qualcosa di più.').waitFor();
  await dialog.getByLabel('Per che cosa').fill('Bonus nuovi nati e visita: non sa da dove cominciare');
  await dialog.getByLabel('Com’è andata').selectOption({ label: 'da continuare' });
  await station(desk, 'A1 contact dialog');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  const told = desk.getByText(/Il codice del foglietto è [A-Z0-9]{3}-[A-Z0-9]{3}/);
  await told.waitFor();
  const code = /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec((await told.textContent()) ?? '')?.[0];
  if (!code) throw new Error('the slip has no code');
  await station(desk, 'A1 contact logged');
  return code;
}

/** Another desk goes on, with the slip: typed as people type. */
async function secondVisit(desk: Page, code: string): Promise<void> {
  await desk.getByLabel('Codice del foglietto').fill(code.toLowerCase().replace('-', ' '));
  await desk.getByRole('button', { name: new RegExp(`^Continua.*${code}`) }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Per che cosa').fill('Torna per la visita: accetta di parlare con una tutor');
  await dialog.getByLabel('Com’è andata').selectOption({ label: 'appuntamento' });
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await desk.getByText('2 volte').waitFor();
  await station(desk, 'A2 continued');
}

/** By keyboard as far as a keyboard goes. */
async function openHousehold(tutor: Page): Promise<void> {
  await tutor.getByRole('button', { name: 'Nuova famiglia' }).click();
  const dialog = tutor.getByRole('dialog');
  await dialog.getByLabel('Come chiamate la famiglia').fill(family);
  await dialog.getByLabel('Nome', { exact: true }).fill('Samira Ouali');
  await dialog.getByLabel('Paese di nascita').fill('Marocco');
  await dialog.getByLabel('arabo').check();
  await dialog.getByLabel('Perché questa persona').fill('L’ha incontrata allo sportello');
  await station(tutor, 'A3 new household');
  await tutor.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Apri la famiglia' }).click();
}

async function linkContact(tutor: Page, code: string): Promise<void> {
  await tutor.getByRole('link', { name: 'Sportello' }).click();
  await tutor.getByLabel('Codice del foglietto').fill(code);
  await tutor.getByRole('button', { name: new RegExp(`^Collega.*${code}`) }).click();
  const dialog = tutor.getByRole('dialog');
  const household = dialog.getByLabel('Nucleo');
  const option = household.locator('option', { hasText: family });
  await option.waitFor({ state: 'attached' });
  await household.selectOption({ label: (await option.textContent()) ?? '' });
  await dialog.getByRole('button', { name: 'Collega', exact: true }).click();
  await tutor.getByText('collegato a un nucleo').waitFor();
  await station(tutor, 'A3 linked');
}

async function fromMenu(page: Page, entry: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Altre azioni sulla famiglia' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  return page.getByRole('dialog');
}

/** What is known of her, what she needs, and the programme with its rules as they stand. */
async function takeInCharge(tutor: Page): Promise<void> {
  await tutor.getByRole('button', { name: 'Aggiorna…' }).click();
  const situation = tutor.getByRole('dialog');
  await situation.getByLabel('Povertà severa').selectOption({ label: 'sì' });
  await situation.getByLabel('Casa').selectOption({ label: 'ospite' });
  await situation.getByLabel('Residenza').selectOption({ label: 'dimora senza residenza' });
  await situation.getByLabel('Background migratorio').selectOption({ label: 'sì' });
  await station(tutor, 'A4 situation dialog');
  await situation.getByRole('button', { name: 'Salva' }).click();
  await situation.waitFor({ state: 'hidden' });

  await tutor.getByRole('button', { name: 'Scrivi un’analisi…' }).click();
  const screening = tutor.getByRole('dialog');
  await screening.getByLabel('economico').check();
  await screening.getByLabel('relazionale').check();
  await screening.getByLabel('entro 72 ore').check();
  await screening.getByLabel('In quale programma').selectOption({ label: 'Mille giorni in rete' });
  await station(tutor, 'A4 screening dialog');
  await screening.getByRole('button', { name: 'Salva' }).click();
  await screening.waitFor({ state: 'hidden' });

  const moving = await fromMenu(tutor, 'Cambia stato…');
  await moving.getByLabel('in cammino').check();
  await moving.getByLabel('Perché').fill('Accetta di essere accompagnata.');
  await station(tutor, 'A4 status dialog');
  await moving.getByRole('button', { name: 'Cambia stato' }).click();
  await moving.waitFor({ state: 'hidden' });

  await tutor.getByRole('button', { name: 'Iscrivi a un programma…' }).click();
  const enrolling = tutor.getByRole('dialog');
  await enrolling.getByLabel('Programma').selectOption({ label: 'Mille giorni in rete' });
  await enrolling.getByText('Come stanno i requisiti').waitFor();
  await station(tutor, 'A4 enrol dialog');
  await enrolling.getByRole('button', { name: 'Iscrivi', exact: true }).click();
  await enrolling.getByText('Scrivi il motivo, anche in poche parole.').waitFor();
  await enrolling.getByLabel('Perché entra lo stesso').fill('È incinta: la data si scrive alla visita.');
  await enrolling.getByRole('button', { name: 'Iscrivi', exact: true }).click();
  await enrolling.waitFor({ state: 'hidden' });
  await tutor.getByText(/in deroga: È incinta/).waitFor();
  await station(tutor, 'A4 charge');
}

/** One date, and the thousand days stand: what is open, what comes. One window becomes a task. */
async function pregnancy(tutor: Page, home: string): Promise<void> {
  await tutor.getByRole('link', { name: 'Percorso' }).click();
  const dialog = await fromMenu(tutor, 'Gravidanza o nascita…');
  await dialog.getByLabel('Ultima mestruazione').fill(addDays(today, -34 * 7));
  await station(tutor, 'A5 pregnancy dialog');
  await dialog.getByRole('button', { name: 'Registra', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await tutor.locator('.day', { hasText: '6ª visita in gravidanza' }).waitFor();
  await tutor.locator('.day', { hasText: 'se nasce il giorno previsto' }).first().waitFor();
  await station(tutor, 'A5 path');
  await tutor.getByRole('button', { name: 'Fanne un compito: 6ª visita in gravidanza' }).click();
  await tutor.locator('.day', { hasText: '6ª visita in gravidanza' }).getByText('C’è un compito').click();
  await tutor.waitForURL(`**${home}/tasks`);
  await tutor.locator('.item', { hasText: '6ª visita in gravidanza' }).waitFor();
  await station(tutor, 'A5 task');
}

/** A mediator is asked for; she says yes from her phone, in Arabic. */
async function mediation(tutor: Page, home: string): Promise<void> {
  await tutor.getByRole('link', { name: 'Équipe e accessi' }).click();
  await tutor.getByRole('button', { name: 'Chiedi una mediatrice' }).click();
  const dialog = tutor.getByRole('dialog');
  await dialog.getByText(/la parla/).waitFor();
  await dialog.getByLabel('A che cosa serve').selectOption({ label: 'superare la soglia' });
  await dialog.getByLabel('Di che cosa si tratta').fill(`Accompagnarla alla sesta visita ${own}`);
  await station(tutor, 'A6 mediation dialog');
  await dialog.getByRole('button', { name: 'Chiedi una mediatrice' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await tutor.getByText('da assegnare', { exact: true }).first().waitFor();

  const household = /TRM-\d+/.exec((await tutor.locator('.hh-title, .hh').first().textContent()) ?? '')?.[0];
  const phone = await sit('Hanane Zeroual', '/mediation', {
    language: 'ar',
    viewport: { width: 390, height: 844 },
  });
  const asked = phone.locator('li.item', { hasText: household ?? '' });
  await asked.waitFor();
  await station(phone, 'A6 phone asked');
  await asked.getByRole('button', { name: 'أقبل' }).click();
  await phone.getByText(/قُبل/).waitFor();
  await phone.locator('li.item', { hasText: `Accompagnarla alla sesta visita ${own}` }).waitFor();
  await station(phone, 'A6 phone accepted');
  await tutor.getByText('Hanane Zeroual').first().waitFor();
  await station(tutor, 'A6 team');
  await phone.goto(`${home}/plan`);
  await phone.getByRole('textbox').first().waitFor();
  await station(phone, 'A6 phone plan');
}

/** The birth: windows that waited for the due date give way to those of the day itself. */
async function birth(tutor: Page, home: string): Promise<void> {
  await tutor.goto(`${home}/path`);
  const dialog = await fromMenu(tutor, 'Gravidanza o nascita…');
  await dialog.getByLabel('una nascita').check();
  await dialog.getByLabel('Il giorno').fill(addDays(today, -2));
  await dialog.getByLabel('Nome del bambino o della bambina').fill('Yasmine');
  await station(tutor, 'A7 birth dialog');
  await dialog.getByRole('button', { name: 'Registra', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await tutor.getByRole('paragraph').filter({ hasText: 'dichiarazione di nascita · Yasmine' }).waitFor();
  await tutor.getByText('se nasce il giorno previsto').first().waitFor({ state: 'detached' });
  await station(tutor, 'A7 path after birth');
  await tutor.getByRole('link', { name: 'Bambini' }).click();
  await tutor.getByRole('heading', { name: 'Yasmine' }).waitFor();
  await station(tutor, 'A7 children');
}

/** A desk plans an initiative and counts who came: four numbers, never a name. */
async function initiative(desk: Page): Promise<void> {
  const title = `Tè delle mamme ${own}`;
  await desk.getByRole('button', { name: 'Programma un’iniziativa…' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel('Titolo').fill(title);
  await dialog.getByLabel('Giorno').fill(addDays(today, -1));
  await station(desk, 'A8 initiative dialog');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await desk.getByRole('button', { name: `Presenze: ${title}` }).click();
  await desk.getByLabel('Donne').fill('7');
  await desk.getByLabel('Bambine e bambini').fill('9');
  await desk.getByLabel('Per la prima volta').fill('2');
  await station(desk, 'A8 attendance');
  await desk.getByRole('button', { name: 'Salva', exact: true }).click();
  await desk.getByText('Presenze segnate.').waitFor();
}

const figure = (page: Page, name: string): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** The first number of "12 su 30". */
async function numerator(figures: Locator): Promise<number> {
  const told = figures.getByText(/\d+ su \d+/);
  await told.first().waitFor();
  return Number(/(\d+) su/.exec((await told.first().textContent()) ?? '')?.[1]);
}

async function refreshed(page: Page, figures: Locator): Promise<number> {
  await page.reload();
  return numerator(figures);
}
