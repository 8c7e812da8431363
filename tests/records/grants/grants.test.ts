/** C7: a grant needs a stated fragility and a goal, is decided by another, and is never overdrawn, even by many at once. */
import { expect, test } from 'vitest';
import {
  closeGrant,
  decideGrant,
  requestGrant,
  withdrawGrant,
} from '../../../server/records/grants/commands.ts';
import { payGrant, reversePayment } from '../../../server/records/grants/expenses.ts';
import { stateCap } from '../../../server/records/grants/ledger.ts';
import { readFamilyGrants, readLedger } from '../../../server/records/grants/queries.ts';
import type { Actor } from '../../../shared/access.ts';
import { dayOf } from '../../../shared/dates.ts';
import { ExpenseId, GrantId, newId, type ProgrammeId } from '../../../shared/ids.ts';
import type { Outcome } from '../../../shared/outcome.ts';
import { Cents, type ExpenseDraft, type Grant, type GrantDraft } from '../../../shared/records/grants.ts';
import { enrolIn, makeProgramme, moveTo } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import { act } from '../../support/households.ts';
import { type Family, makeFamily } from '../../support/pacts.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);

const cap = ({ household, lead }: Family, capCents: number, version: number | null = null, by = lead) =>
  act(world, by, (context) =>
    stateCap(context, { householdId: household.id, programmeId: null, capCents, version }),
  );
const request = ({ household, goal }: Family, given: Partial<GrantDraft> = {}, by = household.tutor) =>
  act(world, by, (context) =>
    requestGrant(context, {
      householdId: household.id,
      id: newId(GrantId),
      programmeId: null,
      goalId: goal.id,
      severeFragility: true,
      fragility: 'Sfratto avviato con un neonato in casa.',
      category: 'rent_deposit',
      cents: 100_00,
      ...given,
    }),
  );
const of = ({ householdId, id }: Grant) => ({ householdId, grantId: id });
const approve = (grant: Grant, by: Actor, cents = grant.requestedCents) =>
  act(world, by, (context) =>
    decideGrant(context, of(grant), { decision: 'approve', cents, version: grant.version }),
  );
const pay = (grant: Grant, by: Actor, cents: number, given: Partial<ExpenseDraft> = {}) =>
  act(world, by, (context) =>
    payGrant(context, {
      ...of(grant),
      id: newId(ExpenseId),
      cents,
      category: 'rent_deposit',
      payee: 'Proprietario di casa',
      on: dayOf(new Date()),
      receipt: 'bonifico con causale',
      fileId: null,
      note: '',
      ...given,
    }),
  );
const ledgerOf = async ({ household }: Family) =>
  must(readLedger(db.orm, household.tutor, household.id, dayOf(new Date())));
const times = <T>(n: number, work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, work));
const codes = (outcomes: readonly Outcome<unknown>[]) =>
  outcomes.flatMap((each) => (each.ok ? [] : each.code));

async function familyWith(capCents: number): Promise<Family> {
  const family = await makeFamily(world);
  await must(cap(family, capCents));
  return family;
}

test('C7: refused: no stated fragility, no goal, no cap, and a cap by anybody but the regia', async () => {
  const family = await makeFamily(world);
  const field = async (given: Partial<GrantDraft>) => {
    const outcome = await request(family, given);
    return outcome.ok ? [] : outcome.fields?.map(({ path, code }) => `${path} ${code}`);
  };
  expect(await field({ severeFragility: false })).toEqual(['fragility required']);
  expect(await field({ fragility: 'sì' })).toEqual(['fragility required']);
  expect(await field({ goalId: null })).toEqual(['goalId required']);
  expect(await field({})).toEqual(['programmeId no-cap']);
  const { tutor } = family.household;
  expect(await cap(family, 1000, null, tutor)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await request(family, {}, family.mother)).toMatchObject({ code: 'not-yours-to-do' });
});

