/** The whole server while its own Postgres is killed under it: nothing crashes, nothing hangs, nothing typed is lost. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/start.ts';
import { schemaVersion } from '../../shared/documents/kinds.ts';
import { Problem } from '../../shared/outcome.ts';
import { Household } from '../../shared/records/households.ts';
import { schemaParameter } from '../../shared/sync/protocol.ts';
import { makeHousehold } from '../support/households.ts';
import { makePerson, password } from '../support/people.ts';
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
  const headers: Record<string, string> = { origin: server.url, 'content-type': 'application/json' };
  const body = JSON.stringify({ email: made.email, password });
  const signedIn = await fetch(`${server.url}/api/session`, { method: 'POST', headers, body });
  headers.cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const address = `${server.url}/api/households/${made.householdId}`;
  const { documents } = Household.parse(await (await fetch(address, { headers })).json());
  const planId = documents.find(({ kind }) => kind === 'care-plan')?.id ?? '';

  const page = openPlan(server.url, planId, headers);
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
  const reader = openPlan(server.url, planId, headers);
  await until(() => textOfDoc(reader.doc) === textOfDoc(page.doc), 30_000);
  expect(textOfDoc(reader.doc)).toContain('ultima parola');
  expect(onLost).not.toHaveBeenCalled();
}, 120_000);

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(({ status }) => status === 200);

/** A real y-websocket page with this session. */
function openPlan(url: string, documentId: string, { cookie = '' }: Record<string, string>) {
  const doc = new Y.Doc();
  class SignedIn extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie }, origin: url });
    }
  }
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, documentId, doc, {
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket, // ws speaks the browser's WebSocket
    disableBc: true,
    params: { [schemaParameter]: String(schemaVersion) },
    maxBackoffTime: 200,
  });
  onTestFinished(() => provider.destroy());
  return { doc, provider };
}
