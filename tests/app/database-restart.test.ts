/** The whole server while its own Postgres is killed under it: nothing crashes, nothing hangs, nothing typed is lost. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/start.ts';
import { Problem } from '../../shared/outcome.ts';
import { Household } from '../../shared/records/households.ts';
import { isReady, openPage, signInAt } from '../support/faults-server.ts';
import { makeHousehold } from '../support/households.ts';
import { makePerson } from '../support/people.ts';
import { killPostmaster } from '../support/postmaster.ts';
import { textOfDoc, write } from '../support/sync-hand.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

test('Postgres killed under load: requests answer not-ready, and all goes on by itself, with every word typed meanwhile', async () => {
  const dataDir = await temporaryFolder();
  const made = { householdId: '', email: '' };
  const onLost = vi.fn();
  const server = await startServer(
    readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    {
      say: () => undefined,
      onLost,
      async demo(world) {
        const tutor = await makePerson(world, { function: 'tutor' });
        made.householdId = (await makeHousehold(world, { tutor: tutor.actor })).id;
        made.email = tutor.email;
        return { accounts: [], households: [] };
      },
    },
  );
  onTestFinished(() => server.close());
  const cookie = await signInAt(server.url, made.email);
  const headers = { origin: server.url, cookie };
  const address = `${server.url}/api/households/${made.householdId}`;
  const { documents } = Household.parse(await (await fetch(address, { headers })).json());
  const planId = documents.find(({ kind }) => kind === 'care-plan')?.id ?? '';

  const open = () => {
    const opened = openPage(server.url, planId, cookie);
    onTestFinished(() => opened.destroy());
    return opened;
  };
  const page = open();
  await until(() => page.provider.synced);

  const statuses = new Set<number>();
  let asking = true;
  onTestFinished(() => {
    asking = false;
  });
  const askOn = async (): Promise<void> => {
    while (asking) {
      const response = await fetch(address, { headers });
      statuses.add(response.status);
      if (response.status !== 200) expect(Problem.parse(await response.json()).code).toBe('not-ready');
      write(page.doc, `parola ${statuses.size}`);
    }
  };
  const askers = Array.from({ length: 4 }, askOn);
  for (let kill = 0; kill < 2; kill++) {
    await killPostmaster(dataDir);
    await expect.poll(() => isReady(server.url), { timeout: 30_000 }).toBe(true);
  }
  asking = false;
  await Promise.all(askers);
  expect([...statuses].sort()).toEqual([200, 503]);

  write(page.doc, 'ultima parola');
  const reader = open();
  await until(() => textOfDoc(reader.doc) === textOfDoc(page.doc), 30_000);
  expect(textOfDoc(reader.doc)).toContain('ultima parola');
  expect(onLost).not.toHaveBeenCalled();
}, 120_000);
