import { expect, test } from 'vitest';
import {
  countsOf,
  filtered,
  type Listed,
  toggled,
  wholeList,
} from '../../../client/editor/annotations/annotation-filter.ts';
import { calledIn, callingAt, offeredFor } from '../../../client/editor/annotations/mentions.ts';
import { wordDiff } from '../../../client/editor/annotations/word-diff.ts';
import { Instant } from '../../../shared/dates.ts';
import type { Thread } from '../../../shared/documents/annotations.ts';
import { people } from './harness/samples.ts';

const [marta, irene] = people.map(({ id }) => id);
if (!marta || !irene) throw new Error('the samples have people');

const listed = (key: string, minute: number, change: Partial<Thread>, isLost = false): Listed => ({
  key,
  isLost,
  place: isLost ? Number.MAX_SAFE_INTEGER : 100 - minute,
  thread: {
    kind: 'comment',
    author: marta,
    createdAt: Instant.parse(`2026-11-21T10:${String(minute).padStart(2, '0')}:00.000Z`),
    language: 'it',
    quote: 'la stanza',
    from: '',
    to: '',
    text: 'Serve un piano',
    replies: [],
    ...change,
  },
});
const at = Instant.parse('2026-11-21T11:00:00.000Z');
const all = [
  listed('open', 1, {}),
  listed('resolved', 2, { kind: 'question', text: 'Perché?', resolved: { by: irene, at } }),
  listed('arabic', 3, { kind: 'translation', language: 'ar', text: 'الغرفة', author: irene }),
  listed(
    'lost',
    4,
    { replies: [{ author: irene, createdAt: at, language: 'it', text: 'È già così' }] },
    true,
  ),
];
const keys = (found: readonly Listed[]) => found.map(({ key }) => key);

test('A6: a resolved annotation is in the list of all, and found by its state, its words and who answered', () => {
  expect(keys(filtered(all, wholeList))).toEqual(['arabic', 'resolved', 'open', 'lost']);
  expect(keys(filtered(all, toggled(wholeList, 'states', 'resolved')))).toEqual(['resolved']);
  expect(keys(filtered(all, { ...wholeList, words: 'perche' }))).toEqual(['resolved']);
  expect(keys(filtered(all, { ...wholeList, words: 'gia cosi stanza' }))).toEqual(['lost']);
  expect(keys(filtered(all, toggled(wholeList, 'people', irene)))).toEqual(['arabic', 'lost']);
  expect(keys(filtered(all, { ...wholeList, order: 'time' }))[0]).toMatch(/lost|resolved/);
});

test('A6: each filter says how many it would show, the others being as they are', () => {
  const filter = toggled(wholeList, 'states', 'open');
  expect([...countsOf(all, filter, 'kinds')]).toEqual([
    ['comment', 2],
    ['translation', 1],
  ]);
  expect(Object.fromEntries(countsOf(all, filter, 'states'))).toEqual({ open: 3, resolved: 1, lost: 1 });
});

test('X14: a name begins at its @, is offered by any of its parts, and counts only once it stands whole', () => {
  expect(callingAt('scrivi a hanan@posta', 20)).toBeUndefined();
  const calling = callingAt('chiedo a @fonte', 15);
  expect(calling).toEqual({ from: 9, typed: 'fonte' });
  expect(calling && offeredFor(calling, people).map(({ name }) => name)).toEqual(['Elena Fontechiara']);
  expect(calledIn('chiedo a @Elena', people)).toEqual([]);
  expect(calledIn('chiedo a @Elena Fontechiara oggi', people)).toEqual([people[2]?.id]);
});

test('A6: a suggestion shows the words it takes out and sets in, and leaves the white space around them alone', () => {
  expect(wordDiff('libera fino a gennaio, poi no', 'libera fino alla fine di febbraio, poi no')).toEqual([
    { kind: 'same', text: 'libera fino ' },
    { kind: 'gone', text: 'a gennaio,' },
    { kind: 'new', text: 'alla fine di febbraio,' },
    { kind: 'same', text: ' poi no' },
  ]);
  expect(wordDiff('una stanza libera', '')).toEqual([{ kind: 'gone', text: 'una stanza libera' }]);
});
