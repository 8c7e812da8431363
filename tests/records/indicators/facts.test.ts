/** B14: what a household counts as on a day, told from its dates alone. */
import { expect, test } from 'vitest';
import type { Dated } from '../../../server/records/indicators/dated.ts';
import { factsOn } from '../../../server/records/indicators/facts.ts';
import { Day } from '../../../shared/dates.ts';
import { BodyId, newId, ProgrammeId } from '../../../shared/ids.ts';

const day = (text: string) => Day.parse(text);
const [first, second] = [newId(BodyId), newId(BodyId)];
const programme = newId(ProgrammeId);
const household: Dated = {
  district: 6,
  statuses: [
    [day('2024-01-10'), 'reported'],
    [day('2024-01-20'), 'screening'],
    [day('2024-02-01'), 'enrolled'],
    [day('2024-02-01'), 'suspended'],
    [day('2025-06-30'), 'closed'],
  ],
  situations: [
    [day('2024-02-01'), 'yes', 'no', 'employed'],
    [day('2024-08-01'), 'no', 'no', 'unemployed'],
  ],
  children: [
    [day('2024-02-29'), null],
    [day('2006-05-05'), null],
    [day('2015-01-01'), day('2024-09-01')],
    [null, null],
  ],
  programmes: [[programme, day('2024-02-01'), day('2024-12-31')]],
  desks: [
    [first, day('2024-01-20'), day('2024-05-01')],
    [second, day('2024-05-01'), null],
  ],
  leadSectors: [['health', day('2024-03-01'), null]],
  intakeWeek: null,
  intakeAgeDays: 12,
};
const on = (text: string) => factsOn(day(text))(household);

test('B14: before it was taken in a household counts nowhere, nor does one that there isn’t', () => {
  expect(on('2024-01-09')).toBeUndefined();
  expect(on('2024-01-19')).toBeUndefined();
  expect(on('2024-01-20')).toMatchObject({ inCare: false, wasInCare: false, severePoverty: 'unknown' });
  expect(factsOn(day('2024-03-01'))(undefined)).toBeUndefined();
});

test('B14: of several changes of one day the last holds; who left is no longer in care but was', () => {
  expect(on('2024-02-01')).toMatchObject({ inCare: true, wasInCare: true, severePoverty: 'yes' });
  expect(on('2025-06-29')).toMatchObject({ inCare: true });
  expect(on('2025-06-30')).toMatchObject({ inCare: false, wasInCare: true });
});

test('B14: a stay holds from its first day until the day before its last; who takes over counts on that day', () => {
  expect(on('2024-04-30')).toMatchObject({ desk: first, programmes: [programme], leadSector: 'health' });
  expect(on('2024-05-01')).toMatchObject({ desk: second });
  expect(on('2024-02-29')).toMatchObject({ leadSector: null });
  expect(on('2024-12-31')).toMatchObject({ programmes: [] });
});

test('A2, B14: a child counts as one under two until the second birthday, a minor until the eighteenth, here while it hasn’t left', () => {
  expect(on('2024-02-28')).toMatchObject({ minors: 2, undatedChildren: 1, childUnderTwo: false });
  expect(on('2024-02-29')).toMatchObject({ minors: 3, childUnderTwo: true });
  expect(on('2024-05-05')).toMatchObject({ minors: 2 });
  expect(on('2024-09-01')).toMatchObject({ minors: 1, undatedChildren: 1 });
  expect(on('2026-02-27')).toMatchObject({ childUnderTwo: true });
  expect(on('2026-02-28')).toMatchObject({ childUnderTwo: true });
  expect(on('2026-03-01')).toMatchObject({ childUnderTwo: false });
});
