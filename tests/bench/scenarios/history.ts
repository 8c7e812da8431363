/**
 * History: a plan of 20,000 edits in the real program and real Chromium. Opening: from the press on its button to the
 * paint of the text with what changed. A step: from an arrow key on the slider to the paint after which nothing changes
 * any more. Beside both what was spent waiting for the server: answers read, as the browser itself times them.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureClientBuilt } from '../../../server/client-build.ts';
import { startEmbeddedPostgres } from '../../../server/db/embedded.ts';
import { openBrowser, seat } from '../../support/browser.ts';
import { accountOf, householdOf } from '../../support/demo.ts';
import { startDemo } from '../../support/program.ts';
import { writePast } from '../load/long-past.ts';
import { type Taken, timed } from '../load/until-painted.ts';
import { type Figure, median, type Scenario, type Settings, valueAt } from './scenario.ts';

const edits = 20_000;
const family = 'TRM-003';
const reader = 'Marco Tessitore';

export const history: Scenario = {
  title: ({ quick }) =>
    `the history of a plan of ${quick ? edits / 20 : edits} edits, opened and stepped through`,
  async run(server, settings) {
    if (server.name !== 'ours') throw new Error('the peers keep no history');
    await ensureClientBuilt(settings.say);
    const folder = await mkdtemp(join(tmpdir(), 'trama-history-'));
    await chmod(folder, 0o755); // as root, Postgres runs as another account
    const postgres = await startEmbeddedPostgres({ dataDir: folder });
    try {
      return await measure(folder, postgres.url, settings);
    } finally {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(folder: string, databaseUrl: string, { quick, say }: Settings) {
  const program = await startDemo(folder, undefined, { DATABASE_URL: databaseUrl });
  const browser = await openBrowser();
  try {
    const householdId = householdOf(program.network, family);
    await writePast(databaseUrl, householdId, quick ? edits / 20 : edits);
    const account = accountOf(program.network, reader);
    const { page } = await seat(browser, program.url, account, `/households/${householdId}/plan`);
    await page.getByRole('textbox', { name: /^Piano/ }).waitFor();
    const button = page.getByRole('button', { name: 'Cronologia' });
    const opened: Taken[] = [];
    const openings = quick ? 1 : 5;
    for (let time = 0; time < openings; time++) {
      opened.push(await timed(page, () => button.click(), '.hc-row'));
      if (time < openings - 1) await page.keyboard.press('Escape');
      await page.waitForTimeout(500);
    }
    await page.getByRole('slider').focus();
    const steps: Taken[] = [];
    for (let step = 0; step < (quick ? 5 : 40); step++) {
      steps.push(
        await timed(page, () => page.keyboard.press(step < 30 ? 'ArrowLeft' : 'ArrowRight'), '.hc-row'),
      );
    }
    const [first, ...again] = opened;
    const ofSteps = (what: keyof Taken, share: number) =>
      valueAt(
        steps.map((step) => step[what]),
        share,
      );
    const figures = [
      figure('first opening', first?.ms ?? Number.NaN),
      figure('of it waiting for the server', first?.server ?? Number.NaN),
      figure('opened again p50', median((again.length > 0 ? again : opened).map(({ ms }) => ms))),
      figure('a step p50', ofSteps('ms', 0.5)),
      figure('a step p95', ofSteps('ms', 0.95)),
      figure('longest task of a step p95', ofSteps('longest', 0.95)),
      figure('waiting for the server in a step p95', ofSteps('server', 0.95)),
    ];
    say(`  ${figures.map(({ name, value }) => `${name} ${value.toFixed(0)} ms`).join(', ')}`);
    return { figures, details: { opened, steps } };
  } finally {
    await browser.close();
    await program.stop();
  }
}

const figure = (name: string, value: number): Figure => ({
  name,
  value,
  unit: 'ms',
  better: 'less',
  digits: 0,
});
