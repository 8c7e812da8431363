import { describe, expect, test } from 'vitest';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { holdSync, people, textOfDoc, write } from '../support/sync-hand.ts';
import { until } from '../support/until.ts';

async function openTwo() {
  const hand = holdSync();
  const anna = await hand.open('anna');
  const bilal = await hand.open('bilal');
  anna.start();
  bilal.start();
  await until(() => anna.synced && bilal.synced);
  return { hand, anna, bilal };
}

describe('access that changes while a document is open', () => {
  test('lost: the socket closes and nothing more is sent to it, nor taken from it', async () => {
    const { hand, anna, bilal } = await openTwo();
    hand.setAccess('bilal', undefined);
    const told = hand.sync.accessChanged({ householdId: hand.householdId });
    const heard = bilal.received.length;
    write(anna.doc, 'non per Bilal');
    write(bilal.doc, 'non da Bilal');
    await told;
    expect(bilal.closed).toEqual({ code: CloseCode.notAvailable, reason: 'not-available' });
    await until(() => anna.isSaved());
    expect(bilal.received.length).toBe(heard);
    expect(textOfDoc(hand.stored())).not.toContain('non da Bilal');
    expect(anna.closed).toBeUndefined();
  });

  test('lost, and nobody tells: found by the epochs, within two seconds', async () => {
    const { hand, bilal } = await openTwo();
    hand.setAccess('bilal', undefined);
    await until(() => bilal.closed !== undefined, 2_000);
    expect(bilal.closed?.code).toBe(CloseCode.notAvailable);
  });

  test('lost between sending and committing: the words are dropped, and the others go on in the same room', async () => {
    const { hand, anna, bilal } = await openTwo();
    const letGo = hand.holdCommits();
    write(anna.doc, 'prima');
    await until(() => hand.commits() === 1);
    hand.setAccess('bilal', undefined);
    write(bilal.doc, 'di nascosto');
    write(anna.doc, 'insieme');
    letGo();
    await until(() => bilal.closed !== undefined && anna.isSaved());
    expect(bilal.closed?.code).toBe(CloseCode.notAvailable);
    expect(bilal.acked).toBe(0);
    expect(anna.closed).toBeUndefined();
    expect(textOfDoc(hand.stored())).toBe(textOfDoc(anna.doc));
    expect(textOfDoc(anna.doc)).toContain('insieme');
    expect(textOfDoc(anna.doc)).not.toContain('di nascosto');
  });

  test('changed for others only: whoever still may write notices nothing', async () => {
    const { hand, anna, bilal } = await openTwo();
    hand.setAccess('chiara', 'read');
    write(anna.doc, 'continua');
    await until(() => anna.isSaved() && textOfDoc(bilal.doc).includes('continua'));
    expect(anna.closed).toBeUndefined();
    expect(hand.sync.stats().roomsReloaded).toBe(0);
  });

  test('lowered to reading: the page goes on seeing, and its next words are refused', async () => {
    const { hand, anna, bilal } = await openTwo();
    hand.setAccess('bilal', 'read');
    await hand.sync.accessChanged({ householdId: hand.householdId });
    write(anna.doc, 'ancora visibile');
    await until(() => textOfDoc(bilal.doc).includes('ancora visibile'));
    expect(bilal.closed).toBeUndefined();
    write(bilal.doc, 'vietato');
    await until(() => bilal.closed !== undefined);
    expect(bilal.closed).toEqual({ code: CloseCode.notAvailable, reason: 'read-only' });
  });

  test('raised to writing: the open page may write at once', async () => {
    const hand = holdSync();
    const anna = await hand.open('anna', 'read');
    anna.start();
    await until(() => anna.synced);
    hand.setAccess('anna', 'write');
    await hand.sync.accessChanged({ householdId: hand.householdId });
    write(anna.doc, 'ora sì');
    await until(() => anna.isSaved() && anna.sent > 0);
    expect(textOfDoc(hand.stored())).toContain('ora sì');
  });

  test('signed out: every socket of that person closes, and no other', async () => {
    const { hand, anna, bilal } = await openTwo();
    const second = await hand.open('bilal');
    hand.signOut('bilal');
    await hand.sync.accessChanged({ personId: people.bilal });
    expect([bilal.closed?.code, second.closed?.code]).toEqual([CloseCode.signedOut, CloseCode.signedOut]);
    expect(anna.closed).toBeUndefined();
  });
});
