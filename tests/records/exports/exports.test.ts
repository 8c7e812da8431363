/** X17: a family’s records leave as JSON and as FHIR R4, for whoever sees the case, and it is written down. */
import { expect, test } from 'vitest';
import { exportFhir, exportJson } from '../../../server/records/exports/commands.ts';
import { rateGoal } from '../../../server/records/goals/commands.ts';
import { addMember } from '../../../server/records/households/commands.ts';
import { requestReferral } from '../../../server/records/referrals/commands.ts';
import { Day } from '../../../shared/dates.ts';
import { MemberId, newId, ReferralId } from '../../../shared/ids.ts';
import { FhirBundle, HouseholdExport } from '../../../shared/records/exports.ts';
import type { MemberDraft } from '../../../shared/records/households.ts';
import { freshDatabase } from '../../support/database.ts';
import { faultsOf } from '../../support/fhir-schema.ts';
import {
  act,
  consentTo,
  giveLead,
  join,
  makeAssociation,
  makeFamilyAccount,
  makeGoal,
  makeHousehold,
  makeService,
  makeTask,
  makeWorker,
  taskFor,
} from '../../support/households.ts';
import { makeBody, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const service = await makeService(world, 'health');
const association = await makeAssociation(world);
const shelter = await makeBody(world, {
  name: 'Rifugio segreto',
  kind: 'shelter',
  sector: 'protection',
  public: false,
});
const childId = newId(MemberId);

const relative = (
  given: Pick<MemberDraft, 'name' | 'relation' | 'birth'>,
): MemberDraft & { id: MemberId } => ({
  id: given.relation === 'child' ? childId : newId(MemberId),
  sex: 'm',
  languages: [],
  birthCountry: null,
  pregnancy: null,
  indexPerson: false,
  ...given,
});
for (const member of [
  relative({ name: 'Adam', relation: 'child', birth: Day.parse('2026-01-05') }),
  relative({ name: 'Karim', relation: 'father', birth: null }),
]) {
  await must(
    act(world, household.tutor, (context) => addMember(context, { householdId: household.id, ...member })),
  );
}
await giveLead(world, household, service);
await join(world, household, association.worker);
await consentTo(world, household, association.body);
const goal = await makeGoal(world, household, {
  beneficiaryId: childId,
  measure: 'Contratto firmato',
  expectedResult: 'Una casa stabile',
  due: Day.parse('2027-02-01'),
});
await must(
  act(world, household.tutor, (context) =>
    rateGoal(context, {
      householdId: household.id,
      goalId: goal.id,
      on: Day.parse('2026-11-01'),
      rating: 3,
      note: '',
    }),
  ),
);
await makeTask(world, household, taskFor(service.worker, { goalId: goal.id, due: Day.parse('2026-12-24') }));
for (const to of [association.body, shelter]) {
  await must(
    act(world, household.tutor, (context) =>
      requestReferral(context, {
        householdId: household.id,
        id: newId(ReferralId),
        right: 'protection',
        service: 'antiviolence',
        bodyId: to.id,
        memberId: childId,
        goalId: goal.id,
        note: '',
      }),
    ),
  );
}

const json = (by = household.tutor) => act(world, by, (context) => exportJson(context, household.id));
const fhir = (by = household.tutor) => act(world, by, (context) => exportFhir(context, household.id));
const madeExports = () =>
  db.sql`select event ->> 'format' as format from activity where kind = 'export.made' order by seq`;

test('X17: refused: whoever doesn’t see the case takes nothing with them, and nothing is logged', async () => {
  const strangers = [await makeWorker(world, 'coordinator'), await makeWorker(world, 'admin')];
  for (const actor of [...strangers, await makeFamilyAccount(world, household)]) {
    expect(await json(actor)).toMatchObject({ code: 'not-available' });
    expect(await fhir(actor)).toMatchObject({ code: 'not-available' });
  }
  expect(await madeExports()).toHaveLength(0);
});

test('X17: refused: no export names a shelter whose address is secret, nor carries a document', async () => {
  const texts = [await must(json()), await must(fhir(service.worker))].map((each) => JSON.stringify(each));
  for (const text of texts) {
    expect(text).not.toContain('Rifugio');
    expect(text).not.toContain(shelter.id);
    expect(text).not.toContain('documents');
    expect(text).toContain('Una casa con un contratto');
  }
  expect((await madeExports()).map(({ format }) => format)).toEqual(['json', 'fhir']);
});

test('X17: the JSON is what its schema says', async () => {
  const exported = await must(json());
  expect(HouseholdExport.parse(exported)).toEqual(exported);
  expect(exported.referrals.map(({ to }) => to?.name ?? null).sort()).toEqual([association.body.name, null]);
});

test('X17: the bundle is valid FHIR R4, holds all eight resources, and points nowhere outside itself', async () => {
  const bundle = FhirBundle.parse(await must(fhir()));
  expect(faultsOf(bundle, 'Bundle')).toEqual([]);
  for (const { resource } of bundle.entry) {
    expect([resource.resourceType, faultsOf(resource, resource.resourceType)]).toEqual([
      resource.resourceType,
      [],
    ]);
  }
  const kinds = Map.groupBy(bundle.entry, ({ resource }) => resource.resourceType);
  expect([...kinds.keys()].sort()).toEqual(
    ['CarePlan', 'CareTeam', 'Consent', 'Goal', 'Patient', 'RelatedPerson', 'ServiceRequest', 'Task'].sort(),
  );
  const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
  expect(new Set(urls).size).toBe(urls.length);
  const pointed = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, to]) => to);
  expect(pointed.length).toBeGreaterThan(15);
  expect(pointed.filter((to) => !urls.some((url) => url === to))).toEqual([]);
});

test('X17: refused: the validator finds what is wrong with a resource', () => {
  const patient = { resourceType: 'Patient', id: childId, gender: 'male', birthDate: '2026-01-05' };
  expect(faultsOf(patient, 'Patient')).toEqual([]);
  for (const wrong of [
    { ...patient, gender: 'm' },
    { ...patient, birthDate: '5/1/2026' },
    { ...patient, nickname: 'A' },
    { ...patient, name: [] },
    { ...patient, active: 'true' },
  ]) {
    expect(faultsOf(wrong, 'Patient')).toHaveLength(1);
  }
  expect(faultsOf({ resourceType: 'Goal', description: { text: 'x' } }, 'Goal')).toHaveLength(2);
});
