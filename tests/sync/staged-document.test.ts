import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { stageDocument } from '../../server/sync/staged-document.ts';
import { HouseholdId, newId } from '../../shared/ids.ts';
import { holdSync, textOfDoc, write } from '../support/sync-hand.ts';
import { until } from '../support/until.ts';

const nothing = Y.encodeStateVector(new Y.Doc());

/** A document stored as a snapshot and so many rows, and its author, whose further edits go to `heard`. */
function storedPlan(rows: number) {
  const author = new Y.Doc();
  write(author, 'inizio');
  const updates = [Y.encodeStateAsUpdate(author)];
  let hear = (update: Uint8Array): void => void updates.push(update);
  author.on('update', (update: Uint8Array) => hear(update));
  for (let row = 0; row < rows; row++) write(author, `riga ${row}`);
  const document = stageDocument({
    kind: 'care-plan',
    householdId: newId(HouseholdId),
    epoch: 1,
    headSeq: updates.length,
    updates: [...updates],
    owners: new Map(),
  });
  hear = (update) => document.transact(() => document.apply(update));
  return { document, author, snapshot: updates[0] ?? new Uint8Array() };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** What a page has after these frames, and how many of them came before the step 2. */
function read(frames: readonly { readonly payload: Uint8Array }[], doc = new Y.Doc()) {
  const steps = frames.map(({ payload }) => payload[1]);
  expect(steps.indexOf(1)).toBe(steps.length - 1); // synced means: everything is here
  for (const { payload } of frames) Y.applyUpdate(doc, bytesOf(payload));
  return textOfDoc(doc);
}

/** The update behind kind, step and a varuint length. */
function bytesOf(payload: Uint8Array): Uint8Array {
  let at = 2;
  while (((payload[at] ?? 0) & 0x80) !== 0) at++;
  return payload.subarray(at + 1);
}

describe('a document in memory', () => {
  test('is answered to an empty replica by the stored bytes as they are, and the later rows behind them', () => {
    const short = storedPlan(0);
    const [frame, ...none] = short.document.answerTo(nothing);
    expect(none).toEqual([]);
    expect(Buffer.from(bytesOf(frame?.payload ?? new Uint8Array())).equals(short.snapshot)).toBe(true);

    const { document, author, snapshot } = storedPlan(30);
    const frames = document.answerTo(nothing);
    expect(frames).toHaveLength(2);
    expect(Buffer.from(bytesOf(frames[0]?.payload ?? new Uint8Array())).equals(snapshot)).toBe(true);
    expect(read(frames)).toBe(textOfDoc(author));
    expect(document.answerTo(nothing)).toBe(frames);
  });

  test('answers everything that was applied since, to empty and to older replicas, however much it becomes', () => {
    const { document, author } = storedPlan(3);
    for (const words of ['uno', 'due '.repeat(3_000), 'tre '.repeat(20_000), 'quattro']) {
      const before = new Y.Doc();
      Y.applyUpdate(before, Y.encodeStateAsUpdate(author));
      const had = Y.encodeStateVector(before);
      write(author, words);
      expect(read(document.answerTo(nothing))).toBe(textOfDoc(author));
      expect(read(document.answerTo(had), before)).toBe(textOfDoc(author));
    }
    author.getXmlFragment('content').delete(0, 2);
    expect(read(document.answerTo(nothing))).toBe(textOfDoc(author));
  });

  test('what a whole evening writes while nobody opens it is kept in the Y.Doc alone, and whoever then comes has all of it', async () => {
    const { document, author } = storedPlan(0);
    let early: WeakRef<Uint8Array> | undefined;
    author.once('update', (update: Uint8Array) => {
      early = new WeakRef(update);
    });
    for (let row = 0; row < 3_000; row++) write(author, 'b');
    await new Promise((resolve) => setTimeout(resolve)); // what was read in this turn isn't collected in it
    collectGarbage();
    expect(early?.deref()).toBeUndefined();
    const frames = document.answerTo(nothing);
    expect(frames).toHaveLength(1);
    expect(read(frames)).toBe(textOfDoc(author));
    for (let row = 0; row < 600; row++) write(author, 'a');
    const later = document.answerTo(nothing);
    expect(later).toHaveLength(2);
    expect(read(later)).toBe(textOfDoc(author));
    document.rest();
    expect(read(document.answerTo(nothing))).toBe(textOfDoc(author));
  });

  test('lets its Y.Doc go when it rests, and goes on as before', () => {
    const { document, author } = storedPlan(3);
    write(author, 'prima');
    const first = document.doc();
    document.rest();
    expect(read(document.answerTo(nothing))).toBe(textOfDoc(author));
    write(author, 'dopo');
    expect(document.doc()).not.toBe(first);
    expect(read(document.answerTo(nothing))).toBe(textOfDoc(author));
    expect(Buffer.from(document.stateVector()).equals(Y.encodeStateVector(author))).toBe(true);
  });

  test('a malformed state vector throws and changes nothing', () => {
    const { document, author } = storedPlan(3);
    expect(() => document.answerTo(new Uint8Array([9, 200]))).toThrow();
    expect(read(document.answerTo(nothing))).toBe(textOfDoc(author));
  });
});

test('a room that is only read for half a minute keeps bytes alone, and its next writer notices nothing', async () => {
  const hand = holdSync();
  const [anna, bilal] = [await hand.open('anna'), await hand.open('bilal')];
  anna.start();
  bilal.start();
  await until(() => anna.synced && bilal.synced);
  write(anna.doc, 'prima');
  await until(() => anna.isSaved());
  let live: Y.Doc | undefined;
  hand.sync.onCommitted(({ doc }) => {
    live = doc;
  });
  write(anna.doc, 'poi');
  await until(() => anna.isSaved());
  let isGone = false;
  live?.once('destroy', () => {
    isGone = true;
  });
  hand.clock.ms += 29_000;
  await hand.sync.sweep();
  expect(isGone).toBe(false);
  hand.clock.ms += 1_000;
  await hand.sync.sweep();
  expect(isGone).toBe(true);
  write(bilal.doc, 'dopo');
  await until(() => bilal.isSaved());
  await until(() => textOfDoc(anna.doc) === textOfDoc(bilal.doc));
  expect(textOfDoc(hand.stored())).toBe(textOfDoc(anna.doc));
});
