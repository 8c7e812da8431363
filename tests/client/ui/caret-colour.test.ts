import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  caretColourOf,
  caretColoursFor,
  caretColoursTogether,
  initialsOf,
} from '../../../client/ui/caret-colour.ts';

describe('caret colours (X6)', () => {
  it('X6: a person has one colour of eight, the same on every screen', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(caretColourOf(id)).toBe(caretColourOf(id));
        expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(caretColourOf(id));
      }),
    );
  });

  it('X6: no colour is left for nobody: a thousand people use all eight, none more than twice its share', () => {
    const counts = new Map<number, number>();
    for (const id of fc.sample(fc.uuid(), { numRuns: 1000, seed: 7 })) {
      counts.set(caretColourOf(id), (counts.get(caretColourOf(id)) ?? 0) + 1);
    }
    expect(counts.size).toBe(8);
    expect(Math.max(...counts.values())).toBeLessThan(250);
  });

  it('X6: up to eight people together have eight colours', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 8 }), (ids) => {
        expect(new Set(caretColoursFor(ids).values()).size).toBe(ids.length);
      }),
    );
  });

  it('X6: nobody changes colour because someone else arrives', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 }), (ids) => {
        const before = caretColoursFor(ids.slice(0, -1));
        const after = caretColoursFor(ids);
        for (const [id, colour] of before) expect(after.get(id)).toBe(colour);
      }),
    );
  });

  it('X6: on one household’s screens up to eight people present differ, in whatever order each page learns of them', () => {
    const people = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(people, fc.uniqueArray(fc.uuid(), { maxLength: 3 }), (team, guests) => {
        const present = [...team.slice(0, 5), ...guests];
        const colours = caretColoursTogether(team, present);
        expect(new Set(present.map((id) => colours.get(id))).size).toBe(new Set(present).size);
        const elsewhere = caretColoursTogether(team.toReversed(), present.toReversed());
        for (const id of present) expect(elsewhere.get(id)).toBe(colours.get(id));
      }),
    );
  });

  it('X6: in a team of up to eight nobody changes colour as others come and go', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 8 }), (team) => {
        const alone = caretColoursTogether(team, team.slice(0, 1));
        const all = caretColoursTogether(team, team);
        for (const id of team) expect(all.get(id)).toBe(alone.get(id));
      }),
    );
  });

  it('X6: a ninth person reuses a colour: their own', () => {
    const ids = fc.sample(fc.uuid(), { numRuns: 9, seed: 3 });
    expect(caretColoursFor(ids).get(ids[8] ?? '')).toBe(caretColourOf(ids[8] ?? ''));
  });
});

describe('initials', () => {
  it('takes the first letters of the first and last name', () => {
    expect(initialsOf('Maria Antonietta Serralunga')).toBe('MS');
    expect(initialsOf('Amal')).toBe('A');
  });

  it('leaves the Arabic article out, and a space so that the letters don’t join', () => {
    expect(initialsOf('حنان الدرصافي')).toBe('ح د');
  });

  it('says nothing for a name without letters', () => {
    expect(initialsOf(' 123 ')).toBe('');
  });
});
