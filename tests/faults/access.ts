/**
 * Losing access: sockets are open, colleagues type without a pause, and at a moment that chance decides somebody's access
 * ends. Their socket must close within a second, and nothing typed after the answer to the command may ever reach them.
 */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { readConfig } from '../../server/config.ts';
import type { Database } from '../../server/db/connect.ts';
import { startServer } from '../../server/start.ts';
import type { Actor } from '../../shared/access.ts';
import { ask, documentAddress, openPage, signInAt } from '../support/faults-server.ts';
import { join, type MadeHousehold, makeHousehold, makeWorker } from '../support/households.ts';
import { makePerson, worldOn } from '../support/people.ts';
import { write } from '../support/sync-hand.ts';
import { until } from '../support/until.ts';
import type { Proof, Round } from './proof.ts';

/** Told at once; another node's change, without a bus, is found by comparing every second. A test machine may be slow. */
const mostMs = { long: { told: 1_000, found: 2_000 }, short: { told: 4_000, found: 6_000 } };
const typingEveryMs = 5;
/** y-websocket's first frame: kind sync, step 1, and the state vector of an empty document. */
const syncStep1OfNothing = new Uint8Array([0, 0, 1, 0]);

export const access: Proof = {
  name: 'access',
  promise: 'whoever loses access gets nothing more, and their socket closes within a second',
  rounds: 500,
  async open(stage) {
    const { db, url: databaseUrl } = await stage.database();
    const world = worldOn(db);
    const config = readConfig({
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'silent',
      LIMITS: 'off',
    });
    const server = await startServer(config, { say: () => undefined, onLost: () => undefined });
    const household = await makeHousehold(world);
    const [plan] = await db.sql<{ id: string }[]>`
      select id from document where household_id = ${household.id} and kind = 'care-plan'`;
    const planId = plan?.id ?? '';
    const emailOf = async ({ personId }: Actor): Promise<string> =>
      (await db.sql<{ email: string }[]>`select email from person where id = ${personId}`)[0]?.email ?? '';
    const admin = await signInAt(server.url, (await makePerson(world, { function: 'admin' })).email);
    const tutor = await signInAt(server.url, await emailOf(household.tutor));
    const colleague = openPage(server.url, planId, tutor);
    await until(() => colleague.provider.synced, 30_000);
    let typed = 0;
    const typing = setInterval(() => write(colleague.doc, `dopo-${typed++}.`), typingEveryMs);

    return {
      async round(random): Promise<Round> {
        const worker = await makeWorker(world, 'health');
        await join(world, household, worker);
        const cookie = await signInAt(server.url, await emailOf(worker));
        const loser = await listen(server.url, planId, cookie);
        await until(() => loser.newestWord() >= 0, 15_000).catch(() => {
          const { wsconnected, synced } = colleague.provider;
          const state = `connected ${wsconnected}, synced ${synced}, closed with ${colleague.closedWith()}`;
          throw new Error(`the colleague's words don't arrive any more: ${typed} typed, ${state}`);
        });
        await sleep(random.below(150));
        const way = random.pick(Object.keys(endings) as (keyof typeof endings)[]);
        await endings[way]({ db, url: server.url, admin, tutor, cookie, household, worker });
        const typedBefore = typed;
        const answeredAt = performance.now();
        const closedAt = await Promise.race([loser.closed, sleep(5_000, undefined, { ref: false })]);
        const findings: string[] = [];
        const tookMs = (closedAt ?? performance.now()) - answeredAt;
        const isFound = way === 'by another node';
        if (tookMs > mostMs[stage.size][isFound ? 'found' : 'told'])
          findings.push(`${way}: the socket closed after ${tookMs.toFixed(0)} ms`);
        const newest = loser.newestWord();
        if (newest >= typedBefore && !isFound) {
          findings.push(`${way}: word ${newest} reached them, ${typedBefore} was the next to be typed`);
        }
        loser.terminate();
        return {
          counts: { losses: 1, [way]: 1 },
          worst: { [isFound ? 'foundMs' : 'closedMs']: Math.max(0, tookMs) },
          findings,
        };
      },
      async close() {
        clearInterval(typing);
        colleague.destroy();
        await server.close();
        return undefined;
      },
    };
  },
};

type Ending = {
  readonly db: Database;
  readonly url: string;
  readonly admin: string;
  readonly tutor: string;
  readonly cookie: string;
  readonly household: MadeHousehold;
  readonly worker: Actor;
};

/** The ways in which access ends; each resolves when the change has been answered. */
const endings = {
  'signing out': ({ url, cookie }: Ending) => mustAnswer(ask(url, cookie, 'DELETE', '/api/session')),
  'account closed': ({ url, admin, worker }: Ending) =>
    mustAnswer(ask(url, admin, 'PATCH', `/api/accounts/${worker.personId}`, { active: false })),
  async 'taken off the team'({ db, url, tutor, household, worker }: Ending) {
    const [membership] = await db.sql`
      select id from team_membership where person_id = ${worker.personId} and household_id = ${household.id}`;
    const path = `/api/households/${household.id}/team/${membership?.id}/end`;
    await mustAnswer(ask(url, tutor, 'POST', path, { reason: 'Cambia servizio.' }));
  },
  async 'by another node'({ db, worker }: Ending) {
    await db.sql`
      update person set active = false, access_epoch = access_epoch + 1 where id = ${worker.personId}`;
  },
} as const;

async function mustAnswer(asked: Promise<Response>): Promise<void> {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

/** A bare socket that has everything of the document, and remembers the newest word that came. */
async function listen(url: string, planId: string, cookie: string) {
  const socket = new WebSocket(documentAddress(url, planId), { headers: { cookie }, origin: url });
  let newest = -1;
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    if (!Buffer.isBuffer(data)) return;
    for (const [, word] of data.toString('latin1').matchAll(/dopo-(\d+)\./g))
      newest = Math.max(newest, Number(word));
  });
  const closed = once(socket, 'close').then(() => performance.now());
  await once(socket, 'open');
  socket.send(syncStep1OfNothing);
  await once(socket, 'message');
  return { closed, newestWord: () => newest, terminate: () => socket.terminate() };
}
