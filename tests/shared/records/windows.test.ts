/** A2, A3: the windows as a pure function of facts, rules and a day. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, Day, Instant } from '../../../shared/dates.ts';
import { MemberId, newId } from '../../../shared/ids.ts';
import type { CalendarRule, RuleCode } from '../../../shared/records/calendar.ts';
import { type CalendarFacts, windowsOf } from '../../../shared/records/windows.ts';

const [mother, child] = [newId(MemberId), newId(MemberId)];
const rule = (code: RuleCode, given: Partial<CalendarRule>): CalendarRule => ({
  code,
  version: 1,
  validFrom: Day.parse('2000-01-01'),
  anchor: 'birth',
  unit: 'days',
  opens: 0,
  closes: 10,
  graceDays: 0,
  legal: false,
  source: 'Legge',
  note: '',
  madeAt: Instant.parse('2026-01-01T00:00:00.000Z'),
  ...given,
});
const rules = [
  rule('visit-1', { anchor: 'lmp', closes: 97 }),
  rule('birth-declared', { closes: 10, graceDays: null, legal: true }),
  rule('check-1', { closes: 45 }),
  rule('document-renewed', { anchor: 'document', unit: 'months', opens: 5, closes: 6, graceDays: null }),
];
const lmp = Day.parse('2026-01-10');
const nobody: CalendarFacts = { pregnancies: [], children: [], done: [] };
const pregnant = (ended: CalendarFacts['pregnancies'][number]['ended'] = null): CalendarFacts => ({
  ...nobody,
  pregnancies: [{ memberId: mother, lmp, dueDate: null, ended }],
});
const statesOn = (facts: CalendarFacts, day: Day) =>
  Object.fromEntries(windowsOf(facts, rules, day).map((window) => [window.rule, window.state]));

test('A2: coming, open on both its days, then late where it can be made good and missed where it can’t', () => {
  const facts = { ...nobody, children: [{ memberId: child, birth: lmp }] };
  expect(statesOn(facts, addDays(lmp, -1))).toEqual({ 'birth-declared': 'coming', 'check-1': 'coming' });
  expect(statesOn(facts, lmp)).toEqual({ 'birth-declared': 'open', 'check-1': 'open' });
  expect(statesOn(facts, addDays(lmp, 10))).toMatchObject({ 'birth-declared': 'open' });
  expect(statesOn(facts, addDays(lmp, 11))).toMatchObject({ 'birth-declared': 'late' });
  expect(statesOn(facts, addDays(lmp, 46))).toMatchObject({ 'birth-declared': 'late', 'check-1': 'missed' });
});

test('A2: an STP or ENI code is renewed at six months, from its first day or its last', () => {
  const held = (issued: Day | null, expires: Day | null): CalendarFacts => ({
    ...nobody,
    documents: [{ rule: 'document-renewed', memberId: mother, issued, expires }],
  });
  const expires = addMonths(lmp, 6);
  const windows = [held(lmp, null), held(null, expires), held(lmp, expires)].map((facts) => {
    const [window] = windowsOf(facts, rules, lmp);
    return [window?.opens, window?.closes];
  });
  expect(windows).toEqual(Array(3).fill([addMonths(lmp, 5), expires]));
});

test('A2: a mark stays with its window when a scan corrects the last period, and not with another pregnancy', () => {
  const done = [
    { rule: 'visit-1' as const, memberId: mother, reference: addDays(lmp, 12), on: addDays(lmp, 60) },
  ];
  expect(statesOn({ ...pregnant(), done }, addDays(lmp, 90))['visit-1']).toBe('done');
  const before = [
    { rule: 'visit-1' as const, memberId: mother, reference: addDays(lmp, -200), on: addDays(lmp, -150) },
  ];
  expect(statesOn({ ...pregnant(), done: before }, addDays(lmp, 90))['visit-1']).toBe('open');
});

test('A3: after a loss nothing is left to do, whatever the day and the dates (property)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 0, max: 900 }), (lostAfter, later) => {
      const facts = pregnant({ on: addDays(lmp, lostAfter), outcome: 'loss' });
      const windows = windowsOf(facts, rules, addDays(lmp, lostAfter + later));
      return (
        windows.every(({ state }) => state === 'silenced') &&
        windows.every(({ rule: code }) => code === 'visit-1')
      );
    }),
  );
});

test('A3: before and after a birth no rule has two windows of one member (property)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 140, max: 300 }), fc.integer({ min: 0, max: 700 }), (bornAfter, later) => {
      const birth = addDays(lmp, bornAfter);
      const born: CalendarFacts = {
        ...pregnant({ on: birth, outcome: 'birth' }),
        children: [{ memberId: child, birth }],
      };
      for (const facts of [pregnant(), born]) {
        const names = windowsOf(facts, rules, addDays(birth, later)).map(
          ({ rule: code, memberId }) => code + memberId,
        );
        if (new Set(names).size !== names.length) return false;
      }
      return true;
    }),
  );
});
