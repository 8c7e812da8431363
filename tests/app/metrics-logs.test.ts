/** What operators read must not tell of any case: errors are driven through every door, and the log is searched for the words. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { scheduleConference } from '../../server/records/conferences/commands.ts';
import { type DocumentKind, schemaVersion } from '../../shared/documents/kinds.ts';
import { appendBlock } from '../../shared/documents/rich-text.ts';
import { MessageKind, schemaParameter } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { act, conferenceWith, join, makeHousehold, makeService } from '../support/households.ts';
import { openSession } from '../support/open-session.ts';
import { must, worldOn } from '../support/people.ts';
import { syncMessage } from '../support/sync-hand.ts';
import { until } from '../support/until.ts';

const db = await freshDatabase();
const { sql } = db;
const world = worldOn(db);

/** Words that stand in a document, in a presence state, in a request; whatever form they might be logged in. */
const secret = 'Zubaydah-teme-suo-marito';
const forms = [
  secret,
  Buffer.from(secret).toString('hex'),
  Buffer.from(secret).toString('base64').slice(0, 28),
  JSON.stringify([...Buffer.from(secret)]).slice(1, -1),
];

async function startProgram() {
  const child: ChildProcess = spawn(process.execPath, ['tests/app/server-program.ts'], {
    env: { ...process.env, DATABASE_URL: db.url, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'trace' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const program = { said: '', complained: '', url: '' };
  child.stdout?.on('data', (chunk) => (program.said += chunk));
  child.stderr?.on('data', (chunk) => (program.complained += chunk));
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'close'); // after the last line it wrote
  };
  onTestFinished(stop);
  await until(() => /Trama is at \S+/.test(program.said), 60_000);
  program.url = /Trama is at (\S+)/.exec(program.said)?.[1] ?? '';
  return {
    ...program,
    stop,
    lines: () => program.said.split('\n').filter((line) => line.startsWith('{')),
    all: () => program.said + program.complained,
  };
}

test('the log is JSON and holds no word of a document, a presence, the minutes or a request, whatever goes wrong', {
  timeout: 120_000,
}, async () => {
  const household = await makeHousehold(world);
  const { worker: chair } = await makeService(world, 'social');
  await join(world, household, chair);
  await must(
    act(world, household.tutor, (context) =>
      scheduleConference(context, {
        householdId: household.id,
        ...conferenceWith(household, chair),
      }),
    ),
  );
  const documentOf = async (kind: DocumentKind): Promise<string> => {
    const [row] = await sql<{ id: string }[]>`
      select id from document where household_id = ${household.id} and kind = ${kind}`;
    if (row === undefined) throw new Error(`the household has its ${kind}`);
    return row.id;
  };
  const [plan, minutes] = [await documentOf('care-plan'), await documentOf('minutes')];
  const cookie = await openSession(db, household.tutor.personId);
  const program = await startProgram();
  const call = (path: string, body?: string) =>
    fetch(program.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { origin: program.url, cookie, 'content-type': 'application/json', 'user-agent': secret },
      ...(body === undefined ? {} : { body }),
    });
  const open = async (documentId: string, query = '') => {
    const address = `${program.url.replace('http', 'ws')}/sync/${documentId}?${schemaParameter}=${schemaVersion}${query}`;
    const socket = new WebSocket(address, { headers: { cookie }, origin: program.url });
    const closed = once(socket, 'close').then(([code]) => Number(code));
    socket.on('error', () => undefined);
    await once(socket, 'open');
    return { socket, closed };
  };
  const sound = (): Uint8Array => {
    const doc = new Y.Doc();
    appendBlock(doc.getXmlFragment('content'), 'paragraph', {}, [secret]);
    return Y.encodeStateAsUpdate(doc);
  };
  const withRoot = (work: (doc: Y.Doc) => void): Uint8Array => {
    const doc = new Y.Doc();
    work(doc);
    return Y.encodeStateAsUpdate(doc);
  };

  // Refused updates, frames that aren't the protocol, and presence that isn't JSON.
  const refused: (Uint8Array | string)[] = [
    secret,
    Buffer.from(secret),
    syncMessage(2, Buffer.from(secret)),
    syncMessage(
      2,
      withRoot((doc) => doc.getMap(secret).set(secret, secret)),
    ),
    syncMessage(
      2,
      withRoot((doc) => doc.getXmlFragment('content').push([new Y.XmlElement(secret)])),
    ),
    new Uint8Array([MessageKind.awareness, secret.length, ...Buffer.from(secret)]),
  ];
  for (const frame of refused) {
    const { socket, closed } = await open(plan);
    socket.send(frame);
    expect(await closed).toBeGreaterThanOrEqual(4400);
  }
  const present = await open(plan, `&epoch=${secret}`);
  present.socket.send(new Uint8Array([MessageKind.queryAwareness]));
  expect(await present.closed).toBe(4409);
  await (await open(secret)).closed;

  // Requests: an unknown path, a body that is no JSON, one of the wrong shape, a query, a login.
  await call(`/api/${secret}?${secret}=1`);
  await call('/api/households', `{"name": "${secret}"`);
  await call('/api/households', JSON.stringify({ name: secret, id: secret }));
  await call(`/api/search?q=${secret}`);
  await call('/api/session', JSON.stringify({ email: `${secret}@example.org`, password: secret }));

  // Postgres refuses the rows of a plan and of minutes, and quotes them while it does.
  await sql.unsafe(`
    create function quote_and_refuse() returns trigger language plpgsql as $$
    begin
      raise exception E'refused\\n    at % (%)', encode(new.bytes, 'escape'), encode(new.bytes, 'hex')
        using detail = encode(new.bytes, 'escape'), hint = encode(new.bytes, 'base64');
    end $$;
    create trigger quote_and_refuse before insert on document_update for each row execute function quote_and_refuse()`);
  for (const documentId of [plan, minutes]) {
    const writer = await open(documentId);
    writer.socket.send(syncMessage(2, sound()));
    expect(await writer.closed).toBe(1012);
  }

  // A stored row that can't be loaded.
  await sql.unsafe(`drop trigger quote_and_refuse on document_update`);
  await sql`insert into document_update (document_id, seq, bytes, sha256)
    select id, head_seq + 1, ${Buffer.from(secret)}, sha256('') from document where id = ${plan}`;
  await sql`update document set head_seq = head_seq + 1 where id = ${plan}`;
  const reader = await open(plan);
  reader.socket.send(syncMessage(0, new Uint8Array([1, 1, 0])));
  await reader.closed;

  await program.stop();
  const lines = program.lines();
  const logged = lines.map((line) => JSON.parse(line) as { level: number; doing?: string });
  expect(logged.filter(({ doing }) => doing === 'committing updates').length).toBeGreaterThan(0);
  expect(logged.filter(({ doing }) => doing === 'loading a document').length).toBeGreaterThan(0);
  for (const form of forms) expect(program.all()).not.toContain(form);
});
