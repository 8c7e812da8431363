/** A conference from its planning to its frozen minutes. */
import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../shared/dates.ts';
import { openSeats, pick } from '../support/seats.ts';

const { sit, tab } = openSeats();
const tomorrow = addDays(dayOf(new Date()), 1);
/** Open pages follow by themselves; how soon, the tests of the sockets measure on a quiet machine. */
const soonMs = 15_000;
const reasonMissing = 'Scrivi il motivo, anche in poche parole.';

describe('a conference is planned, held and closed', () => {
  test('X1–X4: planned from a template and changed, written by all, decisions given with C, I and R; frozen by the chair alone, and then nobody writes', async () => {
    const tutor = await sit('Davide Marengo', tab('TRM-022', 'conferences'));
    await tutor.getByRole('button', { name: 'Programma una conferenza' }).click();
    const planning = tutor.getByRole('dialog');
    await planning.getByLabel('Che conferenza è').selectOption('lead_handover');
    await planning.getByRole('button', { name: 'Programma', exact: true }).click();
    await planning.getByText('Scegli una data.').waitFor();
    expect(await planning.getByRole('textbox', { name: 'Punto 1' }).inputValue()).toBe(
      'Perché passa la regia',
    );
    await planning.getByLabel('Giorno').fill(tomorrow);
    await planning.getByRole('button', { name: 'Programma', exact: true }).click();
    const minutes = tutor.getByRole('textbox', { name: /^Verbale/ });
    await minutes.locator('h2', { hasText: 'Perché passa la regia' }).waitFor();
    const address = new URL(tutor.url()).pathname;

    const chair = await sit('Tommaso Aimone', address);
    const social = await sit('Giulia Perona', address);
    for (const one of [chair, social])
      await one
        .getByRole('textbox', { name: /^Verbale/ })
        .locator('h2')
        .first()
        .waitFor();
    await tutor.getByRole('button', { name: 'Modifica…' }).click();
    const changing = tutor.getByRole('dialog');
    await changing.getByLabel('Titolo').fill('x');
    await changing.getByRole('button', { name: 'Salva' }).click();
    await changing.getByText('È troppo corto: scrivi qualcosa di più.').waitFor();
    await changing.getByLabel('Titolo').fill('Chi tiene le fila');
    await changing.getByLabel('Ora', { exact: true }).fill('17:30');
    await changing.getByRole('button', { name: 'Salva' }).click();
    await changing.waitFor({ state: 'hidden' });
    await chair.getByRole('heading', { name: 'Chi tiene le fila' }).waitFor();
    await chair.getByText(/17:30/).first().waitFor();

    // Only the minute-taker's page proposes who is there; a person confirms.
    const presence = (where: typeof tutor) => where.locator('.att li', { hasText: 'Tommaso Aimone' });
    await presence(tutor).getByText('da confermare').waitFor();
    await presence(tutor).getByRole('button', { name: 'Segna presente: Tommaso Aimone' }).click();
    await presence(social).getByText('presente', { exact: true }).waitFor();

    await minutes.locator('h2', { hasText: 'Che cosa resta aperto' }).click();
    await tutor.keyboard.press('End');
    await tutor.keyboard.press('Enter');
    await tutor.keyboard.type('/dissen');
    await tutor.getByRole('option', { name: /Dissenso/ }).click();
    await tutor.keyboard.type('La madre preferisce aspettare settembre');
    await minutes.locator('.dissent-k select').last().selectOption({ label: 'Latifa Chakir' });
    await social.getByText('La madre preferisce aspettare settembre').waitFor();
    await minutes.locator('h2', { hasText: 'Chi tiene la regia' }).click();
    await tutor.keyboard.press('End');
    await tutor.keyboard.press('Enter');
    await tutor.keyboard.type('/decis');
    await tutor.getByRole('option', { name: /Decisione/ }).click();
    await tutor.keyboard.type('Giulia accompagna la madre al consultorio');

    const decision = chair
      .getByRole('region', { name: 'Decisioni' })
      .getByRole('button', { name: 'Giulia accompagna la madre al consultorio' });
    for (const [key, title] of [
      ['i', 'Invio a un servizio'],
      ['r', 'Passa la regia'],
    ] as const) {
      await decision.focus();
      await chair.keyboard.press(key);
      await chair.getByRole('dialog', { name: title }).waitFor();
      await chair.keyboard.press('Escape');
      await chair.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await decision.focus();
    await chair.keyboard.press('c');
    const assigning = chair.getByRole('dialog', { name: 'Affida un compito' });
    await pick(assigning, 'A chi', 'Giulia', /Giulia Perona/);
    await assigning.getByRole('button', { name: 'Affida', exact: true }).click();
    await assigning.waitFor({ state: 'detached' });
    await social.getByText('1 decisione, tutte affidate').waitFor();

    // Not before it was held, and by nobody but the chair.
    expect(await chair.getByRole('button', { name: 'Chiudi e congela…' }).count()).toBe(0);
    await tutor.getByRole('button', { name: 'Segna che si è tenuta' }).click();
    await chair.getByRole('button', { name: 'Chiudi e congela…' }).click();
    await social.getByText('tenuta', { exact: true }).waitFor();
    for (const one of [tutor, social])
      expect(await one.getByRole('button', { name: 'Chiudi e congela…' }).count()).toBe(0);
    await minutes.locator('p').first().click();
    // What is open is shown first; below the quorum only with a reason.
    const freezing = chair.getByRole('dialog');
    await freezing.getByRole('heading', { name: 'Ancora aperto' }).waitFor();
    await freezing.getByRole('button', { name: 'Congela il verbale' }).click();
    await freezing.getByText(reasonMissing).waitFor();
    await freezing.getByLabel(/Perché si congela lo stesso/).fill('Chi manca ha scritto le sue parole.');
    await freezing.getByRole('button', { name: 'Congela il verbale' }).click();
    const closedTo = (page: typeof tutor) => page.locator('[aria-label^="Verbale"][contenteditable="false"]');
    await closedTo(tutor).waitFor({ timeout: soonMs });
    for (const one of [chair, social]) await closedTo(one).waitFor();
    await tutor.keyboard.type('parole arrivate tardi');
    await tutor.getByText(/^Congelato il/).waitFor();
    await social.getByText(/^Congelato il/).waitFor();
    await chair.getByRole('button', { name: 'Firma…' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Firmo', exact: true }).click();
    await social.getByText('Senza numero legale: decisioni da confermare').waitFor();
    await social.getByText('firmato da tutti', { exact: true }).waitFor({ timeout: soonMs });
    expect(await social.getByText('parole arrivate tardi').count()).toBe(0);
    expect(await tutor.getByRole('button', { name: 'Modifica…' }).count()).toBe(0);
    await tutor.reload();
    await tutor.getByText(/^Congelato il/).waitFor();
    await tutor.goBack();
    await tutor.getByRole('button', { name: 'Programma una conferenza' }).waitFor();
  });

  test('X1: cancelled with a reason, never without', async () => {
    const tutor = await sit('Davide Marengo', tab('TRM-022', 'conferences'));
    await tutor.getByRole('button', { name: 'Programma una conferenza' }).click();
    const planning = tutor.getByRole('dialog');
    await planning.getByLabel('Titolo').fill('Da annullare');
    await planning.getByLabel('Giorno').fill(tomorrow);
    await planning.getByRole('button', { name: 'Programma', exact: true }).click();
    await tutor.getByRole('button', { name: 'Annulla la conferenza…' }).click();
    const cancelling = tutor.getByRole('dialog');
    await cancelling.getByRole('button', { name: 'Annulla la conferenza', exact: true }).click();
    await cancelling.getByText(reasonMissing).waitFor();
    await cancelling.getByLabel('Perché').fill('La madre è in ospedale.');
    await cancelling.getByRole('button', { name: 'Annulla la conferenza', exact: true }).click();
    await tutor.getByText('annullata', { exact: true }).first().waitFor();
    expect(await tutor.getByRole('button', { name: 'Segna che si è tenuta' }).count()).toBe(0);
  });
});

describe('the day’s tasks', () => {
  test('X5: a task is changed where it stands; on Today J, K, Enter and E walk, open and accept; ⌘K goes to a household', async () => {
    const lead = await sit('Giulia Perona', tab('TRM-026', 'tasks'));
    const owner = await sit('Lin Meiyu', '/');
    await owner.getByRole('heading', { name: 'Oggi' }).waitFor();
    const title = `Telefonare alla scuola ${Date.now() % 10_000}`;
    await lead.getByRole('button', { name: 'Nuovo compito' }).click();
    const making = lead.getByRole('dialog');
    await making.getByLabel('Che cosa c’è da fare').fill('Telefonare');
    await pick(making, 'A chi', 'Fatou', /Fatou Diagne/);
    await making.getByRole('button', { name: 'Affida', exact: true }).click();
    await making.waitFor({ state: 'detached' });
    await lead.getByRole('button', { name: 'Modifica…: Telefonare', exact: true }).first().click();
    const changing = lead.getByRole('dialog');
    await changing.getByLabel('Che cosa c’è da fare').fill(title);
    await changing.getByLabel('Entro quando').fill(addDays(tomorrow, -3));
    await changing.getByRole('button', { name: 'Salva' }).click();
    await changing.getByText('Questo giorno è passato: scegline uno da oggi in poi.').waitFor();
    await changing.getByLabel('Entro quando').fill(tomorrow);
    await changing.getByRole('button', { name: /^Svuota: Fatou Diagne/ }).click();
    await pick(changing, 'A chi', 'Lin', /Lin Meiyu/);
    await changing.getByRole('button', { name: 'Salva' }).click();
    await changing.waitFor({ state: 'detached' });

    const row = owner.locator('[data-row]', { hasText: title });
    await row.waitFor();
    const isOn = (place: typeof row) => place.evaluate((element) => element.contains(document.activeElement));
    for (const key of ['j', 'j', 'k']) await owner.keyboard.press(key);
    expect(await isOn(owner.locator('[data-row]').first())).toBe(true);
    for (let step = 0; step < 40 && !(await isOn(row)); step++) await owner.keyboard.press('j');
    await owner.keyboard.press('e');
    await lead.locator('li', { hasText: title }).getByText('accettato').waitFor();
    await owner.goto('/tasks');
    await row.waitFor();
    await row.focus();
    await owner.keyboard.press('Enter');
    await owner.waitForURL(/\/households\/.*\/tasks$/);

    await owner.keyboard.press('Control+k');
    await owner.getByRole('combobox', { name: 'Cerca o vai a' }).fill('Hu – Chen');
    await owner.getByRole('option', { name: /Hu – Chen/ }).waitFor();
    await owner.keyboard.press('Enter');
    await owner.getByRole('heading', { name: 'Hu – Chen' }).waitFor();
    await owner.goBack();
    await owner.getByRole('heading', { name: 'Zhou' }).waitFor();
  });
});
