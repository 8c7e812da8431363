import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sessionRoutes } from '../../server/auth/routes.ts';
import { clientOf, startApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { worldOn } from '../support/people.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const db = await freshDatabase();
const world = worldOn(db);

test('a server that can’t answer yet says so, and is alive all the same', async () => {
  const { app } = await startApp(world, { routes: sessionRoutes, ready: async () => false });
  expect(await clientOf(app).call('GET', '/readyz')).toMatchObject({
    status: 503,
    body: { code: 'not-ready' },
  });
  expect((await clientOf(app).call('GET', '/healthz')).status).toBe(200);
});

test('metrics count routes by pattern and never name a person, a household or a word', async () => {
  const { app } = await startApp(world, { routes: sessionRoutes });
  const client = clientOf(app);
  expect((await client.call('GET', '/readyz')).status).toBe(200);
  await client.call('GET', '/api/session?q=nawal');
  const { body, headers } = await client.call('GET', '/metrics');
  expect(headers.get('content-type')).toContain('text/plain');
  expect(body).toContain(
    'trama_http_request_seconds_count{method="GET",route="/api/session",status="401"} 1',
  );
  expect(body).not.toContain('nawal');
});

test('without a built client its pages are not available, and the API is', async () => {
  const { app } = await startApp(world, { routes: sessionRoutes });
  expect((await clientOf(app).call('GET', '/')).status).toBe(404);
  expect((await clientOf(app).call('GET', '/api/session')).status).toBe(401);
});

test('the client’s addresses answer its page, its files answer themselves, and nothing else is readable', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>Trama</title>');
  const script = `console.log("${'trama'.repeat(500)}")`;
  await writeFile(join(folder, 'dist', 'assets', 'app-3f2a.js'), script);
  const { app } = await startApp(world, { routes: sessionRoutes, clientFolder: join(folder, 'dist') });
  const client = clientOf(app);
  const get = (path: string, headers: Record<string, string> = {}) =>
    client.call('GET', path, undefined, headers);

  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%00',
  ]) {
    expect((await get(path)).body).not.toBe('secret');
  }
  expect((await get('/assets/old-hash.js')).status).toBe(404);
  expect((await get('/api/households/of/the/client')).status).toBe(404);

  for (const path of ['/', '/households/1/plan', '/invitations/abc']) {
    const { status, body, headers } = await get(path);
    expect([status, body]).toEqual([200, '<!doctype html><title>Trama</title>']);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect((await get(path, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
  }
  const plain = await get('/assets/app-3f2a.js');
  expect(plain.body).toBe(script);
  expect(plain.headers.get('cache-control')).toContain('immutable');
  const packed = await app.request('/assets/app-3f2a.js', { headers: { 'accept-encoding': 'gzip, br' } });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect((await packed.arrayBuffer()).byteLength).toBeLessThan(200);
});
