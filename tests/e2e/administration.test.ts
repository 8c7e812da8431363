/** Accounts and bodies of the network, by the administrator; and sessions that end while their page is open. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openSeats, pick } from '../support/seats.ts';

const { sit, stranger } = openSeats();
/** Open pages learn it by themselves; how soon, tests/app/access-ends.test.ts measures on a quiet machine. */
const soonMs = 15_000;

describe('the administration', () => {
  test('X18: an invitation’s link is shown once, makes one account and ends; closing the account takes its open page away', async () => {
    const email = `nuova.${randomUUID().slice(0, 8)}@trama.example`;
    const admin = await sit('Sara Lanteri', '/admin/invitations');
    await admin.getByRole('button', { name: 'Invita una persona' }).click();
    const inviting = admin.getByRole('dialog');
    await inviting.getByLabel('Email di lavoro').fill('non un indirizzo');
    await inviting.getByLabel('Nome e cognome').fill('Marta Nuova');
    await inviting.getByRole('button', { name: 'Crea l’invito' }).click();
    await inviting.getByText('Non è scritto come serve: controlla.').waitFor();
    expect(await inviting.getByLabel('Nome e cognome').inputValue()).toBe('Marta Nuova');
    await inviting.getByLabel('Email di lavoro').fill(email);
    await pick(inviting, 'Ente', 'Roccafranca', /Cascina Roccafranca/);
    await inviting.getByRole('button', { name: 'Crea l’invito' }).click();
    const once = admin.getByRole('dialog', { name: 'Il collegamento, una volta sola' });
    const link = new URL(await once.getByLabel('Collegamento').inputValue());
    await once.getByRole('button', { name: 'L’ho copiato' }).click();
    await admin.reload();
    await admin.getByText(email).waitFor();
    expect(await admin.content()).not.toContain(link.pathname.split('/').at(-1));

    const invited = await stranger(link.pathname);
    await invited.getByLabel('Scegli una password').fill('corta');
    await invited.getByRole('button', { name: 'Accetta ed entra' }).click();
    await invited
      .getByText(/^È troppo corto/)
      .first()
      .waitFor();
    await invited.getByLabel('Scegli una password').fill('una frase che ricordo bene');
    await invited.getByRole('button', { name: 'Accetta ed entra' }).click();
    await invited.getByRole('heading', { name: 'Oggi' }).waitFor();
    const late = await stranger(link.pathname);
    await late.getByRole('heading', { name: 'Questo invito non vale più' }).waitFor();
    await admin.reload();
    await admin.locator('li', { hasText: email }).getByText('accettato').waitFor();

    await admin.getByRole('link', { name: 'Account' }).click();
    await admin.getByRole('searchbox', { name: 'Cerca per nome o email' }).fill(email);
    await admin
      .locator('li', { hasText: email })
      .getByRole('button', { name: 'Modifica Marta Nuova' })
      .click();
    const editing = admin.getByRole('dialog');
    await editing.getByLabel('Account attivo').uncheck();
    await editing.getByRole('button', { name: 'Salva' }).click();
    await invited.getByText(/^La sessione è finita/).waitFor({ timeout: soonMs });
    await admin.locator('li', { hasText: email }).getByText('chiuso').waitFor();
    await invited.getByLabel('Email di lavoro').fill(email);
    await invited.getByLabel('Password', { exact: true }).fill('una frase che ricordo bene');
    await invited.getByRole('button', { name: 'Continua' }).click();
    await invited.getByText('Email o password non corrispondono').first().waitFor();
  });

  test('A10, X9: a body that is added stands in an open directory; signing out everywhere ends the other browser', async () => {
    const name = `Sartoria sociale ${randomUUID().slice(0, 4)}`;
    const desk = await sit('Valentina Sacco', '/directory');
    await desk.getByText('Cascina Roccafranca').first().waitFor();
    const admin = await sit('Sara Lanteri', '/admin/bodies');
    await admin.getByRole('button', { name: 'Aggiungi un ente' }).click();
    const adding = admin.getByRole('dialog');
    await adding.getByRole('button', { name: 'Salva' }).click();
    await adding
      .getByText(/^È troppo corto/)
      .first()
      .waitFor();
    await adding.getByLabel('Nome dell’ente').fill(name);
    await adding.getByRole('button', { name: 'Salva' }).click();
    await adding.waitFor({ state: 'detached' });
    await desk.getByText(name).first().waitFor();

    const other = await sit('Valentina Sacco', '/directory');
    await other.getByText(name).first().waitFor();
    await desk.getByRole('button', { name: /^Il tuo menu/ }).click();
    await desk.getByRole('menuitem', { name: 'Esci da tutti i dispositivi' }).click();
    await other.getByText(/^La sessione è finita/).waitFor({ timeout: soonMs });
    expect(new URL(other.url()).search).toBe(`?next=${encodeURIComponent('/directory')}`);
  });
});
