import { expect, test } from 'vitest';
import { neighbours, pointStates, pointTime } from '../../../../client/pages/conferences/floor-time.ts';
import { stripOf } from '../../../../client/pages/conferences/strip-people.ts';

const people = Array.from({ length: 200 }, (_, n) => ({
  id: `p${n}`,
  name: `Persona ${String(n).padStart(3, '0')}`,
}));
const facts = {
  me: 'p77',
  chairId: 'p150',
  minuteTakerId: 'p120',
  speakerId: 'p199',
  queue: ['p30', 'p10'],
  writers: new Set(['p88', 'p5']),
};

test('X6: of 200 people the strip shows those who matter, in the same places, and counts the rest', () => {
  const { shown, rest } = stripOf(people, facts, 8);
  expect(shown.map(({ id }) => id)).toEqual(['p150', 'p120', 'p199', 'p30', 'p10', 'p5', 'p88', 'p77']);
  expect(rest).toHaveLength(192);
  expect(new Set([...shown, ...rest]).size).toBe(200);
});

test('X6: with room for all nobody changes place because they speak or write', () => {
  const few = people.slice(0, 6);
  const quiet = {
    ...facts,
    chairId: 'p3',
    minuteTakerId: 'p1',
    speakerId: undefined,
    queue: [],
    writers: new Set<string>(),
  };
  const order = (given: typeof facts | typeof quiet) => stripOf(few, given, 8).shown.map(({ id }) => id);
  expect(order(quiet)).toEqual(['p3', 'p1', 'p0', 'p2', 'p4', 'p5']);
  expect(order({ ...quiet, speakerId: 'p5', queue: ['p4'], writers: new Set(['p2']) })).toEqual(order(quiet));
});

const minute = 60_000;
test('X1: a time box counts down in whole minutes and says by how much it is over', () => {
  expect(pointTime(12, 0, 6.7 * minute)).toMatchObject({ gone: 6, left: 6, over: 0, isOver: false });
  expect(pointTime(12, 0, 15.2 * minute)).toMatchObject({ left: 0, over: 3, isOver: true, share: 1 });
  expect(pointTime(null, 0, 15 * minute)).toMatchObject({ gone: 15, isOver: false });
  // A page whose clock is behind the server's.
  expect(pointTime(5, 1000, 0)).toMatchObject({ gone: 0, left: 5, isOver: false });
});

test('X1: what stands before the open point is done, what follows is to come', () => {
  const agenda = ['a', 'b', 'c'].map((id) => ({ id, title: id, minutes: null, askedById: null }));
  const floor = { pointId: 'b', since: '2026-11-21T14:00:00.000Z' as never };
  expect([...pointStates(agenda, floor).values()]).toEqual(['done', 'open', 'next']);
  expect(neighbours(agenda, floor)).toMatchObject({ before: { id: 'a' }, next: { id: 'c' } });
  expect(neighbours(agenda, null)).toMatchObject({ before: undefined, open: undefined, next: { id: 'a' } });
});
