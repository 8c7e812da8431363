/** Losing access takes effect on the page that is open, at once and by itself. */
import { expect, inject, test } from 'vitest';
import { TeamMembershipId } from '../../shared/ids.ts';
import type { Household } from '../../shared/records/households.ts';
import { openBrowser, seat } from '../support/browser.ts';
import { accountOf, cookieOf, householdOf } from '../support/demo.ts';

const { url, network } = inject('demo');
const mostMs = 2000;

test('X9: taking someone off the team closes their open page within 2 seconds, and tells them', async () => {
  const browser = await openBrowser();
  try {
    const householdId = householdOf(network, 'TRM-005');
    const nurse = await seat(
      browser,
      url,
      accountOf(network, 'Laura Cravero'),
      `/households/${householdId}/plan`,
    );
    await nurse.page
      .getByRole('textbox', { name: /^Piano/ })
      .locator('p')
      .first()
      .waitFor();
    await nurse.page.locator('.saved[data-state="saved"]').waitFor();

    const headers = {
      cookie: await cookieOf(url, accountOf(network, 'Fatou Diagne')),
      origin: url,
      'content-type': 'application/json',
    };
    const answer = await fetch(`${url}/api/households/${householdId}`, { headers });
    const { careTeam } = (await answer.json()) as Household;
    const membership = careTeam.find(({ person }) => person.name === 'Laura Cravero');
    const gone = nurse.page
      .getByText('Non fai più parte di questa équipe')
      .waitFor()
      .then(() => Date.now());
    const ended = await fetch(
      `${url}/api/households/${householdId}/team/${TeamMembershipId.parse(membership?.id)}/end`,
      { method: 'POST', headers, body: JSON.stringify({ reason: 'Il nido ora la segue da sé.' }) },
    );
    const endedAt = Date.now();
    expect(ended.status).toBe(200);
    expect((await gone) - endedAt).toBeLessThan(mostMs);
    expect(await nurse.page.getByRole('textbox', { name: /^Piano/ }).count()).toBe(0);
  } finally {
    await browser.close();
  }
});
