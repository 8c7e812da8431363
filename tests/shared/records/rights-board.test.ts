import { describe, expect, test } from 'vitest';
import { Day } from '../../../shared/dates.ts';
import { stateOfRight } from '../../../shared/records/rights-board.ts';
import { isTaskOverdue } from '../../../shared/records/tasks.ts';

describe('B7: the state of a right', () => {
  test('B7: nothing at all is none', () => {
    expect(stateOfRight([], [], [])).toBe('none');
  });

  test('B7: an overdue or blocked task, a referral on hold or a suspended goal makes it stuck, whatever else is well', () => {
    const well = [{ status: 'achieved' }] as const;
    expect(stateOfRight(well, [{ status: 'accepted', overdue: true }], [])).toBe('stuck');
    expect(stateOfRight(well, [{ status: 'blocked', overdue: false }], [])).toBe('stuck');
    expect(stateOfRight(well, [], [{ status: 'on_hold' }])).toBe('stuck');
    expect(stateOfRight([{ status: 'suspended' }], [], [])).toBe('stuck');
  });

  test('B7: met only when every goal that was not dropped is achieved', () => {
    expect(stateOfRight([{ status: 'achieved' }, { status: 'dropped' }], [], [])).toBe('met');
    expect(stateOfRight([{ status: 'achieved' }, { status: 'partly' }], [], [])).toBe('open');
    expect(stateOfRight([{ status: 'dropped' }], [], [])).toBe('none');
  });
});

describe('X5: overdue', () => {
  test('X5: the due day itself is in time, the day after is late, and a closed task never is', () => {
    const due = Day.parse('2026-11-21');
    expect(isTaskOverdue({ status: 'accepted', due }, due)).toBe(false);
    expect(isTaskOverdue({ status: 'accepted', due }, Day.parse('2026-11-22'))).toBe(true);
    expect(isTaskOverdue({ status: 'done', due }, Day.parse('2026-12-22'))).toBe(false);
    expect(isTaskOverdue({ status: 'assigned', due: null }, due)).toBe(false);
  });
});
