/** "Tutor territoriale": a health service reports a mother and her newborn; one tutor, one regia, and a path that ends well. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { addDays, dayOf } from '../../shared/dates.ts';
import { openSeats, pick } from '../support/seats.ts';
import { station } from '../support/stations.ts';

const { sit, stranger } = openSeats();
const today = dayOf(new Date());
let own: string;
let family: string;

/** A second try is another family: the first one’s stays. */
beforeEach(() => {
  own = randomUUID().slice(0, 4);
  family = `Famiglia Adeyemi ${own}`;
});
const nursery = 'Nido d’infanzia comunale Il Pettirosso';

test('D1, D2, D11, B1, B2, B3, B5, B6, B8, B9, B10, B12, B15: from a consultorio’s report to a goal achieved and a closure that stays readable', async () => {
  const callCentre = await sit('Federica Isoardi', '/door/senders');
  const key = await registerSender(callCentre);
  const sender = await report(key);
  await takeIn(callCentre);
  await sender.locator('.door-sent a').click();
  await sender.getByText('È stata valutata').waitFor();
  await station(sender, 'B2 receipt');

  const tutor = await sit('Fatou Diagne', '/households');
  await tutor.getByRole('link', { name: family }).click();
  await tutor.getByRole('heading', { name: family }).waitFor();
  const home = new URL(tutor.url()).pathname.replace(/\/plan$/, '');
  const social = await regia(tutor);
  await charge(tutor);
  await goal(tutor);
  await referral(tutor);
  await snapshot(tutor);
  await childView(tutor);
  await social.goto(`${home}/plan`);
  await closure(tutor, social);
});

/** The call centre gives a service its key, once. */
async function registerSender(callCentre: Page): Promise<string> {
  await callCentre.getByRole('button', { name: 'Registra un segnalante' }).click();
  const dialog = callCentre.getByRole('dialog');
  await pick(dialog, 'Ente', 'Lingotto', /Consultorio familiare Lingotto/);
  await dialog.getByLabel('Che cos’è').selectOption({ label: 'consultorio' });
  await dialog.getByRole('button', { name: 'Registra un segnalante' }).click();
  const shown = callCentre.getByRole('dialog', { name: 'La chiave, una volta sola' });
  await shown.waitFor();
  await station(callCentre, 'B1 key');
  const key = (await shown.locator('code').textContent()) ?? '';
  await callCentre.keyboard.press('Escape');
  return key;
}

/** Without an account, with the key in the link. */
async function report(key: string): Promise<Page> {
  const page = await stranger(`/report#${key}`);
  await page.getByLabel('Il tuo nome e ruolo').fill('Irene Colla, assistente sanitaria');
  await page.getByRole('button', { name: 'Invia la segnalazione' }).click();
  await page.getByText('È troppo corto: scrivi qualcosa di più.').first().waitFor();
  await page.getByLabel('Madre con figli').check();
  await page
    .getByLabel('Che cosa succede')
    .fill(`Neonata di quaranta giorni, la madre è sola in casa. ${own}`);
  await page.getByLabel('entro 72 ore').check();
  await page.getByLabel(/^Nome/).first().fill('Joy Adeyemi');
  await page.getByRole('button', { name: 'Aggiungi un bambino' }).click();
  await page.getByLabel('Bambino 1').fill('Grace');
  await page.getByRole('group', { name: 'Bambini' }).getByLabel('Data di nascita').fill(addDays(today, -40));
  await station(page, 'B1 public report');
  await page.getByRole('button', { name: 'Invia la segnalazione' }).click();
  await page.getByRole('heading', { name: /^Segnalazione .* ricevuta$/ }).waitFor();
  await station(page, 'B1 sent');
  return page;
}

