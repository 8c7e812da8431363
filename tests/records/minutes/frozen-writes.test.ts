/** X3: frozen minutes take no word more, whichever way it comes: written at that moment, on another node, offline, rebuilt. */
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { readConfig } from '../../../server/config.ts';
import { openMinutes } from '../../../server/records/conferences/minutes.ts';
import { verifyMinutes } from '../../../server/records/minutes/verification.ts';
import { startServer } from '../../../server/start.ts';
import { createPostgresLog } from '../../../server/sync/postgres-log.ts';
import type { Actor } from '../../../shared/access.ts';
import { schemaVersion } from '../../../shared/documents/kinds.ts';
import { minutesContent } from '../../../shared/documents/minutes.ts';
import { canonicalWords } from '../../../shared/documents/minutes-words.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { MessageKind, schemaParameter } from '../../../shared/sync/protocol.ts';
import { freshDatabase } from '../../support/database.ts';
import { giveLead, join, makeHousehold, makeService, makeWorker } from '../../support/households.ts';
import { closingOf, freeze, makeHeld } from '../../support/minutes.ts';
import { openSession } from '../../support/open-session.ts';
import { must, worldOn } from '../../support/people.ts';
import { write } from '../../support/sync-hand.ts';
import { until } from '../../support/until.ts';

const db = await freshDatabase();
const world = worldOn(db);

const startNode = () =>
  startServer(readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: db.url, LOG_LEVEL: 'silent' }), {
    say: () => undefined,
    onLost: () => undefined,
  });

/** A page of this person on that node; `doc` is what it already holds. */
async function openPage(url: string, documentId: DocumentId, by: Actor, doc = new Y.Doc()) {
  const cookie = await openSession(db, by.personId);
  const Socket = class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie }, origin: url });
    }
  };
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, documentId, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket, // ws speaks the browser's WebSocket
    disableBc: true,
    params: { [schemaParameter]: String(schemaVersion) },
    maxBackoffTime: 200,
  });
  provider.messageHandlers[MessageKind.ack] = () => undefined;
  let closed: number | undefined;
  provider.on('closed', ({ code }) => {
    closed = code;
  });
  return { doc, provider, closed: () => closed };
}

test('X3: words under way at the freezing are in the hash or nowhere, on both nodes; later ones never are, nor from offline, nor by a rebuild', async () => {
  const household = await makeHousehold(world);
  const lead = await makeService(world);
  const health = await makeWorker(world, 'health');
  await giveLead(world, household, lead);
  await join(world, household, health);
  const conference = await makeHeld(world, household, lead.worker, [household.tutor.personId]);
  const nodes = [await startNode(), await startNode()] as const;
  try {
    const { minutesId } = conference;
    const pages = [
      await openPage(nodes[0].url, minutesId, household.tutor),
      await openPage(nodes[1].url, minutesId, health),
    ] as const;
    await until(() => pages.every(({ provider }) => provider.synced));
    // Away since before the freezing, and it writes there.
    const offline = new Y.Doc();
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(pages[0].doc));
    write(offline, 'scritto in treno');
    let [words, stopped] = [0, false];
    const typing = (async () => {
      while (!stopped) {
        for (const { doc } of pages) write(doc, `parola ${words++}`);
        await new Promise((next) => setTimeout(next, 2));
      }
    })();
    await until(() => words > 20);
    await must(freeze(world, conference));
    const frozen = canonicalWords(await openMinutes(db.orm, minutesId));
    const writtenBefore = words;
    await until(() => words > writtenBefore + 20);
    stopped = true;
    await typing;
    const back = await openPage(nodes[1].url, minutesId, household.tutor, offline);
    // Either it isn’t asked for what it has, or it is closed for sending it.
    await until(() => back.provider.synced || back.closed() !== undefined);
    write(back.doc, 'e ancora');
    for (const { provider } of [...pages, back]) provider.destroy();

    expect(minutesContent(offline).toString()).toContain('scritto in treno'); // its author still has it to copy
    const stored = await openMinutes(db.orm, minutesId);
    expect(canonicalWords(stored)).toBe(frozen);
    expect(minutesContent(stored).toString()).not.toContain('scritto in treno');
    // A page that opens now reads what was frozen and nothing else, on either node.
    for (const { url } of nodes) {
      const reader = await openPage(url, minutesId, health);
      await until(() => reader.provider.synced);
      expect(canonicalWords(reader.doc)).toBe(frozen);
      reader.provider.destroy();
    }
    await createPostgresLog(db).rebuild(minutesId, () => undefined);
    const late = await openPage(nodes[0].url, minutesId, household.tutor);
    await until(() => late.provider.synced);
    write(late.doc, 'dopo');
    await until(() => late.closed() !== undefined);
    late.provider.destroy();
    expect(canonicalWords(await openMinutes(db.orm, minutesId))).toBe(frozen);
    const verified = await must(verifyMinutes(db.orm, health, conference.of));
    expect(verified.checks.map(({ what, holds }) => [what, holds])).toEqual([
      ['minutes', true],
      ['log', true],
    ]);
    expect((await closingOf(world, conference, health)).attendees).toHaveLength(1);
  } finally {
    await Promise.all(nodes.map((node) => node.close()));
  }
}, 60_000);
