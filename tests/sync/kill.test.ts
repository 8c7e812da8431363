import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';
import { textOfDoc, write } from '../support/sync-hand.ts';
import { insertPerson, insertPlan, openProvider, type ProviderPage } from '../support/sync-world.ts';
import { until } from '../support/until.ts';

const db = await freshDatabase();
const program = fileURLToPath(new URL('../support/sync-main.ts', import.meta.url));

async function start(mode: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [program, db.url, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [port] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return { child, url: `ws://127.0.0.1:${port.toString().trim()}/sync` };
}

/** Types numbered words until it is stopped, and remembers those that the server said are committed. */
function type(page: ProviderPage, name: string) {
  const saved = new Set<string>();
  const waiting: { word: string; frame: number }[] = [];
  let count = 0;
  const timer = setInterval(() => {
    while (waiting[0] !== undefined && waiting[0].frame <= page.acked) saved.add(waiting.shift()?.word ?? '');
    const word = `${name}-${count++}.`;
    write(page.doc, word);
    waiting.push({ word, frame: page.sent });
  }, 5);
  return { saved, stop: () => clearInterval(timer) };
}

/** Two type into one plan until the program is killed -9. Answers the words seen by the other or called saved, and those stored. */
async function killWhileTyping(mode: string, anna: PersonId, bilal: PersonId, documentId: DocumentId) {
  const { child, url } = await start(mode);
  const pages = [openProvider(url, documentId, anna), openProvider(url, documentId, bilal)] as const;
  await until(() => pages.every(({ provider }) => provider.synced), 20_000);
  const typing = pages.map((page, index) => type(page, index === 0 ? 'a' : 'b'));
  await until(() => typing.every(({ saved }) => saved.size > 20), 20_000);
  child.kill('SIGKILL');
  await once(child, 'exit');
  for (const { stop } of typing) stop();
  await until(() => pages.every(({ provider }) => !provider.wsconnected));
  const [first, second] = pages.map(({ doc }) => textOfDoc(doc));
  for (const page of pages) page.destroy();
  return [
    ...typing.flatMap(({ saved }) => [...saved]),
    ...(second?.match(/a-\d+\./g) ?? []),
    ...(first?.match(/b-\d+\./g) ?? []),
  ];
}

async function storedWords(documentId: DocumentId): Promise<Set<string>> {
  const rows = await db.sql<{ bytes: Uint8Array }[]>`
    select bytes from document_update where document_id = ${documentId} order by seq`;
  const doc = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  expect(doc.store.pendingStructs).toBeNull();
  return new Set(textOfDoc(doc).match(/[ab]-\d+\./g) ?? []);
}

async function lostIn(mode: string): Promise<number> {
  const { personId, documentId } = await insertPlan(db);
  const bilal = await insertPerson(db, 'Bilal');
  const promised = await killWhileTyping(mode, personId, bilal, documentId);
  expect(promised.length).toBeGreaterThan(40);
  const stored = await storedWords(documentId);
  return promised.filter((word) => !stored.has(word)).length;
}

test('sync: killed in the middle of typing, five times, it keeps every word that was seen or called saved', async () => {
  for (let kill = 0; kill < 5; kill++) expect(await lostIn('commit-first')).toBe(0);
}, 90_000);

test('sync: the same loop finds words lost by a server that shows first and stores later', async () => {
  expect(await lostIn('broadcast-first')).toBeGreaterThan(0);
}, 60_000);
