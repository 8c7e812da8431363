/** Seed C, Take Care: a family in a programme, its pact from the first word to the last day, and its grant. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { addDays, addMonths, dayOf } from '../../shared/dates.ts';
import { accountOf } from '../support/demo.ts';
import { ask, openSeats, pick } from '../support/seats.ts';

const { sit } = openSeats();
const today = dayOf(new Date());

/** What only eyes can judge, kept when PICTURES names a folder. */
async function station(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: join(folder, `take-care ${name}.png`.replace(/\s/g, '-')) });
}

/** A receipt as a phone's camera leaves it: a real PNG of one dot. */
const receipt = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Opens the dialog behind a button; it must close again by what is done in it. */
async function dialog(page: Page, button: string | RegExp, fill: (it: Locator) => Promise<void>) {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const opened = page.getByRole('dialog');
  await fill(opened);
  await opened.waitFor({ state: 'hidden' });
}

const submit = (it: Locator, name: string) => it.getByRole('button', { name, exact: true }).click();
const field = (it: Locator, label: string) =>
  it.getByLabel(new RegExp(`^${label}(\\s*facoltativo)?$`)).first();

/** A mother and a child of two, taken in by the tutor at this page, with a goal and a service at the regia. */
async function ownFamily(tutor: Page, regia: Page): Promise<string> {
  const id = randomUUID();
  const own = `/api/households/${id}`;
  const me = await ask<{ id: string }>(tutor, 'GET', '/api/session');
  const service = await ask<{ id: string }>(regia, 'GET', '/api/session');
  const member = { sex: 'f', languages: ['ar'], birthCountry: null, pregnancy: null };
  await ask(tutor, 'POST', '/api/households', {
    id,
    name: `Famiglia Cura ${id.slice(0, 4)}`,
    ...{ district: 6, area: 'Barriera di Milano', languages: ['ar', 'it'] },
    members: [
      { ...member, name: 'Samira Nasri', relation: 'mother', birth: '1994-05-02', indexPerson: true },
      { ...member, name: 'Lina Nasri', relation: 'child', birth: addDays(today, -800), indexPerson: false },
    ],
    tutorId: me.id,
    tutorReason: 'La conosce dallo sportello.',
  });
  await ask(tutor, 'POST', `${own}/status`, { status: 'enrolled', reason: 'Presa in carico.' });
  type Candidates = { candidates: { body: { id: string }; people: { id: string }[] }[] };
  const { candidates } = await ask<Candidates>(tutor, 'GET', `${own}/lead/candidates`);
  const holder = candidates.find(({ people }) => people.some((person) => person.id === service.id));
  const proposal = randomUUID();
  await ask(tutor, 'POST', `${own}/lead/proposals`, {
    ...{ id: proposal, bodyId: holder?.body.id, personId: service.id, reason: 'Al centro c’è il reddito.' },
  });
  await ask(regia, 'POST', `${own}/lead/proposals/${proposal}/answer`, { answer: 'accept' });
  await ask(tutor, 'POST', `${own}/goals`, {
    ...{ id: randomUUID(), title: 'Lina comincia il nido', right: 'education', dimension: 'autonomy' },
    ...{ aim: null, objective: null, mode: null, beneficiaryId: null, baseline: '', expectedResult: '' },
    ...{ measure: '', responsibleId: null, due: null },
  });
  return id;
}

