import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Limits } from '../../shared/sync/protocol.ts';
import {
  type HeldSync,
  holdSync,
  type Page,
  type PersonName,
  people,
  presenceUpdate,
} from '../support/sync-hand.ts';
import { until } from '../support/until.ts';

/** A page that shows itself, as an editor with a cursor does. */
async function show(hand: HeldSync, name: PersonName, doc = new Y.Doc()): Promise<Page> {
  const page = await hand.open(name, 'write', doc);
  page.awareness.setLocalState({ user: { name: 'as the page says' }, cursor: 1 });
  page.start();
  await until(() => page.synced);
  return page;
}

const seenBy = (page: Page, other: Page) => page.awareness.getStates().get(other.doc.clientID);
const presenceFrames = (page: Page): Uint8Array[] => page.received.filter((payload) => payload[0] === 1);

/** Lets a tick pass, which the standing clock makes due. */
async function tick(hand: HeldSync, until_: () => boolean): Promise<void> {
  hand.clock.ms += Limits.presenceTickMs;
  await until(until_);
}

describe('presence', () => {
  test('shows who is here with the name that the session says', async () => {
    const hand = holdSync();
    const anna = await show(hand, 'anna');
    const bilal = await show(hand, 'bilal');
    await tick(hand, () => seenBy(bilal, anna) !== undefined && seenBy(anna, bilal) !== undefined);
    expect(seenBy(bilal, anna)).toEqual({
      user: { id: people.anna, name: 'anna', function: 'social', body: null },
      cursor: 1,
    });
  });

  test('is shown by readers and annotators too', async () => {
    const hand = holdSync();
    const anna = await show(hand, 'anna');
    for (const [name, access] of [
      ['bilal', 'read'],
      ['chiara', 'annotate'],
    ] as const) {
      const page = await hand.open(name, access);
      page.awareness.setLocalState({ cursor: 2 });
      page.start();
      await tick(hand, () => seenBy(anna, page) !== undefined);
    }
  });

  test("can't be forged: another's id is dropped, and a name of one's own is overwritten", async () => {
    const hand = holdSync();
    const anna = await show(hand, 'anna');
    const bilal = await show(hand, 'bilal');
    const chiara = await show(hand, 'chiara');
    await tick(hand, () => seenBy(chiara, anna) !== undefined && seenBy(chiara, bilal) !== undefined);
    bilal.sendPresence(
      presenceUpdate([
        { id: anna.doc.clientID, clock: 99, state: { user: { name: 'bilal was here' }, cursor: 7 } },
        { id: bilal.doc.clientID, clock: 99, state: { user: { id: people.anna, name: 'anna' }, cursor: 8 } },
      ]),
    );
    await tick(hand, () => seenBy(chiara, bilal)?.cursor === 8);
    expect(seenBy(chiara, bilal)?.user).toMatchObject({ id: people.bilal, name: 'bilal' });
    expect(seenBy(chiara, anna)).toMatchObject({ user: { name: 'anna' }, cursor: 1 });
  });

  test("can't take a present person's id on a new connection either", async () => {
    const hand = holdSync();
    const anna = await show(hand, 'anna');
    const chiara = await show(hand, 'chiara');
    await tick(hand, () => seenBy(chiara, anna) !== undefined);
    const bilal = await hand.open('bilal');
    bilal.sendPresence(presenceUpdate([{ id: anna.doc.clientID, clock: 50, state: { cursor: 9 } }]));
    chiara.showOneself();
    chiara.awareness.setLocalStateField('cursor', 3);
    chiara.showOneself();
    await tick(hand, () => seenBy(anna, chiara)?.cursor === 3);
    expect(seenBy(chiara, anna)).toMatchObject({ user: { name: 'anna' }, cursor: 1 });
  });

  test('echoes of what a page heard change nothing and cost nobody a frame', async () => {
    const hand = holdSync();
    const anna = await show(hand, 'anna');
    const bilal = await show(hand, 'bilal');
    await tick(hand, () => seenBy(bilal, anna) !== undefined && seenBy(anna, bilal) !== undefined);
    const frames = presenceFrames(anna).length;
    for (const payload of presenceFrames(bilal)) bilal.raw(payload);
    hand.clock.ms += Limits.presenceTickMs;
    anna.awareness.setLocalStateField('cursor', 5);
    anna.showOneself();
    await tick(hand, () => seenBy(bilal, anna)?.cursor === 5);
    expect(presenceFrames(anna).length - frames).toBe(1);
  });

  test('many moves in one tick leave as one frame with the last of each', async () => {
    const hand = holdSync();
    const anna = await show(hand, 'anna');
    const bilal = await show(hand, 'bilal');
    const chiara = await show(hand, 'chiara');
    await tick(hand, () => seenBy(chiara, anna) !== undefined && seenBy(chiara, bilal) !== undefined);
    const frames = presenceFrames(chiara).length;
    for (let cursor = 10; cursor < 20; cursor++) {
      for (const page of [anna, bilal]) {
        page.awareness.setLocalStateField('cursor', cursor);
        page.showOneself();
      }
    }
    await tick(hand, () => seenBy(chiara, bilal)?.cursor === 19);
    expect(seenBy(chiara, anna)?.cursor).toBe(19);
    expect(presenceFrames(chiara).length - frames).toBe(1);
  });

  test('ends for the others when the connection does, and returns with it', async () => {
    const hand = holdSync();
    const anna = await show(hand, 'anna');
    const bilal = await show(hand, 'bilal');
    await tick(hand, () => seenBy(bilal, anna) !== undefined);
    anna.leave();
    await tick(hand, () => seenBy(bilal, anna) === undefined);
    const back = await hand.open('anna', 'write', anna.doc);
    back.sendPresence(presenceUpdate([{ id: anna.doc.clientID, clock: 1, state: { cursor: 4 } }]));
    await tick(hand, () => seenBy(bilal, anna)?.cursor === 4);
  });

  test('moves to the new connection of a person whose old one is not yet known to be dead', async () => {
    const hand = holdSync();
    const anna = await show(hand, 'anna');
    const bilal = await show(hand, 'bilal');
    await tick(hand, () => seenBy(bilal, anna) !== undefined);
    const back = await hand.open('anna', 'write', anna.doc);
    back.sendPresence(presenceUpdate([{ id: anna.doc.clientID, clock: 1, state: { cursor: 6 } }]));
    await tick(hand, () => seenBy(bilal, anna)?.cursor === 6);
    anna.leave();
    back.sendPresence(presenceUpdate([{ id: anna.doc.clientID, clock: 9, state: { cursor: 7 } }]));
    await tick(hand, () => seenBy(bilal, anna)?.cursor === 7);
  });

  test('larger than the limit is not shown', async () => {
    const hand = holdSync();
    const anna = await show(hand, 'anna');
    const bilal = await show(hand, 'bilal');
    await tick(hand, () => seenBy(bilal, anna) !== undefined);
    anna.awareness.setLocalStateField('note', 'x'.repeat(Limits.presenceBytes));
    anna.showOneself();
    anna.awareness.setLocalState({ cursor: 12 });
    anna.showOneself();
    await tick(hand, () => seenBy(bilal, anna)?.cursor === 12);
    expect(anna.closed).toBeUndefined();
  });
});