/** A programme that the family is in from today on. */
const enrolled = async ({ household }: Family, grantCapCents: number) =>
  (await enrolIn(world, household, { grantCapCents })).id;

const capOf = (
  { household, lead }: Family,
  programmeId: ProgrammeId,
  capCents: number,
  version: number | null,
) =>
  act(world, lead, (context) =>
    stateCap(context, { householdId: household.id, programmeId, capCents, version }),
  );

test('C7: refused: a grant or a cap of a programme the family isn’t in, and a cap above the programme’s', async () => {
  const family = await makeFamily(world);
  const { id: other } = await makeProgramme(world);
  const notEnrolled = { fields: [{ path: 'programmeId', code: 'not-enrolled' }] };
  expect(await request(family, { programmeId: other })).toMatchObject(notEnrolled);
  expect(await capOf(family, other, 100, null)).toMatchObject(notEnrolled);
  await must(moveTo(world, family.household, 'enrolled'));
  const programmeId = await enrolled(family, 300_00);
  const above = { fields: [{ path: 'capCents', code: 'above-programme' }] };
  expect(await capOf(family, programmeId, 300_01, null)).toMatchObject(above);
  expect(await request(family, { programmeId, cents: 300_01 })).toMatchObject({ code: 'overdrawn' });
  await must(capOf(family, programmeId, 299_00, null));
  expect(await capOf(family, programmeId, 300_01, 1)).toMatchObject(above);
  const nothing = await enrolled(family, 0);
  expect(await request(family, { programmeId: nothing })).toMatchObject({ fields: [{ code: 'no-cap' }] });
});

test('C7: until the regia states less, the cap is what the programme grants one household, even for many at once', async () => {
  const family = await makeFamily(world);
  await must(moveTo(world, family.household, 'enrolled'));
  const programmeId = await enrolled(family, 300_00);
  const ofProgramme = async () =>
    (await ledgerOf(family)).ledgers.find((ledger) => ledger.programmeId === programmeId);
  expect(await ofProgramme()).toMatchObject({ capCents: 300_00, heldCents: 0, version: null });
  const asked = await times(10, () => request(family, { programmeId }));
  expect(codes(asked)).toEqual(Array(7).fill('overdrawn'));
  expect(await ofProgramme()).toMatchObject({ capCents: 300_00, heldCents: 300_00 });
});

test('C7: refused: sums that aren’t whole cents', () => {
  for (const wrong of [-1, 0, 0.5, 100.01, 10_000_001, Number.NaN, '100']) {
    expect(Cents.safeParse(wrong).success).toBe(false);
  }
});

test('C7: refused: a request above the cap, and a cap below what is spoken for', async () => {
  const family = await familyWith(100_00);
  expect(await request(family, { cents: 100_01 })).toMatchObject({ code: 'overdrawn' });
  await must(request(family, { cents: 60_00 }));
  expect(await request(family, { cents: 40_01 })).toMatchObject({ code: 'overdrawn' });
  expect(await cap(family, 59_99, 1)).toMatchObject({ code: 'overdrawn' });
  expect(await cap(family, 60_00, 7)).toMatchObject({ code: 'changed-meanwhile' });
  await expect(
    db.sql`update grant_ledger set cap_cents = 1 where household_id = ${family.household.id}`,
  ).rejects.toThrow(/ledger_never_overdrawn/);
});

test('C7: refused: whoever asked decides', async () => {
  const family = await familyWith(500_00);
  const grant = await must(request(family, {}, family.lead));
  expect(await approve(grant, family.lead)).toMatchObject({ code: 'someone-else-decides' });
  expect(await approve(grant, family.household.tutor)).toMatchObject({ code: 'not-yours-to-do' });
  await expect(
    db.sql`update grant_request set decided_by = requested_by where id = ${grant.id}`,
  ).rejects.toThrow(/grant_decided_by_another/);
});