describe('Take Care', { timeout: 180_000 }, () => {
  test('C3, C4, C5, C6, C7, C8, C12, B13: from the programme to a pact signed by three, a grant paid with its receipt, and its end', async () => {
    const { password } = accountOf(inject('demo').network, 'Davide Marengo');
    const manager = await sit('Davide Marengo', '/');
    const regia = await sit('Giulia Perona', '/');
    const id = await ownFamily(manager, regia);
    const pact = `/households/${id}/pact`;

    await manager.goto(`/households/${id}/charge`);
    await dialog(manager, 'Iscrivi a un programma…', async (it) => {
      await field(it, 'Programma').selectOption({ label: 'La cura di casa' });
      await it.getByText('Come stanno i requisiti').waitFor();
      for (const stated of await it.getByLabel(/^Confermo/).all()) await stated.check();
      const why = field(it, 'Perché entra lo stesso');
      if (await why.isVisible()) await why.fill('Il reddito si chiarisce con il CAF questa settimana.');
      await station(manager, '01 programme');
      await submit(it, 'Iscrivi');
    });
    await manager.getByText(/^Iscritta a La cura di casa/).waitFor();

    await manager.goto(pact);
    await dialog(manager, 'Registra', async (it) => {
      await it.getByRole('group', { name: 'lei' }).getByLabel('2').check();
      await it.getByRole('group', { name: 'la famiglia' }).getByLabel('3').check();
      await it.getByRole('group', { name: 'chi le sta attorno' }).getByLabel('1').check();
      await submit(it, 'Registra');
    });
    await manager.getByRole('rowheader', { name: /^prima/ }).waitFor();

    await dialog(manager, 'Inizia un patto', async (it) => {
      await field(it, 'Finisce').fill(addMonths(today, 9));
      await it.getByLabel('socializzazione ed educazione').check();
      await it.getByLabel('dote', { exact: true }).check();
      await it.getByLabel('Lina comincia il nido').check();
      await it.getByRole('button', { name: 'Aggiungi un impegno' }).click();
      await it.getByLabel('Che cosa fa').first().fill('Accompagnarla al nido la prima settimana');
      await it.getByRole('button', { name: 'Aggiungi un impegno' }).click();
      await it.getByLabel('Chi', { exact: true }).last().selectOption({ label: 'Samira Nasri' });
      await it.getByLabel('Che cosa fa').last().fill('Portare Lina al nido nelle mattine concordate');
      await it
        .getByLabel(/^Entro/)
        .last()
        .fill(addMonths(today, 8));
      await submit(it, 'Inizia un patto');
      await it.getByText('Un patto dura da sei a otto mesi: scegli una fine più vicina.').waitFor();
      await station(manager, '02 too long');
      await field(it, 'Finisce').fill(addMonths(today, 7));
      await submit(it, 'Inizia un patto');
      await it.getByText('Il patto finisce prima: scegli un giorno in cui c’è ancora.').waitFor();
      await it
        .getByLabel(/^Entro/)
        .last()
        .fill(addMonths(today, 2));
      await submit(it, 'Inizia un patto');
    });

    await regia.goto(pact);
    const theirs = regia.getByRole('textbox', { name: /^Testo del patto/ });
    await theirs.waitFor();
    const text = manager.getByRole('textbox', { name: /^Testo del patto/ });
    await text.click();
    await manager.keyboard.type('Ci vediamo ogni due settimane, a casa o alla Casa del Quartiere.');
    await theirs.getByText('Ci vediamo ogni due settimane').waitFor();
    await dialog(manager, 'Scrivi la copia', async (it) => {
      await it
        .getByRole('textbox', { name: 'In parole semplici' })
        .fill('نلتقي كل أسبوعين ونرافق لينا إلى الحضانة.');
      await submit(it, 'Scrivi la copia');
    });
    await station(manager, '03 draft');

    await dialog(manager, 'Proponi alla firma', (it) => submit(it, 'Proponi alla firma'));
    await manager.getByText('Il testo è fermo: si legge e si firma.').waitFor();
    await expect.poll(() => regia.locator('.pa-text [contenteditable=true]').count()).toBe(0);
    expect(await manager.locator('.pa-text [contenteditable=true]').count()).toBe(0);

    const phone = await sit('Davide Marengo', pact, { viewport: { width: 390, height: 844 } });
    await phone.getByRole('link', { name: 'Fai firmare qui: Samira Nasri' }).click();
    const hers = phone.locator('[lang=ar][dir=rtl] .sg');
    await hers.getByRole('heading', { name: 'الاتفاق', exact: true }).waitFor();
    await hers.getByText('نلتقي كل أسبوعين').waitFor();
    await station(phone, '04 reading');
    // In her hands there is the pact and nothing else of the worker's account, whichever way she leaves it.
    expect(await phone.getByRole('navigation').count()).toBe(0);
    await phone.goBack();
    const back = phone.getByRole('dialog');
    await back.getByLabel('Password').fill('non-la-so');
    await submit(back, 'Riprendi');
    await back.getByRole('alert').first().waitFor();
    await station(phone, '04b taking back');
    await submit(back, 'Annulla');
    expect(new URL(phone.url()).pathname).toMatch(/^\/sign\//);
    await pick(hers, 'من قرأه لها', 'Hanane', /Hanane Zeroual/);
    await hers.getByRole('button', { name: 'لديّ اعتراض' }).click();
    await hers.getByLabel('كلماتكِ').fill('أريد أن أقرّر أنا متى نتوقف.');
    await station(phone, '05 words');
    await hers.getByRole('button', { name: 'أوقّع مع هذا الاعتراض' }).click();
    await hers.getByText('وقّعتِ. شكرًا لكِ.').waitFor();
    await station(phone, '06 signed');
    await phone.getByRole('button', { name: 'Davide Marengo: riprendo il dispositivo' }).click();
    await back.getByLabel('Password').fill(password);
    await submit(back, 'Riprendi');
    await phone.getByRole('navigation').first().waitFor();
    expect(new URL(phone.url()).pathname).toBe(pact);
    await phone.close();

    await manager.getByText('أريد أن أقرّر أنا متى نتوقف.').waitFor();
    await manager.getByRole('link', { name: 'Leggi e firma: Davide Marengo' }).click();
    await manager.getByRole('button', { name: 'Firmo il patto' }).click();
    await manager.getByText('Hai firmato. Grazie.').waitFor();
    await regia.getByRole('link', { name: /^Leggi e firma/ }).click();
    await station(regia, '07 regia signs');
    await regia.getByRole('button', { name: 'Firmo il patto' }).click();
    await regia.getByText('Hanno firmato tutti: il patto è in vigore.').waitFor();
    for (const page of [manager, regia]) await page.getByRole('link', { name: 'Torna al patto' }).click();
    await manager.getByText('in vigore', { exact: true }).waitFor();

    await manager.getByLabel(/^Com’è andato: Accompagnarla/).selectOption({ label: 'mantenuto' });
    await expect.poll(() => regia.getByLabel(/^Com’è andato: Accompagnarla/).inputValue()).toBe('kept');

    await dialog(regia, 'Fissa il tetto', async (it) => {
      await field(it, 'Euro').fill('800');
      await submit(it, 'Fissa il tetto');
    });
    await dialog(manager, 'Chiedi una dote', async (it) => {
      await field(it, 'Categoria').selectOption({ label: 'nido' });
      await field(it, 'Euro').fill('900');
      await field(it, 'Obiettivo').selectOption({ label: 'Lina comincia il nido' });
      await field(it, 'La fragilità, con parole').fill('Nessun reddito e due mesi di retta da pagare.');
      await submit(it, 'Chiedi una dote');
      await it.getByRole('alert').first().waitFor();
      await it.getByLabel('È una fragilità grave').check();
      await submit(it, 'Chiedi una dote');
      await it.getByText('Non resta abbastanza').waitFor();
      await station(manager, '08 above the cap');
      await field(it, 'Euro').fill('500');
      await submit(it, 'Chiedi una dote');
    });
    const asked = (page: Page) => page.getByRole('row', { name: /nido.*Nessun reddito/i });
    await asked(manager).getByText('aspetta la regia').waitFor();
    expect(await asked(manager).getByRole('button', { name: 'Approva', exact: true }).count()).toBe(0);
    await dialog(regia, 'Approva', (it) => submit(it, 'Approva'));

    await dialog(manager, 'Registra una spesa', async (it) => {
      await field(it, 'Euro').fill('620');
      await field(it, 'A chi').fill('Nido Il Pettirosso');
      await field(it, 'Ricevuta').fill('Bollettino di novembre');
      await it
        .locator('input[type=file]')
        .setInputFiles({ name: 'bollettino.png', mimeType: 'image/png', buffer: receipt });
      await submit(it, 'Registra una spesa');
      await it.getByText('Non resta abbastanza').waitFor();
      await field(it, 'Euro').fill('320');
      await submit(it, 'Registra una spesa');
    });
    await regia.getByRole('link', { name: /bollettino\.png/ }).waitFor();
    await regia.getByText('Nido Il Pettirosso').scrollIntoViewIfNeeded();
    await station(regia, '09 ledger');

    await dialog(manager, 'Prolunga', async (it) => {
      await field(it, 'Finisce il').fill(addMonths(today, 9));
      await field(it, 'Perché').fill('L’inserimento al nido comincia più tardi.');
      await submit(it, 'Prolunga');
    });
    await manager.getByText(/chiede di arrivare al/).waitFor();
    expect(await manager.getByRole('button', { name: 'Approva', exact: true }).count()).toBe(0);
    await regia.getByRole('button', { name: 'Approva', exact: true }).click();
    await manager.getByText('in vigore, prolungato').waitFor();

    await dialog(manager, 'Registra', async (it) => {
      await field(it, 'Quando').selectOption({ label: 'dopo' });
      await it.getByRole('group', { name: 'lei' }).getByLabel('4').check();
      await it.getByRole('group', { name: 'chi le sta attorno' }).getByLabel('3').check();
      await submit(it, 'Registra');
      // What nobody asked her isn't answered for her.
      await it
        .getByRole('group', { name: 'la famiglia' })
        .getByText('Scegli o scrivi qualcosa qui.')
        .waitFor();
      await station(manager, '09b nothing preset');
      await it.getByRole('group', { name: 'la famiglia' }).getByLabel('3').check();
      await submit(it, 'Registra');
    });
    await expect.poll(() => manager.getByRole('row', { name: /^dopo/ }).innerText()).toMatch(/\+2.*\+2/s);

    await dialog(manager, 'Concludi', async (it) => {
      await it.getByLabel('mantenuto', { exact: true }).check();
      await submit(it, 'Concludi');
    });
    await manager.getByText(/^Concluso il .*: mantenuto/).waitFor();
    await regia.getByText('concluso', { exact: true }).waitFor();
    await manager.evaluate(() => scrollTo(0, 0));
    await station(manager, '10 ended');
  });
});
