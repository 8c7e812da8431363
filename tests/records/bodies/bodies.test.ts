import { beforeAll, expect, test } from 'vitest';
import { bodyBriefs } from '../../../server/records/bodies/queries.ts';
import { bodyRoutes } from '../../../server/records/bodies/routes.ts';
import type { Body } from '../../../shared/records/bodies.ts';
import { type Client, signedInClient, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { makeBody, makePerson, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const testApp = await startApp(world, { routes: () => bodyRoutes });

let tutor: Client;
let coordinator: Client;
beforeAll(async () => {
  tutor = await signedInClient(testApp, await makePerson(world, { function: 'tutor' }));
  coordinator = await signedInClient(testApp, await makePerson(world, { function: 'coordinator' }));
});

const draft = (given: Record<string, unknown> = {}) => ({
  name: 'Più Spazio Quattro',
  kind: 'casa_del_quartiere',
  sector: 'desk',
  public: false,
  district: 4,
  area: 'San Donato',
  languages: ['it'],
  resources: ['desk'],
  description: 'Sportello e sala',
  email: null,
  phone: null,
  hours: null,
  ...given,
});
async function list(query = ''): Promise<Body[]> {
  const { body } = await tutor.call('GET', `/api/bodies${query}`);
  return (body as { bodies: Body[] }).bodies;
}

test('A10: only coordination and administration add, change or close a body', async () => {
  const body = await makeBody(world);
  expect((await tutor.call('POST', '/api/bodies', draft())).status).toBe(404);
  expect((await tutor.call('PUT', `/api/bodies/${body.id}`, draft())).status).toBe(404);
  expect((await tutor.call('DELETE', `/api/bodies/${body.id}`)).status).toBe(404);
  expect(await list('?q=spazio')).toHaveLength(0);
});

test('A10: a body without a name, with an unknown sector or in a ninth district is invalid', async () => {
  const { body } = await coordinator.call(
    'POST',
    '/api/bodies',
    draft({ name: ' ', sector: 'x', district: 9 }),
  );
  const { fields } = body as { fields: { path: string }[] };
  expect(fields.map(({ path }) => path).sort()).toEqual(['district', 'name', 'sector']);
});

test('A10: a body that is added, changed and closed is in the directory while it is open', async () => {
  const { status, body } = await coordinator.call('POST', '/api/bodies', draft());
  expect([status, body]).toMatchObject([200, draft()]);
  const { id } = body as Body;
  expect(await list('?q=piu%20donato')).toEqual([body]);
  expect(await list('?q=spazio&sector=health')).toHaveLength(0);

  const changed = await coordinator.call('PUT', `/api/bodies/${id}`, draft({ name: 'Cascina Roccafranca' }));
  expect(changed).toMatchObject({ status: 200, body: { id, name: 'Cascina Roccafranca' } });
  expect((await list('?q=roccafranca')).map((one) => one.id)).toEqual([id]);

  expect((await coordinator.call('DELETE', `/api/bodies/${id}`)).status).toBe(200);
  expect(await list('?q=roccafranca')).toHaveLength(0);
  expect((await bodyBriefs(db.orm, [id])).get(id)?.name).toBe('Cascina Roccafranca');
  for (const again of ['DELETE', 'PUT'] as const) {
    const answer = await coordinator.call(again, `/api/bodies/${id}`, again === 'PUT' ? draft() : undefined);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-available' } });
  }
});

test('D7: a protection shelter is in no directory from its first moment, and no change brings it there', async () => {
  const shelter = draft({ name: 'Casa rifugio Alba', kind: 'shelter', sector: 'protection' });
  const { body } = await coordinator.call('POST', '/api/bodies', shelter);
  expect(await list('?q=alba')).toHaveLength(0);
  await coordinator.call(
    'PUT',
    `/api/bodies/${(body as Body).id}`,
    draft({ name: 'Alba', kind: 'association' }),
  );
  expect(await list('?q=alba')).toHaveLength(0);
});
