/** What the mother, a volunteer, the auditor and the call centre see of a case: their own, and nothing more. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask, openSeats } from '../support/seats.ts';

const { sit, stranger, tab } = openSeats();

describe('those who see little', () => {
  test('X16: the mother enters in Arabic, sees who follows her and marks her task done; pages of the case say they aren’t open', async () => {
    const mother = await stranger('/sign-in');
    await mother.getByRole('button', { name: 'Entra come Nawal Benhaddou' }).click();
    await mother.getByRole('heading', { name: /صفحتك/ }).waitFor();
    expect(
      await mother.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
    ).toEqual(['ar', 'rtl']);
    // Another browser, where nothing was chosen, asks her account.
    await mother.evaluate(() => localStorage.removeItem('trama.language'));
    await mother.reload();
    await mother.getByRole('heading', { name: /صفحتك/ }).waitFor();
    await mother.getByText('Chiara Bertolino').first().waitFor();
    await mother.getByText('مرافِقتك، من تتوجهين إليها في كل شيء').waitFor();
    await mother.getByText('Paola Ruffinatto').first().waitFor();

    const notOpen = mother.getByText(/هذه الوثيقة غير مفتوحة لك|لا شيء هنا يمكنك فتحه/);
    for (const name of ['plan', 'map', 'social-notes', 'health-notes', 'conferences', 'path']) {
      await mother.goto(tab('TRM-001', name));
      await notOpen.first().waitFor();
      expect(await mother.getByRole('textbox').count()).toBe(0);
    }
    await mother.goto(tab('TRM-003', 'plan'));
    await notOpen.first().waitFor();

    const tutor = await sit('Chiara Bertolino', '/');
    const me = await ask<{ id: string }>(mother, 'GET', '/api/session');
    const household = tab('TRM-001', '').split('/')[2];
    const title = `أحضري بطاقة التطعيم ${randomUUID().slice(0, 4)}`;
    await mother.goto('/');
    await ask(tutor, 'POST', `/api/households/${household}/tasks`, {
      id: randomUUID(),
      title,
      ownerId: me.id,
      due: null,
      source: { kind: 'manual' },
      goalId: null,
    });
    await mother.getByRole('button', { name: `أقبل: ${title}` }).click();
    await mother.getByRole('button', { name: `تمّت: ${title}` }).click();
    await mother.getByText(`تمّت: ${title}`).waitFor();
    await tutor.goto(tab('TRM-001', 'tasks'));
    await tutor.getByRole('button', { name: 'Tutti', exact: true }).click();
    await tutor.locator('li', { hasText: title }).getByText('fatto', { exact: true }).waitFor();
  });

  test('X8, X10: a volunteer has only their own tasks, the auditor the log without the case, the call centre no plan', async () => {
    const notOpen = /Questo documento non è aperto a te|Qui non c’è nulla che tu possa aprire/;
    const volunteer = await sit('Pietro Avidano', tab('TRM-001', 'plan'));
    await volunteer.getByText(notOpen).first().waitFor();
    await volunteer.goto('/tasks');
    await volunteer.getByRole('heading', { name: 'Compiti' }).waitFor();
    const own = await ask<{ tasks: { owner: { name: string } }[] }>(
      volunteer,
      'GET',
      '/api/tasks?open=false',
    );
    expect(new Set(own.tasks.map((task) => task.owner.name))).toEqual(new Set(['Pietro Avidano']));

    const auditor = await sit('Guido Pautasso', '/activity');
    await auditor.getByRole('heading', { name: 'Attività' }).waitFor();
    await auditor.locator('main li').first().waitFor();
    const log = await auditor.locator('main').innerText();
    for (const ofTheCase of ['Benhaddou – Tazi', 'Quispe', 'بطاقة التطعيم'])
      expect(log).not.toContain(ofTheCase);

    const callCentre = await sit('Federica Isoardi', tab('TRM-001', 'plan'));
    for (const page of [auditor, callCentre]) {
      await page.goto(tab('TRM-001', 'plan'));
      await page.getByText(notOpen).first().waitFor();
      expect(await page.getByRole('textbox').count()).toBe(0);
    }
    await callCentre.goto('/households');
    await callCentre.getByText('Ancora nessuna famiglia').waitFor();
  });
});
