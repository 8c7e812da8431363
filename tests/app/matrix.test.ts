/**
 * Nobody sees what they may not: every route of a household and every kind of document, for everybody who can stand to
 * it in some way, in every state. Generated from the contract, so a new route is in it from its first day.
 */
import { expect, test } from 'vitest';
import { allRoutes } from '../../server/app/routes.ts';
import { type Actor, documentAccess, may, type Relation } from '../../shared/access.ts';
import { contract } from '../../shared/contract.ts';
import { DocumentKind } from '../../shared/documents/kinds.ts';
import type { Endpoint } from '../../shared/endpoint.ts';
import type { HouseholdAction } from '../../shared/household-action.ts';
import { origin, startApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { openSession } from '../support/open-session.ts';
import { worldOn } from '../support/people.ts';
import { makePlace, makeStrangers, type Place } from '../support/standings.ts';

const db = await freshDatabase();
const world = worldOn(db);
const strangers = await makeStrangers(world);
const places = await Promise.all(
  (['screening', 'enrolled', 'closed'] as const).map((status) =>
    makePlace(world, status, status === 'enrolled' ? strangers : strangers.slice(-3)),
  ),
);
const fileOf = new Map<string, string>(places.map(({ household, fileId }) => [household.id, fileId]));
const testApp = await startApp(world, { routes: (auth) => allRoutes({ origin, demo: null, auth }) });

type HouseholdRoute = Endpoint & { readonly policy: { readonly kind: 'household'; action: HouseholdAction } };

const routes = Object.values(contract)
  .flatMap((endpoints): Endpoint[] => Object.values(endpoints))
  .filter((endpoint): endpoint is HouseholdRoute => endpoint.policy.kind === 'household');

const cookies = new Map<string, Promise<string>>();
/** A session per person, opened once. */
function cookieOf({ personId }: Actor): Promise<string> {
  const cookie = cookies.get(personId) ?? openSession(db, personId);
  cookies.set(personId, cookie);
  return cookie;
}

/** Everything that comes back, and nothing left out. */
async function ask(actor: Actor, { method }: Endpoint, path: string) {
  const headers = { cookie: await cookieOf(actor), origin, 'content-type': 'text/plain' };
  const response = await testApp.app.request(path, {
    method,
    headers,
    ...(method !== 'GET' && { body: 'what nobody can read' }),
  });
  return { status: response.status, text: await response.text(), headers: [...response.headers].sort() };
}

/** A query and a body are read only when the caller may call: so `400` and `422` say "you may", and change nothing. */
function expected(route: HouseholdRoute, actor: Actor, relation: Relation): 'may' | 'closed' | 'unknown' {
  const { action } = route.policy;
  if (!may(actor, 'household.see', relation)) return 'unknown';
  if (may(actor, action, relation)) return 'may';
  const opened: Relation = { ...relation, household: { ...relation.household, status: 'enrolled' } };
  return action !== 'case.see' && may(actor, action, opened) ? 'closed' : 'unknown';
}

/** A file that isn't there answers as one that isn't yours: where a route gives one, the place's own is asked for. */
const pathIn = ({ path, answersFile }: Endpoint, householdId: string, conferenceId: string): string =>
  path
    .replace(':householdId', householdId)
    .replace(':fileId', (answersFile && fileOf.get(householdId)) || crypto.randomUUID())
    .replace(':conferenceId', conferenceId)
    .replace(':zone', 'social-notes')
    .replace(':on', '2026-11-22')
    .replace(/:\w+/g, () => crypto.randomUUID());

test('X1: there is a cell for every route of a household, and somebody may call each', () => {
  expect(routes.length).toBeGreaterThan(30);
  const open = places[1]?.standings ?? [];
  for (const route of routes) {
    expect(open.some(({ actor, relation }) => expected(route, actor, relation) === 'may')).toBe(true);
  }
});

test.each(places)(
  'X1: a $status household: each route answers whoever may, and everybody else as if it were not there',
  async ({ household, conferenceId, standings }: Place) => {
    const wrong: unknown[] = [];
    let cells = 0;
    const nowhere = contract.households.get;
    const unknown = await ask(household.tutor, nowhere, pathIn(nowhere, crypto.randomUUID(), conferenceId));
    expect(unknown.status).toBe(404);
    await eachAtOnce(standings, 6, async ({ name, actor, relation }) => {
      for (const route of routes) {
        const answer = await ask(actor, route, pathIn(route, household.id, conferenceId));
        const said =
          JSON.stringify(answer) === JSON.stringify(unknown)
            ? 'unknown'
            : ({ 200: 'may', 400: 'may', 422: 'may', 409: 'closed' }[answer.status] ?? answer.text);
        const right = expected(route, actor, relation);
        cells++;
        if (said !== right) {
          wrong.push({ name, route: `${route.method} ${route.path}`, said, right, status: answer.status });
        }
      }
    });
    expect(wrong).toEqual([]);
    expect(cells).toBe(standings.length * routes.length);
  },
  120_000,
);

test('X1: a household that is not there is answered alike by every route', async () => {
  const { standings, conferenceId } = places[0] ?? expect.fail('there are places');
  const { actor } = standings.find(({ relation }) => relation.tutor) ?? expect.fail('there is a tutor');
  const answers = await Promise.all(
    routes.map((route) => ask(actor, route, pathIn(route, crypto.randomUUID(), conferenceId))),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.status).toBe(404);
});

test.each(places)(
  'X1: a $status household’s page names the documents its reader may open, and no other',
  async (place) => {
    const kinds = (
      await db.sql<{ kind: DocumentKind }[]>`
    select distinct kind from document where household_id = ${place.household.id}`
    ).map(({ kind }) => kind);
    const route = contract.households.get;
    for (const { name, actor, relation } of place.standings) {
      const answer = await ask(actor, route, pathIn(route, place.household.id, ''));
      if (answer.status !== 200) continue;
      const listed: { kind: DocumentKind; access: string }[] = JSON.parse(answer.text).documents;
      const right = DocumentKind.options.flatMap((kind) => {
        const access = kinds.includes(kind) ? documentAccess(actor, relation, { kind, frozen: false }) : null;
        return access ? [`${kind}: ${access}`] : [];
      });
      expect([name, listed.map(({ kind, access }) => `${kind}: ${access}`).sort()]).toEqual([
        name,
        right.sort(),
      ]);
    }
  },
);

/** Runs `work` for each, so many at once. */
async function eachAtOnce<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
