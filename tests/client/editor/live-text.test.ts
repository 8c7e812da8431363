import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  type Delta,
  movedBy,
  writeComposed,
  writeDifference,
} from '../../../client/editor/annotations/text-difference.ts';

const textWith = (words: string) => {
  const text = new Y.Doc().getText('note');
  text.insert(0, words);
  return text;
};

test('A6: the shared text becomes what stands in the field, whatever was typed, pasted or deleted', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const text = textWith(before);
      writeDifference(text, after);
      expect(text.toString()).toBe(after);
    }),
  );
});

test('one letter more is one insertion of one letter, so two who write at once both keep their words', () => {
  const mine = textWith('casa');
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.doc ?? new Y.Doc()));
  writeDifference(mine, 'casa!');
  writeDifference(theirs.getText('note'), 'la casa');
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine.doc ?? new Y.Doc()));
  expect(theirs.getText('note').toString()).toBe('la casa!');
});

test('a caret moves with words inserted or deleted before it, and only with those', () => {
  expect(movedBy([{ retain: 2 }, { insert: 'xyz' }], 5)).toBe(8);
  expect(movedBy([{ retain: 7 }, { insert: 'xyz' }], 5)).toBe(5);
  expect(movedBy([{ retain: 1 }, { delete: 2 }], 5)).toBe(3);
  expect(movedBy([{ retain: 4 }, { delete: 9 }], 5)).toBe(4);
});

test('a composed word lands where the hand was, though others wrote before it meanwhile, and takes nothing of theirs', () => {
  const text = textWith('la casa');
  const meanwhile: Delta[] = [];
  text.observe((event) => meanwhile.push(event.delta));
  text.insert(0, 'oggi ');
  text.insert(text.length, ' nuova');
  const caret = writeComposed(text, 'la casa', 'la 家人casa', [...meanwhile]);
  expect(text.toString()).toBe('oggi la 家人casa nuova');
  expect(text.toString().slice(0, caret)).toBe('oggi la 家人');
});
