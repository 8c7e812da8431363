/** A2, A3: windows follow from dated rules; people mark them and make tasks of them; a birth converts, a loss silences. */
import { expect, test } from 'vitest';
import { makeWindowTask, markWindow } from '../../../server/records/calendar/commands.ts';
import { readCalendar } from '../../../server/records/calendar/queries.ts';
import { addRuleVersion, readRules } from '../../../server/records/calendar/rules.ts';
import { recordPregnancy } from '../../../server/records/households/pregnancy.ts';
import { readHouseholdTasks } from '../../../server/records/tasks/queries.ts';
import { addDays, Day, dayOf } from '../../../shared/dates.ts';
import { newId, TaskId } from '../../../shared/ids.ts';
import type { CalendarWindow, RuleCode, WindowMark } from '../../../shared/records/calendar.ts';
import type { Pregnancy } from '../../../shared/records/households.ts';
import { ruleOn } from '../../../shared/records/windows.ts';
import { recordFacts } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  join,
  type MadeHousehold,
  makeFamilyAccount,
  makeHousehold,
  makeWorker,
} from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(world.now());

/** A woman in week 22: the third visit and the scan are open, the first two are over. */
async function expecting(lmp: Day = addDays(today, -150)) {
  const household = await makeHousehold(world);
  const record = (pregnancy: Pregnancy, child: Parameters<typeof recordPregnancy>[1]['child'] = null) =>
    act(world, household.tutor, (context) =>
      recordPregnancy(context, { householdId: household.id, memberId: household.motherId, pregnancy, child }),
    );
  const expected: Pregnancy = { lmp, dueDate: null, ended: null };
  await must(record(expected));
  return { household, record, expected };
}
const windowsOf = async (household: MadeHousehold) =>
  (await must(readCalendar(db.orm, household.tutor, household.id, world.now()))).windows;
const windowOf = async (household: MadeHousehold, rule: RuleCode): Promise<CalendarWindow> =>
  (await windowsOf(household)).find((window) => window.rule === rule) ?? expect.fail(`there is ${rule}`);
const nameOf = ({ rule, memberId, reference }: CalendarWindow) => ({ rule, memberId, reference });
const mark = (
  household: MadeHousehold,
  window: CalendarWindow,
  said: WindowMark | null,
  was: 'done' | 'dismissed' | null,
  by = household.tutor,
) =>
  act(world, by, (context) =>
    markWindow(context, { householdId: household.id, ...nameOf(window), mark: said, was }),
  );
const task = (household: MadeHousehold, window: CalendarWindow, id = newId(TaskId), by = household.tutor) =>
  act(world, by, (context) =>
    makeWindowTask(context, {
      householdId: household.id,
      ...nameOf(window),
      id,
      title: 'Accompagnarla alla visita',
      ownerId: household.tutor.personId,
    }),
  );
const tasksOf = async (household: MadeHousehold) =>
  (await must(readHouseholdTasks(db.orm, household.tutor, household.id, world.now()))).tasks;

test('A2: refused: who only mediates or belongs to the family marks nothing, and a day that cannot be', async () => {
  const { household } = await expecting();
  const [mediator, mother] = [await makeWorker(world, 'mediator'), await makeFamilyAccount(world, household)];
  await join(world, household, mediator);
  const window = await windowOf(household, 'visit-3');
  const done = { kind: 'done' as const, on: today };
  expect(await mark(household, window, done, null, mediator)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await mark(household, window, done, null, mother)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await readCalendar(db.orm, mother, household.id, world.now())).toMatchObject({
    code: 'not-available',
  });
  expect(await mark(household, window, { ...done, on: addDays(today, 1) }, null)).toMatchObject({
    fields: [{ path: 'mark.on', code: 'future' }],
  });
  expect(await mark(household, window, { ...done, on: addDays(window.reference, -1) }, null)).toMatchObject({
    fields: [{ path: 'mark.on', code: 'before-reference' }],
  });
  const born = await windowOf(household, 'birth-declared');
  expect(born).toMatchObject({ expected: true, state: 'coming' });
  expect(await mark(household, born, done, null)).toMatchObject({ code: 'wrong-state' });
});