test('C7: refused: a payment above what was approved; of simultaneous ones exactly one wins, every time', async () => {
  const family = await familyWith(1000_00);
  for (let round = 0; round < 3; round++) {
    const grant = await must(request(family));
    const approved = await must(approve(grant, family.lead, 70_00));
    expect(await pay(approved, family.household.tutor, 70_01)).toMatchObject({ code: 'overdrawn' });
    const paid = await times(20, () => pay(approved, family.household.tutor, 40_00));
    expect(codes(paid)).toEqual(Array(19).fill('overdrawn'));
  }
  expect((await ledgerOf(family)).grants.map(({ paidCents }) => paidCents)).toEqual([40_00, 40_00, 40_00]);
});

test('C7: refused: all but one of twenty simultaneous requests for the whole cap, every time', async () => {
  for (let round = 0; round < 3; round++) {
    const family = await familyWith(100_00);
    const asked = await times(20, () => request(family));
    expect(codes(asked)).toEqual(Array(19).fill('overdrawn'));
    expect(await ledgerOf(family)).toMatchObject({ ledgers: [{ heldCents: 100_00 }], grants: [{}] });
  }
});

test('C7: twenty simultaneous approvals of one request have one winner, and the same request sent twenty times is one', async () => {
  const family = await familyWith(300_00);
  const id = newId(GrantId);
  const asked = await times(20, () => request(family, { id }));
  expect(codes(asked)).toEqual([]);
  const grant = await must(asked[0] ?? expect.fail('it was asked'));
  const approved = await times(20, () => approve(grant, family.lead, 80_00));
  expect(codes(approved)).toEqual(Array(19).fill('changed-meanwhile'));
  expect((await ledgerOf(family)).ledgers).toMatchObject([{ heldCents: 80_00 }]);
});

test('C7: a wrong payment is taken back by a reversing entry, once; nothing is changed or deleted', async () => {
  const family = await familyWith(100_00);
  const grant = await must(approve(await must(request(family)), family.lead));
  const { tutor } = family.household;
  const expenseId = newId(ExpenseId);
  await must(pay(grant, tutor, 90_00, { id: expenseId }));
  const reverse = () =>
    act(world, tutor, (context) =>
      reversePayment(context, {
        ...of(grant),
        expenseId,
        id: newId(ExpenseId),
        reason: 'Importo sbagliato.',
      }),
    );
  expect(codes(await times(8, reverse))).toEqual(Array(7).fill('wrong-state'));
  await must(pay(grant, tutor, 100_00));
  const { grants } = await ledgerOf(family);
  expect(grants[0]?.expenses.map(({ cents }) => cents)).toEqual([90_00, -90_00, 100_00]);
  await expect(db.sql`delete from grant_expense where id = ${expenseId}`).rejects.toThrow(/reversing entry/);
});

test('C7: what was rejected, withdrawn or not spent is free again; the family reads sums and states only', async () => {
  const family = await familyWith(100_00);
  const { household, lead, mother } = family;
  const rejected = await must(request(family));
  await must(
    act(world, lead, (context) =>
      decideGrant(context, of(rejected), { decision: 'reject', reason: 'È già esente.', version: 1 }),
    ),
  );
  const waiting = await must(request(family));
  await must(
    act(world, household.tutor, (context) => withdrawGrant(context, { ...of(waiting), version: 1 })),
  );
  const grant = await must(approve(await must(request(family)), lead));
  const paid = await must(pay(grant, household.tutor, 30_00));
  await must(act(world, lead, (context) => closeGrant(context, { ...of(grant), version: paid.version })));
  expect((await ledgerOf(family)).ledgers).toMatchObject([{ heldCents: 30_00, paidCents: 30_00 }]);
  const { grants } = await must(readFamilyGrants(db.orm, mother, household.id));
  expect(grants).toHaveLength(3);
  expect(JSON.stringify(grants)).not.toMatch(/Sfratto|esente|Ferraro/);
  expect(await readLedger(db.orm, mother, household.id, dayOf(new Date()))).toMatchObject({
    code: 'not-available',
  });
});