/** Triage, and a household with a tutor. */
async function takeIn(callCentre: Page): Promise<void> {
  await callCentre.getByRole('link', { name: 'Da valutare' }).click();
  await callCentre
    .locator('.door-queue a', { hasText: 'Consultorio familiare Lingotto' })
    .filter({ hasText: '40 giorni' })
    .first()
    .click();
  await callCentre.locator('blockquote', { hasText: own }).waitFor();
  await station(callCentre, 'B2 triage');
  await callCentre.getByRole('button', { name: 'Registra l’esito' }).click();
  await callCentre.getByText('Scegli o scrivi qualcosa qui.').waitFor();
  await callCentre.getByLabel('Sostegno a casa').check();
  await callCentre.getByLabel('Nota').fill('Una tutor la vede in settimana.');
  await callCentre.getByRole('button', { name: 'Registra l’esito' }).click();
  await callCentre.getByRole('button', { name: 'Apri il nucleo' }).click();
  const dialog = callCentre.getByRole('dialog');
  await dialog.getByLabel('Nome del nucleo').fill(family);
  await pick(dialog, 'Tutor', 'Fatou', /Fatou Diagne/);
  await dialog.getByLabel('Perché lei').fill('Abita a due strade dal suo sportello.');
  await station(callCentre, 'B3 take in dialog');
  await dialog.getByRole('button', { name: 'Apri il nucleo' }).click();
  await callCentre.getByText(/È diventata il nucleo TRM-\d+/).waitFor();
  await station(callCentre, 'B3 taken in');
}

