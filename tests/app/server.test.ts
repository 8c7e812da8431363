import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { PortRefused } from '../../server/http-server.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { freshDatabase } from '../support/database.ts';
import { openFeed } from '../support/feed.ts';
import { happen, makePerson, password, worldOn } from '../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

const configured = (given: Record<string, string> = {}) =>
  readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: db.url, LOG_LEVEL: 'silent', ...given });

async function start(given: Record<string, string> = {}): Promise<{ server: RunningServer; said: string[] }> {
  const said: string[] = [];
  const server = await startServer(configured(given), {
    say: (line) => said.push(line),
    onLost: () => undefined,
  });
  running.push(server);
  return { server, said };
}

/** Calls a server as a page of its own would. */
const at = (url: string) => ({
  request: (path: string, init: RequestInit = {}) =>
    fetch(url + path, {
      ...init,
      headers: { origin: url, 'content-type': 'application/json', ...init.headers },
    }),
});

async function signInAt(url: string, email: string): Promise<string> {
  const body = JSON.stringify({ email, password });
  const response = await at(url).request('/api/session', { method: 'POST', body });
  expect(response.status).toBe(200);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

test('a port that is taken is told in words, and nothing is left open', async () => {
  const { server } = await start();
  const port = new URL(server.url).port;
  const second = startServer(configured({ PORT: port }), { say: () => undefined, onLost: () => undefined });
  await expect(second).rejects.toThrow(PortRefused);
  await expect(second).rejects.toThrow('Choose another PORT');
});

test('X18: the first start prints a link that makes the administrator, and no later start does', async () => {
  const { server, said } = await start();
  const link = said.find((line) => line.includes('/invitations/'));
  const token = link?.split('/invitations/')[1];
  const accepted = await at(server.url).request(`/api/invitations/by-token/${token}/accept`, {
    method: 'POST',
    body: JSON.stringify({ name: 'Rosa Gallo', password, languages: [], screenLanguage: 'it' }),
  });
  expect(accepted.status).toBe(200);
  expect(await db.sql`select function from person`).toEqual([{ function: 'admin' }]);
  await server.close();
  const again = await start();
  expect(again.said.some((line) => line.includes('/invitations/'))).toBe(false);
});

test('a running server is ready, answers its two local addresses and refuses any other origin', async () => {
  const anna = await makePerson(world);
  const { server } = await start();
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  const port = new URL(server.url).port;
  const signIn = (origin: string) =>
    at(server.url).request('/api/session', {
      method: 'POST',
      headers: { origin },
      body: JSON.stringify({ email: anna.email, password }),
    });
  expect((await signIn(`http://127.0.0.1:${Number(port) + 1}`)).status).toBe(403);
  expect((await signIn(`http://localhost:${port}`)).status).toBe(200);
  expect((await signIn(`http://127.0.0.1:${port}`)).status).toBe(200);
});

test('a feed over a socket hears what another node committed, its bus not being ours', async () => {
  const anna = await makePerson(world);
  const { server } = await start();
  const reader = await openFeed(at(server.url), await signInAt(server.url, anna.email));
  await reader.next('ready');
  const began = Date.now();
  await happen(world, { kind: 'body.added', bodyId: crypto.randomUUID() as never });
  expect(await reader.message()).toMatchObject({ kind: 'body.added' });
  expect(Date.now() - began).toBeLessThan(5_000);
  reader.close();
});

test('closing ends feeds and requests, lets the port go, and a second call is harmless', async () => {
  const anna = await makePerson(world);
  const { server } = await start();
  const cookie = await signInAt(server.url, anna.email);
  const readers = await Promise.all(Array.from({ length: 5 }, () => openFeed(at(server.url), cookie)));
  await Promise.all(readers.map((reader) => reader.next('ready')));
  const underWay = signInAt(server.url, anna.email).catch(() => undefined); // answered or cut, but not hanging
  const began = Date.now();
  await Promise.all([server.close(), server.close()]);
  expect(Date.now() - began).toBeLessThan(10_000);
  await Promise.all(readers.map(({ ended }) => ended));
  await underWay;
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
});

/** The address a program prints once it listens, after whatever else it had to say. */
async function addressIn(output: Readable): Promise<string> {
  let said = '';
  output.on('data', (chunk) => {
    said += String(chunk);
  });
  const address = () => /http:\/\/localhost:\d+/.exec(said)?.[0];
  await expect.poll(address).toBeDefined();
  return address() ?? '';
}

test('SIGTERM ends the program in order, with an open feed, within ten seconds', async () => {
  const anna = await makePerson(world);
  const child = spawn(process.execPath, [fileURLToPath(new URL('server-program.ts', import.meta.url))], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: db.url, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressIn(child.stdout);
  const reader = await openFeed(at(url), await signInAt(url, anna.email));
  await reader.next('ready');
  const ended = once(child, 'exit');
  const began = Date.now();
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(Date.now() - began).toBeLessThan(10_000);
  await reader.ended;
}, 60_000);

test('a setting that can’t be understood ends the program with one plain message', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('server-program.ts', import.meta.url))], {
    env: { ...process.env, PORT: 'x', DATABASE_URL: db.url },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const chunks: string[] = [];
  child.stderr.on('data', (chunk) => chunks.push(String(chunk)));
  expect(await once(child, 'close')).toEqual([1, null]);
  expect(chunks.join('')).toContain('PORT: must be a port number');
  expect(chunks.join('')).not.toContain(' at ');
}, 60_000);