test('A2: a window is marked done, and that can be taken back; two who mark at once are told', async () => {
  const { household } = await expecting();
  const window = await windowOf(household, 'visit-3');
  expect(window).toMatchObject({ state: 'open', version: 1, validFrom: '2017-03-19' });
  expect(window.source).toContain('D.P.C.M. 12 gennaio 2017');
  const [day, other] = [addDays(today, -2), addDays(today, -3)];
  const both = await Promise.all(
    [day, other].map((on) => mark(household, window, { kind: 'done', on }, null)),
  );
  expect(both.map((outcome) => (outcome.ok ? 'done' : outcome.code)).sort()).toEqual([
    'changed-meanwhile',
    'done',
  ]);
  const done = await windowOf(household, 'visit-3');
  expect([done.state, [day, other].includes(done.doneOn ?? today)]).toEqual(['done', true]);
  expect(await must(mark(household, done, null, 'done'))).toMatchObject({ state: 'open', doneOn: null });
  const dismissed = await must(mark(household, window, { kind: 'dismissed', reason: 'Va da sola.' }, null));
  expect(dismissed).toMatchObject({ state: 'open', dismissed: 'Va da sola.' });
});

test('A2: refused: already-exists, when two people make a task of one window at the same moment', async () => {
  const { household } = await expecting();
  const window = await windowOf(household, 'visit-3');
  const outcomes = await Promise.all([1, 2, 3].map(() => task(household, window)));
  expect(outcomes.map((outcome) => (outcome.ok ? 'made' : outcome.code)).sort()).toEqual([
    'already-exists',
    'already-exists',
    'made',
  ]);
  expect(await tasksOf(household)).toHaveLength(1);
  expect(await task(household, await windowOf(household, 'birth-declared'))).toMatchObject({
    code: 'wrong-state',
  });
  expect(await task(household, await windowOf(household, 'visit-1'))).toMatchObject({ code: 'wrong-state' });
});

test('A2: a window becomes a task due when it closes; the same request again answers the same task', async () => {
  const { household } = await expecting();
  const window = await windowOf(household, 'scan-morphology');
  const id = newId(TaskId);
  const made = await must(task(household, window, id));
  expect(made).toMatchObject({ due: window.closes, source: { kind: 'window', rule: 'scan-morphology' } });
  expect((await must(task(household, window, id))).id).toBe(id);
  expect(await windowOf(household, 'scan-morphology')).toMatchObject({ task: { id, status: 'assigned' } });
});

test('A3: refused: dates of a pregnancy that cannot be, each beside its field', async () => {
  const { expected, record } = await expecting();
  const code = async (pregnancy: Partial<Pregnancy>) => {
    const outcome = await record({ ...expected, ...pregnancy });
    return outcome.ok ? 'ok' : `${outcome.fields?.[0]?.path} ${outcome.fields?.[0]?.code}`;
  };
  expect(await code({ lmp: addDays(today, 1) })).toBe('pregnancy.lmp future');
  expect(await code({ lmp: addDays(today, -301) })).toBe('pregnancy.lmp too-long-ago');
  expect(await code({ dueDate: addDays(today, 130 + 29) })).toBe('pregnancy.dueDate not-this-lmp');
  expect(await code({ lmp: null, dueDate: addDays(today, 281) })).toBe('pregnancy.dueDate too-far');
  const lmp = addDays(today, -139);
  expect(await code({ lmp, ended: { on: today, outcome: 'birth' } })).toBe(
    'pregnancy.ended.on not-these-weeks',
  );
  expect(await code({ lmp, ended: { on: addDays(lmp, -1), outcome: 'loss' } })).toBe(
    'pregnancy.ended.on before-lmp',
  );
  expect(await code({ dueDate: addDays(today, 130 + 28) })).toBe('ok');
});