/** One public service: proposed with a reason, accepted by whoever receives it. */
async function regia(tutor: Page): Promise<Page> {
  await tutor.getByRole('link', { name: 'Équipe e accessi' }).click();
  for (const [typed, name] of [
    ['Irina', 'Irina Munteanu'],
    ['Laura', 'Laura Cravero'],
  ] as const) {
    await tutor.getByRole('button', { name: 'Aggiungi all’équipe' }).click();
    const adding = tutor.getByRole('dialog');
    await pick(adding, 'Persona', typed, new RegExp(name));
    await adding.getByRole('button', { name: 'Aggiungi all’équipe' }).click();
    await adding.waitFor({ state: 'hidden' });
  }
  await tutor.getByRole('button', { name: 'Proponi la regia' }).click();
  const dialog = tutor.getByRole('dialog');
  await pick(dialog, 'A quale servizio', 'Nord Est', /Servizio sociale territoriale Nord Est/);
  await dialog.getByLabel('Perché').fill('Serve un contributo per l’affitto.');
  await station(tutor, 'B4 regia dialog');
  await dialog.getByRole('button', { name: 'Proponi la regia' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const social = await sit('Paola Ruffinatto', '/');
  const accept = social.getByRole('button', { name: `Accetta la regia: ${family}` });
  await accept.waitFor();
  await station(social, 'B4 regia asked');
  await accept.click();
  await tutor.getByText('Servizio sociale territoriale Nord Est, Paola Ruffinatto').first().waitFor();
  await station(tutor, 'B4 team');
  return social;
}

async function fromMenu(page: Page, entry: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Altre azioni sulla famiglia' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
  return page.getByRole('dialog');
}

/** On the way, and the child’s world from three sides. */
async function charge(tutor: Page): Promise<void> {
  await tutor.getByRole('link', { name: 'Presa in carico' }).click();
  const moving = await fromMenu(tutor, 'Cambia stato…');
  await moving.getByLabel('in cammino').check();
  await moving.getByLabel('Perché').fill('Vuole farsi aiutare.');
  await moving.getByRole('button', { name: 'Cambia stato' }).click();
  await moving.waitFor({ state: 'hidden' });
  const intake = tutor.locator('section', {
    has: tutor.getByRole('heading', { name: 'Da dove è arrivata' }),
  });
  await intake.getByText('Consultorio familiare Lingotto').first().waitFor();

  await tutor.getByRole('button', { name: 'Scrivi un quadro…' }).click();
  const dialog = tutor.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await dialog.getByText('Valuta almeno una cosa.').waitFor();
  for (const [item, rating] of [
    ['Cresce e sta bene', 4],
    ['Si sente al sicuro', 3],
    ['Le cure di ogni giorno', 4],
    ['Forza e cura di sé', 2],
    ['La casa', 1],
    ['Parenti e amici', 2],
  ] as const) {
    const marks = dialog.getByRole('group', { name: item, exact: true });
    await marks.getByRole('button', { name: String(rating), exact: true }).click();
  }
  await dialog.getByLabel(/^In poche righe/).fill('Grace cresce bene; la madre è stanca e sola.');
  await station(tutor, 'B5 assessment dialog');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await tutor.getByRole('img', { name: /^Triangolo/ }).waitFor();
  await station(tutor, 'B5 charge');
  await tutor.getByRole('img', { name: /^Triangolo/ }).scrollIntoViewIfNeeded();
  await station(tutor, 'B5 triangle');
}

/** A goal under a right of the child: with a name, a day, and how it will be seen. */
async function goal(tutor: Page): Promise<void> {
  await tutor.getByRole('link', { name: 'Piano' }).click();
  const plan = tutor.getByRole('textbox', { name: /^Piano/ });
  await plan.locator('h2', { hasText: 'Educazione' }).click();
  await tutor.keyboard.press('End');
  await tutor.keyboard.press('Enter');
  await tutor.keyboard.type('/obiett');
  await tutor.getByRole('option', { name: /Obiettivo/ }).click();
  await tutor.keyboard.type('Tre mattine al nido per Grace');
  await tutor.getByRole('button', { name: 'Apri l’obiettivo: Proposto' }).click();
  const panel = tutor.getByRole('dialog');
  await pick(panel, 'Responsabile', 'Paola', /Paola Ruffinatto/);
  await panel.getByLabel('Entro').fill(addDays(today, 60));
  await panel.getByLabel('Direzione').selectOption({ label: 'verso l’autonomia' });
  await panel.getByLabel('Per chi').selectOption({ label: 'Grace' });
  await panel.getByRole('button', { name: 'concordato' }).click();
  await tutor.getByText('Ora l’obiettivo è concordato.').waitFor();
  await panel.getByRole('button', { name: 'in corso' }).click();
  await tutor.getByText('Ora l’obiettivo è in corso.').waitFor();
  await station(tutor, 'B6 goal');
  await panel.getByRole('button', { name: 'Salva l’obiettivo' }).click();
  await panel.waitFor({ state: 'hidden' });
  await tutor
    .getByRole('button', { name: 'Apri l’obiettivo: In corso' })
    .getByText('Paola Ruffinatto')
    .waitFor();
}

/** The nursery answers with the link, once, without an account: the team reads it at once. */
async function referral(tutor: Page): Promise<void> {
  const plan = tutor.getByRole('textbox', { name: /^Piano/ });
  await plan.locator('h2', { hasText: 'Genitorialità' }).click();
  await tutor.keyboard.press('End');
  await tutor.keyboard.press('Enter');
  await tutor.keyboard.type('Chiedere il nido');
  const toolbar = tutor.getByRole('toolbar', { name: 'Con le parole scelte' });
  // The panel that was closed gives the focus back when it has faded out, which may be now.
  await expect
    .poll(async () => {
      await plan.getByText('Chiedere il nido').click();
      await tutor.keyboard.press('End');
      for (let i = 0; i < 'nido'.length; i++) await tutor.keyboard.press('Shift+ArrowLeft');
      return toolbar.isVisible();
    })
    .toBe(true);
  await toolbar.getByRole('button', { name: /Invio/ }).click();
  const dialog = tutor.getByRole('dialog');
  await dialog.getByLabel('Diritto').selectOption({ label: 'Educazione' });
  await dialog.getByLabel('Servizio').selectOption({ label: 'nido' });
  await pick(dialog, 'A quale ente', 'Pettirosso', /Il Pettirosso/);
  await dialog.getByLabel('Per chi', { exact: true }).selectOption({ label: 'Grace' });
  await dialog.getByLabel(/^Due righe/).fill('La madre può portarla a piedi.');
  await station(tutor, 'B7 referral dialog');
  await dialog.getByRole('button', { name: 'Invia', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });

  await tutor.getByRole('button', { name: `Link per rispondere… ${nursery}` }).click();
  const linking = tutor.getByRole('dialog');
  await station(tutor, 'B7 link dialog');
  await linking.getByRole('button', { name: 'Crea il link' }).click();
  const link = await linking.getByRole('textbox').inputValue();
  await station(tutor, 'B7 link made');
  await linking.getByRole('button', { name: 'Fatto' }).click();

  const body = await stranger(new URL(link).pathname);
  await body.getByRole('heading', { name: `Una richiesta per ${nursery}` }).waitFor();
  expect(await body.getByText('Grace').count()).toBe(0);
  await body.getByRole('button', { name: 'Invia la risposta' }).click();
  await body.getByText('Scegli o scrivi qualcosa qui.').waitFor();
  await body.getByLabel('Sì, ce ne occupiamo').check();
  await body.getByLabel(/^Due righe/).fill('Un posto da lunedì.');
  await station(body, 'B7 answer');
  await body.getByRole('button', { name: 'Invia la risposta' }).click();
  await body.getByRole('heading', { name: 'Grazie, la risposta è arrivata.' }).waitFor();
  await station(body, 'B7 answered');
  await body.reload();
  await body.getByRole('heading', { name: 'Questo link non vale più' }).waitFor();

  const item = tutor.locator('.ref', { hasText: nursery });
  await item.locator('.tag', { hasText: 'accettato' }).waitFor();
  await item.scrollIntoViewIfNeeded();
  await station(tutor, 'B7 referral answered');
}

async function snapshot(tutor: Page): Promise<void> {
  await tutor.getByRole('link', { name: 'Mappa' }).click();
  await tutor.getByRole('button', { name: 'Conserva la mappa…' }).click();
  const dialog = tutor.getByRole('dialog');
  await dialog.getByLabel('Nome').fill('All’inizio');
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await tutor.getByText('Mappa conservata.').waitFor();
  await station(tutor, 'B8 map');
}

/** Health, social, education: who follows her, and what is under way. */
async function childView(tutor: Page): Promise<void> {
  await tutor.getByRole('link', { name: 'Bambini' }).click();
  await tutor.getByRole('heading', { name: 'Grace' }).waitFor();
  for (const who of ['Irina Munteanu', 'Paola Ruffinatto', 'Laura Cravero'])
    await tutor.locator('.child').getByText(who).first().waitFor();
  await tutor.locator('.child').getByText('Tre mattine al nido per Grace').first().waitFor();
  await tutor.locator('.child').getByText('accettato').first().waitFor();
  await station(tutor, 'B9 child');
}

/** Achieved, closed with a coded reason: everything stays to read, nothing to write; and it can be opened again. */
async function closure(tutor: Page, social: Page): Promise<void> {
  await social.getByRole('button', { name: 'Apri l’obiettivo: In corso' }).click();
  const panel = social.getByRole('dialog');
  await panel.getByRole('button', { name: '5 passi su 5' }).click();
  await social.getByText('Segnato.', { exact: true }).waitFor();
  await panel.getByRole('button', { name: 'raggiunto', exact: true }).click();
  await social.getByText('Ora l’obiettivo è raggiunto.').waitFor();
  await panel.getByRole('button', { name: 'Chiudi', exact: true }).click();

  await tutor.getByRole('link', { name: 'Presa in carico' }).click();
  const moving = await fromMenu(tutor, 'Cambia stato…');
  await moving.getByLabel('conclusa').check();
  await moving.getByLabel('Come finisce').selectOption({ label: 'obiettivi raggiunti' });
  await moving.getByLabel('Perché').fill('Grace va al nido, la madre lavora tre mattine.');
  await station(tutor, 'B10 closing');
  await moving.getByRole('button', { name: 'Cambia stato' }).click();
  await moving.waitFor({ state: 'hidden' });
  await tutor.getByText('obiettivi raggiunti').first().waitFor();
  await tutor.getByRole('button', { name: 'Scrivi un quadro…' }).waitFor({ state: 'detached' });
  expect(await tutor.getByRole('button', { name: 'Aggiorna…' }).count()).toBe(0);
  await station(tutor, 'B10 closed');

  await social.getByText('Il percorso è concluso: si legge, non si scrive più.').waitFor();
  await social.locator('[role=textbox][contenteditable=true]').waitFor({ state: 'detached' });
  await social.getByText('Tre mattine al nido per Grace').first().waitFor();
  await station(social, 'B10 closed plan');
}
