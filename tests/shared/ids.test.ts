import { describe, expect, test } from 'vitest';
import { HouseholdId, newId, PersonId } from '../../shared/ids.ts';

describe('ids', () => {
  test('text that is no UUID is refused', () => {
    expect(PersonId.safeParse('1; drop table person').success).toBe(false);
    expect(PersonId.safeParse('').success).toBe(false);
  });

  test('ten thousand ids made in a row are all different and sort by the time they were made', () => {
    const made = Array.from({ length: 10_000 }, (_, i) =>
      newId(HouseholdId, 1_800_000_000_000 + Math.floor(i / 1000)),
    );
    expect(new Set(made).size).toBe(made.length);
    expect([...made].sort()).toEqual(made);
  });

  test('an id is a version 7 UUID that carries its millisecond', () => {
    const now = 1_800_000_000_123;
    const id = newId(PersonId, now);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
  });
});