test('A3: a birth replaces what followed the due date, keeps what was done, and starts the child’s own', async () => {
  const { household, record, expected } = await expecting(addDays(today, -270));
  const visit = await windowOf(household, 'visit-4');
  await must(mark(household, visit, { kind: 'done', on: addDays(visit.opens, 3) }, null));
  const on = addDays(today, -3);
  const child = {
    name: 'Nour',
    relation: 'child' as const,
    sex: 'f' as const,
    birth: on,
    languages: [],
    birthCountry: null,
  };
  await must(record({ ...expected, ended: { on, outcome: 'birth' } }, child));
  const windows = await windowsOf(household);
  const declared = windows.filter(({ rule }) => rule === 'birth-declared');
  expect(declared).toMatchObject([
    { expected: false, reference: on, closes: addDays(on, 10), state: 'open' },
  ]);
  expect(windows.filter(({ rule }) => rule === 'visit-4')).toMatchObject([{ state: 'done' }]);
  expect(windows.some(({ rule }) => rule === 'visit-7')).toBe(false);
  expect(windows.every(({ expected: only }) => !only)).toBe(true);
});

test('A3: a loss silences everything at once: no window, no suggestion, its tasks closed without a word', async () => {
  const { household, record, expected } = await expecting();
  await must(
    mark(household, await windowOf(household, 'visit-1'), { kind: 'done', on: addDays(today, -60) }, null),
  );
  const { id } = await must(task(household, await windowOf(household, 'visit-3')));
  await must(record({ ...expected, ended: { on: today, outcome: 'loss' } }));
  expect(await readCalendar(db.orm, household.tutor, household.id, world.now())).toMatchObject({
    value: { clock: null, windows: [] },
  });
  expect(await tasksOf(household)).toMatchObject([{ id, status: 'cancelled', reason: null }]);
});

test('A2: refused: changed-meanwhile and dates that go back, when a rule gets a new version', async () => {
  const admin = await makeWorker(world, 'admin');
  const next = (validFrom: string, after: number, closes = 90) =>
    act(world, admin, (context) =>
      addRuleVersion(context, {
        code: 'birth-bonus',
        after,
        validFrom: Day.parse(validFrom),
        unit: 'days',
        opens: 0,
        closes,
        graceDays: 0,
        legal: true,
        source: 'Legge di bilancio 2027',
        note: '',
      }),
    );
  expect(await next('2025-07-01', 2)).toMatchObject({ fields: [{ path: 'validFrom', code: 'not-after' }] });
  expect(await next('2027-01-01', 1)).toMatchObject({ code: 'changed-meanwhile' });
  const both = await Promise.all([next('2027-01-01', 2), next('2027-02-01', 2)]);
  expect(both.map((outcome) => (outcome.ok ? 'made' : outcome.code)).sort()).toEqual([
    'changed-meanwhile',
    'made',
  ]);
});

test('A2: the version in force on the day it counts from is used and named: the bonus of June and of July 2025', async () => {
  const rules = await readRules(db.orm);
  const bonus = (day: string) => ruleOn(rules, 'birth-bonus', Day.parse(day));
  expect([bonus('2025-06-30'), bonus('2025-07-01')]).toMatchObject([
    { version: 1, closes: 60 },
    { version: 2, closes: 120 },
  ]);
  expect(bonus('2024-12-31')).toBeNull();
});

test('A2: STP, ENI and permits are renewed by the situation’s date; refused: a window from a date that can’t be, or none', async () => {
  const household = await makeHousehold(world);
  const renewalAfter = async (facts: Parameters<typeof recordFacts>[2], version: number) => {
    await must(recordFacts(world, household, facts, { version }));
    const windows = await windowsOf(household);
    return windows.find(({ rule }) => rule === 'document-renewed' || rule === 'permit-renewed') ?? null;
  };
  const documentExpires = addDays(today, 20);
  expect(await renewalAfter({ documentState: 'stp', documentExpires: null }, 0)).toBeNull();
  expect(await renewalAfter({ documentState: 'stp', documentExpires: addDays(today, 400) }, 1)).toBeNull();
  expect(await renewalAfter({ documentState: 'italian', documentExpires }, 2)).toBeNull();
  expect(await renewalAfter({ documentState: 'unknown', documentExpires }, 3)).toBeNull();
  const soon = { state: 'open', closes: documentExpires, memberId: household.motherId };
  expect(await renewalAfter({ documentState: 'eni', documentExpires }, 4)).toMatchObject({
    ...soon,
    rule: 'document-renewed',
  });
  expect(await renewalAfter({ documentState: 'permit', documentExpires }, 5)).toMatchObject({
    ...soon,
    rule: 'permit-renewed',
    opens: addDays(today, -100),
  });
});
