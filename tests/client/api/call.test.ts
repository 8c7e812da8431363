/** What a page makes of the server's answers. A real HTTP server answers; nothing of ours is replaced. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, call, readProblem } from '../../../client/api/call.ts';
import { sessionEndpoints } from '../../../shared/records/session.ts';
import { taskEndpoints } from '../../../shared/records/tasks.ts';

let answer: (response: ServerResponse) => void = (response) => response.end();
let asked: { method: string; url: string; body: string } | undefined;
let server: Server;
let origin: string;
const realFetch = globalThis.fetch;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked = {
        method: request.method ?? '',
        url: request.url ?? '',
        body: Buffer.concat(chunks).toString(),
      };
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP
  origin = `http://127.0.0.1:${port}`;
  // A browser resolves our paths against the page's own origin; Node has none.
  globalThis.fetch = (input, init) => realFetch(`${origin}${String(input)}`, init);
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await new Promise((resolve) => server.close(resolve));
});

const json =
  (status: number, body: unknown, type = 'application/json') =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': type });
    response.end(JSON.stringify(body));
  };

describe('call', () => {
  test('a problem document comes back as its code with the wrong fields and the time to wait', async () => {
    answer = json(
      422,
      {
        type: 'about:blank',
        title: 'Invalid',
        status: 422,
        code: 'invalid',
        fields: [{ path: 'email', code: 'invalid_format', message: 'not an e-mail' }],
        retryAfterSeconds: 7,
      },
      'application/problem+json',
    );
    const refused = await call(sessionEndpoints.signIn, { body: { email: 'x', password: 'y' } });
    expect(refused).toEqual({
      ok: false,
      code: 'invalid',
      fields: [{ path: 'email', code: 'invalid_format', message: 'not an e-mail' }],
      retryAfterSeconds: 7,
    });
  });

  test('a failure that is no problem document of ours is `broken`, never a raw error', async () => {
    answer = (response) => {
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<h1>Bad gateway</h1>');
    };
    expect(await call(sessionEndpoints.current, {})).toMatchObject({ ok: false, code: 'broken' });
  });

  test('an answer that breaks the contract is `broken`', async () => {
    answer = json(200, { tasks: [{ id: 'not a task' }] });
    expect(await call(taskEndpoints.mine, {})).toMatchObject({ ok: false, code: 'broken' });
  });

  test('a connection cut half way is `offline`', async () => {
    answer = (response) => response.destroy();
    expect(await call(sessionEndpoints.current, {})).toMatchObject({ ok: false, code: 'offline' });
  });

  test('an answer that keeps the contract is its value', async () => {
    answer = json(200, { tasks: [] });
    const query = { view: 'escalated', open: 'true' } as const;
    expect(await call(taskEndpoints.mine, { query })).toEqual({ ok: true, value: { tasks: [] } });
    expect(asked).toEqual({ method: 'GET', url: '/api/tasks?view=escalated&open=true', body: '' });
  });

  test('an abort is the only thing that throws', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    await expect(call(sessionEndpoints.current, {}, stop.signal)).rejects.toThrow(/abort/i);
  });
});

describe('addressOf', () => {
  test('parameters are escaped, and an empty query entry is left out', () => {
    const address = addressOf(
      '/api/x/:id/y',
      { id: 'a/b?' },
      { q: 'due parole', after: undefined, status: '' },
    );
    expect(address).toBe('/api/x/a%2Fb%3F/y?q=due+parole');
  });
});

describe('readProblem', () => {
  test.each([undefined, null, 'text', { code: 'invented', type: 'about:blank', title: '', status: 400 }])(
    'what has no code of ours is `broken`: %j',
    (body) => {
      expect(readProblem(body)).toEqual({ ok: false, code: 'broken', fields: [] });
    },
  );
});
