/** Who sees a household: every function against every relation, and the list's view against the rules. */
import { expect, test } from 'vitest';
import { loadRelation } from '../../../server/records/care-team/relation.ts';
import { withdrawConsent } from '../../../server/records/consents/commands.ts';
import { listHouseholds } from '../../../server/records/households/list.ts';
import { readHousehold } from '../../../server/records/households/page.ts';
import { searchCases } from '../../../server/records/households/search.ts';
import { readHouseholdTasks } from '../../../server/records/tasks/queries.ts';
import { type Actor, may } from '../../../shared/access.ts';
import { HouseholdId, newId } from '../../../shared/ids.ts';
import { PersonFunction } from '../../../shared/person-function.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  consentTo,
  giveLead,
  join,
  makeAssociation,
  makeFamilyAccount,
  makeHousehold,
  makeService,
  makeWorker,
  propose,
} from '../../support/households.ts';
import { makeBody, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);

const listed = async (actor: Actor) =>
  (await must(listHouseholds(db.orm, actor, { limit: 200 }, world.now()))).items.map(({ id }) => id);

/** What the list's view says: null unseen, else whether the case is seen. */
async function inView(actor: Actor, id: HouseholdId): Promise<boolean | null> {
  const rows = await db.sql<{ sees_case: boolean }[]>`
    select bool_or(sees_case) as sees_case from household_reader
    where household_id = ${id} and person_id = ${actor.personId} group by household_id`;
  return rows[0]?.sees_case ?? null;
}

test.each(PersonFunction.options)(
  '%s: a household one has nothing to do with is not available',
  async (f) => {
    const household = await makeHousehold(world);
    const own = await makeHousehold(world);
    const stranger =
      f === 'family'
        ? await makeFamilyAccount(world, own)
        : await makeWorker(world, f, (await makeBody(world)).id);
    const unknown = { ok: false, code: 'not-available' };
    expect(await readHousehold(db.orm, stranger, household.id)).toEqual(unknown);
    expect(await readHousehold(db.orm, stranger, newId(HouseholdId))).toEqual(unknown);
    expect(await readHouseholdTasks(db.orm, stranger, household.id, world.now())).toEqual(unknown);
    expect(await listed(stranger)).not.toContain(household.id);
    expect(await searchCases(db.orm, stranger, household.code)).toEqual([]);
    expect(await inView(stranger, household.id)).toBeNull();
  },
);

test('the view that filters lists says the same as the rules, for every way to be there', async () => {
  const household = await makeHousehold(world);
  const lead = await makeService(world);
  await giveLead(world, household, lead);
  const asked = await makeService(world, 'health');
  await propose(world, household, asked, lead.worker);
  const association = await makeAssociation(world);
  const unconsented = await makeAssociation(world);
  const roles = ['mediator', 'social', 'health', 'education', 'protection', 'volunteer', 'tutor'] as const;
  const members = await Promise.all(roles.map((role) => makeWorker(world, role)));
  for (const member of [...members, association.worker, unconsented.worker])
    await join(world, household, member);
  await consentTo(world, household, association.body);

  const actors: Actor[] = [
    household.tutor,
    lead.worker,
    await makeWorker(world, 'social', lead.body.id),
    asked.worker,
    await makeWorker(world, 'health', asked.body.id),
    await makeWorker(world, 'desk', asked.body.id),
    await makeFamilyAccount(world, household),
    association.worker,
    unconsented.worker,
    ...members,
  ];
  for (const actor of actors) {
    const relation = await loadRelation(db.orm, actor, household.id);
    if (relation === null) return expect.fail('the household exists');
    const sees = may(actor, 'household.see', relation);
    expect(await inView(actor, household.id)).toBe(sees ? may(actor, 'case.see', relation) : null);
    expect((await listed(actor)).includes(household.id)).toBe(sees);
  }
});

test('a partner sees nothing before the family consents, everything of the plan after, and nothing once withdrawn', async () => {
  const household = await makeHousehold(world);
  const { body, worker } = await makeAssociation(world);
  await join(world, household, worker);
  expect(await readHousehold(db.orm, worker, household.id)).toMatchObject({ code: 'not-available' });
  const consentId = await consentTo(world, household, body);
  const page = await must(readHousehold(db.orm, worker, household.id));
  expect(page.documents.map(({ kind, access }) => [kind, access])).toEqual([
    ['care-plan', 'write'],
    ['annotations', 'write'],
    ['network-map', 'write'],
  ]);
  await must(
    act(world, household.tutor, (context) =>
      withdrawConsent(context, { householdId: household.id, consentId }),
    ),
  );
  expect(await readHousehold(db.orm, worker, household.id)).toMatchObject({ code: 'not-available' });
});

test('the list goes on where the page before ended, and finds by name, code and members', async () => {
  const tutor = await makeWorker(world, 'tutor');
  const names = ['Benali', 'Adeyemi', 'Castro', 'Benali', 'Dragan'];
  const made = [];
  for (const name of names) made.push(await makeHousehold(world, { name, tutor }));
  const pages: string[] = [];
  let after: string | undefined;
  do {
    const page = await must(listHouseholds(db.orm, tutor, { limit: 2, after }, world.now()));
    pages.push(...page.items.map(({ name }) => name));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(pages).toEqual(['Adeyemi', 'Benali', 'Benali', 'Castro', 'Dragan']);

  const find = async (q: string) =>
    (await must(listHouseholds(db.orm, tutor, { limit: 50, q }, world.now()))).items.map(({ code }) => code);
  expect(await find('dragan')).toEqual([made[4]?.code]);
  expect(await find(made[2]?.code ?? '')).toEqual([made[2]?.code]);
  expect(await find('samira idrissi')).toHaveLength(5);
  expect(await find('nessuno così')).toEqual([]);
  expect(await listHouseholds(db.orm, tutor, { limit: 2, after: 'xx' }, world.now())).toMatchObject({
    code: 'invalid',
  });
});
