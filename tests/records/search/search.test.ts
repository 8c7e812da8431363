import { beforeAll, expect, test } from 'vitest';
import { searchRoutes } from '../../../server/records/search/routes.ts';
import type { SearchHit } from '../../../shared/records/search.ts';
import { type Client, signedInClient, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { makeHousehold } from '../../support/households.ts';
import { makeBody, makePerson, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const testApp = await startApp(world, { routes: () => searchRoutes });

let tutor: Client;
let stranger: Client;
let family: Client;
beforeAll(async () => {
  const person = await makePerson(world, {
    name: 'Chiara Bertolino',
    function: 'tutor',
    title: 'tutor territoriale',
  });
  const household = await makeHousehold(world, { name: 'Nucleo Però', tutor: person.actor });
  tutor = await signedInClient(testApp, person);
  stranger = await signedInClient(testApp, await makePerson(world, { name: 'Luca Moro' }));
  const mother = await makePerson(world, {
    name: 'Però Madre',
    function: 'family',
    householdId: household.id,
  });
  family = await signedInClient(testApp, mother);
  await makeBody(world, {
    name: 'Però Consultorio',
    kind: 'family_clinic',
    sector: 'health',
    area: 'Aurora',
  });
  await makeBody(world, { name: 'Però Rifugio', kind: 'shelter', sector: 'protection', public: false });
});

async function search(client: Client, q: string): Promise<SearchHit[]> {
  const { body } = await client.call('GET', `/api/search?q=${encodeURIComponent(q)}`);
  return (body as { hits: SearchHit[] }).hits;
}
const titles = (hits: SearchHit[]) => hits.map(({ kind, title }) => `${kind} ${title}`);

test('X20: without words, or with too many, nothing is searched', async () => {
  for (const q of ['', '%20', 'x'.repeat(101)]) {
    expect((await tutor.call('GET', `/api/search?q=${q}`)).status).toBe(422);
  }
});

test('X20: a household is found by whoever works with it and by nobody else', async () => {
  expect(titles(await search(stranger, 'nucleo'))).toEqual([]);
  expect(titles(await search(tutor, 'nucleo'))).toEqual(['household Nucleo Però']);
});

test('X20: people and bodies are found without accents; never a family’s account nor a secret shelter (D7)', async () => {
  expect(titles(await search(stranger, 'pero'))).toEqual(['body Però Consultorio']);
  expect(await search(stranger, 'bertolino territoriale')).toMatchObject([
    { kind: 'person', title: 'Chiara Bertolino', detail: 'tutor territoriale', householdId: null },
  ]);
});

test('X20: a family doesn’t search through the workers of the network', async () => {
  expect(titles(await search(family, 'bertolino'))).toEqual([]);
});

test('X20: signs that mean something to a database are just signs', async () => {
  for (const q of ['%', '_', '\\', "' or 1=1 --"]) expect(await search(tutor, q)).toEqual([]);
});
