import { expect, test } from 'vitest';
import { allRoutes } from '../../server/app/routes.ts';
import { createAuth } from '../../server/auth/auth.ts';
import { followEndpoint } from '../../server/records/calendar-feed/follow-endpoint.ts';
import { contract } from '../../shared/contract.ts';
import type { Endpoint } from '../../shared/endpoint.ts';
import { clientOf, startApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { worldOn } from '../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const given = { origin: 'http://trama.test', demo: null };
const routes = allRoutes({ ...given, auth: createAuth(world, { secure: false, limitAddresses: false }) });
const declared: Endpoint[] = Object.values(contract).flatMap((endpoints) => Object.values(endpoints));
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

test('every endpoint of the contract is mounted exactly once, and nothing else is', () => {
  expect(routes.map(({ endpoint }) => nameOf(endpoint)).sort()).toEqual(declared.map(nameOf).sort());
  for (const { endpoint } of routes) expect(declared).toContain(endpoint);
});

test('every route says who may call it, and a household’s policy has the household in its path', () => {
  for (const { policy, path } of declared) {
    expect(['public', 'sender-key', 'guest', 'signed-in', 'functions', 'household']).toContain(policy.kind);
    if (policy.kind === 'household') expect(path).toContain('/:householdId');
    if (policy.kind === 'functions') expect(policy.functions.length).toBeGreaterThan(0);
  }
});

test('every route but the public ones refuses whoever isn’t signed in', async () => {
  const { app } = await startApp(world, { routes: (auth) => allRoutes({ ...given, auth }) });
  const nobody = clientOf(app);
  for (const endpoint of declared) {
    if (endpoint.policy.kind === 'public') continue;
    const path = endpoint.path.replace(/:\w+/g, crypto.randomUUID());
    const { status, body } = await nobody.call(endpoint.method, path);
    if (endpoint.policy.kind === 'sender-key') {
      expect([nameOf(endpoint), status >= 400]).toEqual([nameOf(endpoint), true]);
      continue;
    }
    const refusal = endpoint.policy.kind === 'guest' ? [410, 'link-ended'] : [401, 'signed-out'];
    expect([nameOf(endpoint), status, body]).toMatchObject([
      nameOf(endpoint),
      refusal[0],
      { code: refusal[1] },
    ]);
  }
});

test('outside a demo there are no accounts to offer', async () => {
  const { app } = await startApp(world, { routes: (auth) => allRoutes({ ...given, auth }) });
  expect(await clientOf(app).call('GET', '/api/demo')).toMatchObject({
    status: 404,
    body: { code: 'not-available' },
  });
});

test('/api/openapi.json lists every route with its policy and schemas, the feed and the calendar to follow', async () => {
  const { app } = await startApp(world, { routes: (auth) => allRoutes({ ...given, auth }) });
  const { body } = await clientOf(app).call('GET', '/api/openapi.json');
  const document = body as {
    openapi: string;
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  expect(document.openapi).toMatch(/^3\.1/);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );
  const expected = declared.map((endpoint) => nameOf(endpoint).replace(/:(\w+)/g, '{$1}'));
  expect(operations.map(({ name }) => name).sort()).toEqual(
    [...expected, 'GET /api/feed', nameOf(followEndpoint).replace(/:(\w+)/g, '{$1}')].sort(),
  );
  const policies = new Map(
    declared.map((endpoint) => [nameOf(endpoint).replace(/:(\w+)/g, '{$1}'), endpoint.policy]),
  );
  for (const { name, operation } of operations) {
    const policy = policies.get(name);
    if (policy !== undefined) expect([name, operation['x-policy']]).toEqual([name, policy]);
    expect(operation).toMatchObject({
      summary: expect.any(String),
      'x-policy': { kind: expect.any(String) },
    });
  }
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  expect(document.paths['/api/session']?.post).toMatchObject({
    security: [],
    requestBody: {
      content: {
        'application/json': { schema: { required: ['email', 'password'], additionalProperties: false } },
      },
    },
  });
  expect(document.paths['/api/households/{householdId}']?.get?.parameters).toMatchObject([
    { name: 'householdId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
  ]);
});
