import { describe, expect, test } from 'vitest';
import { Day } from '../../../shared/dates.ts';
import { clockOf } from '../../../shared/records/clock.ts';

const day = (text: string) => Day.parse(text);

describe('the thousand-day clock', () => {
  test('A2: with none of the three dates there is no clock', () => {
    expect(clockOf({ lmp: null, dueDate: null, birth: null })).toBeNull();
  });

  test('A2: from the last period, conception is 14 days and the due date 280 days later, and it ends two years after', () => {
    expect(clockOf({ lmp: day('2026-01-01'), dueDate: null, birth: null })).toEqual({
      conception: '2026-01-15',
      dueDate: '2026-10-08',
      birth: null,
      end: '2028-10-08',
    });
  });

  test('A2: a due date alone counts conception back 266 days', () => {
    expect(clockOf({ lmp: null, dueDate: day('2026-10-08'), birth: null })?.conception).toBe('2026-01-15');
  });

  test('A2: a birth moves the end to the second birthday and leaves conception where the pregnancy put it', () => {
    expect(clockOf({ lmp: day('2026-01-01'), dueDate: day('2026-10-08'), birth: day('2026-09-20') })).toEqual(
      {
        conception: '2026-01-15',
        dueDate: '2026-10-08',
        birth: '2026-09-20',
        end: '2028-09-20',
      },
    );
  });
});
