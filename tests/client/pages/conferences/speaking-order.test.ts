import { describe, expect, test } from 'vitest';
import {
  endWord,
  gives,
  giveWord,
  letPass,
  lowerHand,
  noWord,
  readSpeaking,
  type Word,
} from '../../../../client/pages/conferences/speaking-order.ts';

const roles = { chairId: 'chair', minuteTakerId: 'taker' };
type Told = { hand?: unknown; word?: unknown };
/** Each entry is one tab, as the server passes it on. */
const room = (...tabs: readonly [string, Told?][]) =>
  new Map(tabs.map(([id, told = {}], index) => [index + 1, { user: { id, name: id }, ...told }]));
const read = (...tabs: readonly [string, Told?][]) => readSpeaking(room(...tabs), roles);
const queueOf = (...tabs: readonly [string, Told?][]) => read(...tabs).queue.map(({ id }) => id);
const word = (given: Partial<Word>): Word => ({ ...noWord, at: 10, ...given });

describe('X6: whose word counts', () => {
  test('a reader who claims to give the word, to lower a hand or to set the order is not believed', () => {
    const forged = word({ speaker: { id: 'reader', since: 9 }, order: ['reader'], lowered: [['amal', 99]] });
    const speaking = read(['chair'], ['taker'], ['amal', { hand: 1 }], ['reader', { hand: 2, word: forged }]);
    expect(speaking.speaker).toBeNull();
    expect(speaking.queue.map(({ id }) => id)).toEqual(['amal', 'reader']);
    expect(gives(speaking, 'reader', roles)).toBe(false);
  });

  test('a state the server hasn’t vouched for is nobody’s', () => {
    const states = new Map<number, unknown>([
      [1, { hand: 1, word: word({ speaker: { id: 'x', since: 1 } }) }],
    ]);
    expect(readSpeaking(states, roles)).toMatchObject({ authority: null, speaker: null, queue: [] });
  });

  test('while the chair is there the minute-taker gives nobody the word, however late they say so', () => {
    const speaking = read(
      ['chair', { word: word({ at: 1, speaker: { id: 'amal', since: 1 } }) }],
      ['taker', { word: word({ at: 99, speaker: { id: 'hanan', since: 99 } }) }],
      ['amal'],
      ['hanan'],
    );
    expect(speaking.speaker?.id).toBe('amal');
    expect(gives(speaking, 'taker', roles)).toBe(false);
  });

  test('when the chair has left, the minute-taker gives it; a chair who comes back finds it as it was', () => {
    const taker: [string, Told] = ['taker', { word: word({ speaker: { id: 'amal', since: 3 } }) }];
    const without = read(taker, ['amal']);
    expect([without.authority, without.speaker?.id]).toEqual(['minute-taker', 'amal']);
    expect(gives(without, 'taker', roles)).toBe(true);
    const back = read(['chair'], taker, ['amal']);
    expect([back.authority, back.speaker?.id]).toEqual(['chair', 'amal']);
  });

  test('of two tabs of the chair the one that did something last counts', () => {
    const older = word({ at: 1, speaker: { id: 'amal', since: 1 } });
    const newer = word({ at: 2, speaker: { id: 'hanan', since: 2 } });
    expect(
      read(['chair', { word: newer }], ['chair', { word: older }], ['amal'], ['hanan']).speaker?.id,
    ).toBe('hanan');
  });

  test('what isn’t a word, or is too long to be one, changes nothing', () => {
    const endless = { ...noWord, order: Array.from({ length: 500 }, (_, n) => `p${n}`) };
    for (const odd of ['me', 3, {}, { at: 'now' }, endless])
      expect(read(['chair', { word: odd }], ['amal', { hand: 1 }]).queue).toHaveLength(1);
  });
});

describe('X6: the order of hands', () => {
  test('is when they were raised; somebody with two tabs is in it once', () => {
    expect(queueOf(['chair'], ['b', { hand: 7 }], ['a', { hand: 9 }], ['a', { hand: 5 }], ['c'])).toEqual([
      'a',
      'b',
    ]);
  });

  test('a hand with a clock that is slow doesn’t pass those the chair has heard before it', () => {
    const told = word({ order: ['amal', 'hanan'] });
    expect(
      queueOf(
        ['chair', { word: told }],
        ['sly', { hand: 1 }],
        ['hanan', { hand: 900 }],
        ['amal', { hand: 800 }],
      ),
    ).toEqual(['amal', 'hanan', 'sly']);
  });

  test('who leaves takes the hand along; a speaker who left doesn’t speak', () => {
    const told = word({ order: ['gone', 'amal'], speaker: { id: 'gone', since: 1 } });
    const speaking = read(['chair', { word: told }], ['amal', { hand: 2 }]);
    expect([speaking.speaker, speaking.queue.map(({ id }) => id)]).toEqual([null, ['amal']]);
  });

  test('the chair gives the word, ends it, lets the next pass, puts a hand down; it may be raised again', () => {
    const hands: [string, Told][] = [
      ['a', { hand: 1 }],
      ['b', { hand: 2 }],
      ['c', { hand: 3 }],
    ];
    const begun = read(['chair'], ...hands);
    const passed = letPass(begun, 20);
    expect(queueOf(['chair', { word: passed }], ...hands)).toEqual(['b', 'a', 'c']);
    const given = giveWord(passed, 'b', 21);
    const speaking = read(['chair', { word: given }], ...hands);
    expect([speaking.speaker, speaking.queue.map(({ id }) => id)]).toEqual([
      { id: 'b', since: 21 },
      ['a', 'c'],
    ]);
    expect(read(['chair', { word: endWord(given, 22) }], ['a', { hand: 1 }]).speaker).toBeNull();
    const lowered = lowerHand(given, { id: 'a', since: 1 }, 23);
    expect(queueOf(['chair', { word: lowered }], ...hands)).toEqual(['c']);
    expect(queueOf(['chair', { word: lowered }], ['a', { hand: 30 }])).toEqual(['a']);
  });
});
