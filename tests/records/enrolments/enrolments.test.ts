/** A4: a care path isn’t a contact at a desk. C8: a programme’s rules are checked, and going past them is said. */
import { expect, test } from 'vitest';
import { isExclusionViolation } from '../../../server/db/connect.ts';
import { endEnrolment, openEnrolment } from '../../../server/records/enrolments/commands.ts';
import { isEnrolledIn, readEligibility, readEnrolments } from '../../../server/records/enrolments/queries.ts';
import { addDays } from '../../../shared/dates.ts';
import { EnrolmentId, newId } from '../../../shared/ids.ts';
import type { EnrolmentDraft } from '../../../shared/records/enrolments.ts';
import {
  makeInCare,
  makeProgramme,
  moveTo,
  recordFacts,
  screen,
  today,
  withInfant,
} from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, type MadeHousehold, makeHousehold, motherDraft } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const programme = await makeProgramme(world);
const ruled = await makeProgramme(world, {
  name: 'La cura di casa',
  eligibility: [
    { kind: 'residence' },
    { kind: 'means', iseeUpToCents: 900_000 },
    { kind: 'need', needs: ['economic'] },
    { kind: 'stated', text: 'Nessun altro contributo in corso' },
  ],
});

const draft = (given: Partial<EnrolmentDraft> = {}): EnrolmentDraft => ({
  id: newId(EnrolmentId),
  programmeId: programme.id,
  from: today,
  to: null,
  stated: [],
  overrideReason: null,
  ...given,
});
const enrol = ({ id, tutor }: MadeHousehold, given: EnrolmentDraft) =>
  act(world, tutor, (context) => openEnrolment(context, { householdId: id, ...given }));
const end = ({ id, tutor }: MadeHousehold, enrolmentId: EnrolmentId, on = today, version = 1) =>
  act(world, tutor, (context) =>
    endEnrolment(context, { householdId: id, enrolmentId, on, reason: 'agreed_end', note: '', version }),
  );

test('A4: refused: a programme for a family that isn’t in care yet, or no longer', async () => {
  const household = await makeHousehold(world, { members: withInfant });
  expect(await enrol(household, draft())).toEqual({ ok: false, code: 'wrong-state' });
  await must(moveTo(world, household, 'closed', 'withdrew'));
  expect(await enrol(household, draft())).toEqual({ ok: false, code: 'wrong-state' });
});

test('A4: refused: days on which the programme doesn’t run, or that haven’t come', async () => {
  const household = await makeInCare(world);
  const wrong = [
    { from: addDays(today, 1) },
    { from: addDays(programme.startsOn, -1) },
    { to: addDays(programme.endsOn, 2) },
    { to: today },
  ];
  for (const given of wrong) expect(await enrol(household, draft(given))).toMatchObject({ code: 'invalid' });
});

test('A4: refused: the same programme twice on the same days, of ten at once and by the database itself', async () => {
  const household = await makeInCare(world);
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => enrol(household, draft())));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const told = outcomes.filter((outcome) => !outcome.ok && outcome.fields?.[0]?.code === 'already-enrolled');
  expect(told).toHaveLength(9);
  const past = db.sql`
    insert into enrolment (id, household_id, programme_id, since, until, eligibility, enrolled_by, enrolled_at)
    values (${newId(EnrolmentId)}, ${household.id}, ${programme.id}, '2020-01-01', '2099-01-01', '[]',
      ${household.tutor.personId}, now())`;
  expect(isExclusionViolation(await past.catch((error: unknown) => error))).toBe(true);
});

test('C8: refused: a rule that isn’t met or isn’t known, unless somebody says why', async () => {
  const household = await makeInCare(world);
  const inRuled = (given: Partial<EnrolmentDraft> = {}) =>
    enrol(household, draft({ programmeId: ruled.id, ...given }));
  expect(await inRuled()).toMatchObject({ fields: [{ path: 'overrideReason', code: 'not-eligible' }] });
  const isee = { state: 'known', cents: 900_001, on: today } as const;
  await must(recordFacts(world, household, { residence: 'none', severePoverty: 'no', isee }));
  const asked = { householdId: household.id, programmeId: ruled.id, on: today };
  const { eligibility } = await must(readEligibility(db.orm, household.tutor, asked, world.now()));
  expect(eligibility.map(({ rule, result }) => [rule.kind, result])).toEqual([
    ['age', 'met'],
    ['residence', 'unmet'],
    ['means', 'unmet'],
    ['need', 'unknown'],
    ['stated', 'unknown'],
  ]);
  const made = await must(inRuled({ overrideReason: 'Aspettano la residenza da un mese.' }));
  expect([made.overrideReason, made.eligibility]).toEqual([
    'Aspettano la residenza da un mese.',
    eligibility,
  ]);
});

test('C8: refused: a family whose children are too old, or who expects none', async () => {
  const grown = {
    ...motherDraft,
    relation: 'child' as const,
    indexPerson: false,
    birth: addDays(today, -800),
  };
  for (const members of [[motherDraft], [motherDraft, grown]]) {
    const household = await makeInCare(world, { members });
    expect(await enrol(household, draft())).toMatchObject({ fields: [{ code: 'not-eligible' }] });
  }
});

test('C8: whoever meets the rules is enrolled without a reason, and how each rule stood is kept', async () => {
  const household = await makeInCare(world);
  await must(screen(world, household));
  const facts = { residence: 'staying', severePoverty: 'yes', severePovertySince: today } as const;
  await must(recordFacts(world, household, facts));
  const stated = ['Nessun altro contributo in corso'];
  const made = await must(enrol(household, draft({ programmeId: ruled.id, stated })));
  expect(made.overrideReason).toBeNull();
  expect(made.eligibility.every(({ result }) => result === 'met')).toBe(true);
});

test('A4: an enrolment is made once under its id, ends on a day with a reason, and the next begins that day', async () => {
  const household = await makeInCare(world);
  const given = draft({ from: addDays(today, -30) });
  const made = await must(enrol(household, given));
  expect(await must(enrol(household, given))).toEqual(made);
  expect(await end(household, made.id, addDays(today, -31))).toMatchObject({ fields: [{ path: 'on' }] });
  expect(await end(household, made.id, today, 7)).toEqual({ ok: false, code: 'changed-meanwhile' });
  const ended = await must(end(household, made.id, addDays(today, -3)));
  expect([ended.to, ended.endReason]).toEqual([addDays(today, -3), 'agreed_end']);
  expect(await end(household, made.id, today, 2)).toEqual({ ok: false, code: 'wrong-state' });
  await must(enrol(household, draft({ from: addDays(today, -3) })));
  const { enrolments } = await must(readEnrolments(db.orm, household.tutor, household.id));
  expect(enrolments.map(({ from, to }) => [from, to])).toEqual([
    [addDays(today, -3), null],
    [addDays(today, -30), addDays(today, -3)],
  ]);
});

test('A4: closing the household ends what it is in that day, with the code of the closure', async () => {
  const household = await makeInCare(world);
  const { id } = await must(enrol(household, draft({ from: addDays(today, -5) })));
  expect(await isEnrolledIn(db.orm, household.id, programme.id, today)).toBe(true);
  await must(moveTo(world, household, 'closed', 'goals_met'));
  const { enrolments } = await must(readEnrolments(db.orm, household.tutor, household.id));
  expect(enrolments).toMatchObject([{ id, to: today, endReason: 'goals_met' }]);
  expect(await isEnrolledIn(db.orm, household.id, programme.id, today)).toBe(false);
});
