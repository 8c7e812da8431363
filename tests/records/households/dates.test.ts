/** A3: dates that can't be true are refused beside their field, whichever way a family comes in, and nothing is kept. */
import { expect, test } from 'vitest';
import { addMember, changeMember } from '../../../server/records/households/commands.ts';
import { openHousehold } from '../../../server/records/households/open.ts';
import { recordPregnancy } from '../../../server/records/households/pregnancy.ts';
import { takeImport } from '../../../server/records/imports/commands.ts';
import { addDays, type Day, dayOf } from '../../../shared/dates.ts';
import { HouseholdId, MemberId, newId } from '../../../shared/ids.ts';
import type { MemberDraft } from '../../../shared/records/households.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeHousehold, makeWorker, motherDraft } from '../../support/households.ts';
import { makePerson, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(world.now());
const tutor = await makePerson(world, { function: 'tutor' });
const coordinator = await makeWorker(world, 'coordinator');

type Dates = { birth?: Day; lmp?: Day; dueDate?: Day; sex?: 'f' | 'm' };
const day = (days: number): Day => addDays(today, days);

/** What is given, in days from today, and where open and import say what is wrong with it. */
const impossible: readonly [string, Dates, path: string, code: string, imported: string][] = [
  ['born tomorrow', { birth: day(1) }, 'birth', 'in-the-future', 'birth in-the-future'],
  ['born in 1890', { birth: '1890-01-01' as Day }, 'birth', 'too-early', 'birth too-early'],
  ['a last period tomorrow', { lmp: day(1) }, 'pregnancy.lmp', 'future', 'lmp in-the-future'],
  ['a last period 301 days ago', { lmp: day(-301) }, 'pregnancy.lmp', 'too-long-ago', 'lmp too-early'],
  ['due in 281 days', { dueDate: day(281) }, 'pregnancy.dueDate', 'too-far', 'due_date too-late'],
  ['due 21 days ago', { dueDate: day(-21) }, 'pregnancy.dueDate', 'too-long-ago', 'due_date too-early'],
  [
    'a due date 29 days from where the last period puts it',
    { lmp: day(-100), dueDate: day(180 + 29) },
    'pregnancy.dueDate',
    'not-this-lmp',
    'due_date not-this-lmp',
  ],
  [
    'born the day her pregnancy began',
    { birth: day(-100), lmp: day(-100) },
    'birth',
    'after-pregnancy',
    'birth after-pregnancy',
  ],
  [
    'born after the due date says it began',
    { birth: day(-10), dueDate: day(200) },
    'birth',
    'after-pregnancy',
    'birth after-pregnancy',
  ],
  ['a pregnant man', { sex: 'm', lmp: day(-100) }, 'pregnancy', 'not-a-woman', 'sex not-a-woman'],
];

/** The nearest to each of them that can be true. */
const possible: readonly [string, Dates][] = [
  ['a last period today', { lmp: today }],
  ['a last period 300 days ago', { lmp: day(-300) }],
  ['due in 280 days', { dueDate: day(280) }],
  ['due 20 days ago', { dueDate: day(-20) }],
  ['a due date 28 days from the last period’s', { lmp: day(-100), dueDate: day(180 + 28) }],
  ['born today', { birth: today }],
  ['born the day before her pregnancy began', { birth: day(-101), lmp: day(-100) }],
];

const memberOf = ({ birth, lmp, dueDate, sex = 'f' }: Dates): MemberDraft => ({
  ...motherDraft,
  birth: birth ?? motherDraft.birth,
  sex,
  pregnancy:
    lmp === undefined && dueDate === undefined
      ? null
      : { lmp: lmp ?? null, dueDate: dueDate ?? null, ended: null },
});

/** A mother who is fine, and after her the one with these dates. */
const open = (dates: Dates) =>
  act(world, tutor.actor, (context) =>
    openHousehold(context, {
      ...{ id: newId(HouseholdId), name: 'Idrissi', district: null, area: null, languages: ['ar'] },
      ...{ tutorId: tutor.id, tutorReason: 'Vive nel suo quartiere.' },
      members: [motherDraft, { ...memberOf(dates), relation: 'other', indexPerson: false }],
    }),
  );

let families = 0;
function load({ birth = '' as Day, lmp = '' as Day, dueDate = '' as Day, sex }: Dates) {
  families += 1;
  const head =
    'nucleo;nome_nucleo;lingue_nucleo;email_tutor;nome;relazione;sesso;nascita;riferimento;lmp;data_presunta';
  const family = `${families};Diallo ${families};fr;${tutor.email};Awa;madre;${sex ?? 'f'}`;
  return takeImport(world, coordinator, `${head}\n${family};${birth};sì;${lmp};${dueDate}\n`);
}

const counted = async () => (await db.sql`select count(*)::int as n from household`)[0]?.n;

test.each(impossible)('A3: refused: a family with %s isn’t taken in', async (_what, dates, path, code) => {
  const before = await counted();
  expect(await open(dates)).toMatchObject({
    ok: false,
    code: 'invalid',
    fields: [{ path: `members.1.${path}`, code }],
  });
  expect(await counted()).toBe(before);
});

test.each(impossible)(
  'X17, A3: refused: a file with %s takes nobody in',
  async (_what, dates, _p, _c, said) => {
    const before = await counted();
    const { families } = await must(load(dates));
    expect(families.map(({ state }) => state)).toEqual(['wrong']);
    expect(families[0]?.problems.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
      `2 ${said}`,
    ]);
    expect(await counted()).toBe(before);
  },
);

test('A3: refused: a woman said to be pregnant without any date, and a birth or a pregnancy that undoes the other', async () => {
  const undated = memberOf({});
  const household = await makeHousehold(world);
  const { id: householdId, motherId: memberId } = household;
  const add = (draft: MemberDraft) =>
    act(world, household.tutor, (context) =>
      addMember(context, { ...draft, householdId, id: newId(MemberId), indexPerson: false }),
    );
  expect(await add({ ...undated, pregnancy: { lmp: null, dueDate: null, ended: null } })).toMatchObject({
    fields: [{ path: 'pregnancy.dueDate', code: 'required' }],
  });
  expect(await add({ ...undated, birth: day(1) })).toMatchObject({
    fields: [{ path: 'birth', code: 'in-the-future' }],
  });
  const change = (birth: Day) =>
    act(world, household.tutor, (context) => changeMember(context, { householdId, memberId }, { birth }));
  const expecting = (lmp: Day) =>
    act(world, household.tutor, (context) =>
      recordPregnancy(context, {
        ...{ householdId, memberId, child: null },
        pregnancy: { lmp, dueDate: null, ended: null },
      }),
    );
  expect(await change(day(1))).toMatchObject({ fields: [{ path: 'birth', code: 'in-the-future' }] });
  await must(change(day(-150)));
  expect(await expecting(day(-200))).toMatchObject({
    fields: [{ path: 'pregnancy.lmp', code: 'before-her-birth' }],
  });
  await must(change('1996-04-01' as Day));
  await must(expecting(day(-200)));
  expect(await change(day(-150))).toMatchObject({ fields: [{ path: 'birth', code: 'after-pregnancy' }] });
});

test.each(possible)(
  'A3, X17: a family with %s is taken in, from a form and from a file',
  async (_what, dates) => {
    await must(open(dates));
    const { families } = await must(load(dates));
    expect(families).toMatchObject([{ state: 'new', problems: [], code: expect.stringMatching(/^TRM-/) }]);
  },
);
