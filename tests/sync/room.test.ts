import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CommitAborted } from '../../server/sync/log.ts';
import { CloseCode, Limits, MessageKind } from '../../shared/sync/protocol.ts';
import {
  holdSync,
  type Page,
  people,
  seededPlan,
  syncMessage,
  textOfDoc,
  write,
} from '../support/sync-hand.ts';
import { until } from '../support/until.ts';

const isSynced = (...pages: Page[]) => until(() => pages.every((page) => page.synced));

/** Lets everything that is ready happen, commits too. */
const settle = async (turns = 10): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await new Promise((next) => setImmediate(next));
};

async function openTwo() {
  const hand = holdSync();
  const anna = await hand.open('anna');
  const bilal = await hand.open('bilal');
  anna.start();
  bilal.start();
  await isSynced(anna, bilal);
  return { hand, anna, bilal };
}

describe('sync: seen is saved', () => {
  test('a writer sees "saved" only after the commit, and the others see the words only then', async () => {
    const { hand, anna, bilal } = await openTwo();
    const letGo = hand.holdCommits();
    write(anna.doc, 'nuovo');
    await until(() => hand.commits() === 1);
    await settle();
    expect(anna.isSaved()).toBe(false);
    expect(textOfDoc(bilal.doc)).not.toContain('nuovo');
    letGo();
    await until(() => anna.isSaved());
    await until(() => textOfDoc(bilal.doc).includes('nuovo'));
    expect(textOfDoc(hand.stored())).toBe(textOfDoc(anna.doc));
  });

  test('whoever comes while words are being saved sees them only when they are', async () => {
    const { hand, anna } = await openTwo();
    const letGo = hand.holdCommits();
    write(anna.doc, 'in arrivo');
    await until(() => hand.commits() === 1);
    const late = await hand.open('chiara');
    late.start();
    await settle();
    expect(late.synced).toBe(false);
    expect(textOfDoc(late.doc)).not.toContain('in arrivo');
    letGo();
    await isSynced(late);
    expect(textOfDoc(late.doc)).toContain('in arrivo');
  });

  test('what gathers during one commit goes into the next as one row per author and one frame per room', async () => {
    const { hand, anna, bilal } = await openTwo();
    const chiara = await hand.open('chiara');
    chiara.start();
    await isSynced(chiara);
    const letGo = hand.holdCommits();
    write(anna.doc, 'primo');
    await until(() => hand.commits() === 1);
    for (const word of ['due', 'tre', 'quattro']) write(anna.doc, word);
    for (const word of ['cinque', 'sei']) write(bilal.doc, word);
    const rowsBefore = hand.memory.stored(hand.documentId).length;
    const framesBefore = chiara.received.length;
    letGo();
    await until(() => anna.isSaved() && bilal.isSaved());
    expect(hand.commits()).toBe(2);
    expect(hand.memory.stored(hand.documentId).length - rowsBefore).toBe(1 + 2);
    expect(chiara.received.length - framesBefore).toBe(2);
    expect(textOfDoc(chiara.doc)).toBe(textOfDoc(hand.stored()));
  });

  test('a commit whose fate is unknown closes the room; the page comes back, sends again, and nothing is doubled', async () => {
    const { hand, anna, bilal } = await openTwo();
    hand.failNextCommit(new Error('connection lost'));
    write(anna.doc, 'forse');
    await until(() => anna.closed !== undefined && bilal.closed !== undefined);
    expect([anna.closed?.code, bilal.closed?.code]).toEqual([CloseCode.restart, CloseCode.restart]);
    expect(anna.isSaved()).toBe(false);
    expect(textOfDoc(bilal.doc)).not.toContain('forse');
    const again = await hand.open('anna', 'write', anna.doc);
    again.start();
    await until(() => again.synced && again.sent > 0 && again.isSaved());
    expect(textOfDoc(hand.stored()).match(/forse/g)).toHaveLength(1);
  });

  test('a transaction that certainly left nothing is run again without anybody noticing', async () => {
    const { hand, anna, bilal } = await openTwo();
    hand.failNextCommit(new CommitAborted('deadlock'));
    write(anna.doc, 'di nuovo');
    await until(() => textOfDoc(bilal.doc).includes('di nuovo'));
    expect(anna.isSaved()).toBe(true);
    expect(anna.closed).toBeUndefined();
  });

  test('what another node wrote meanwhile is read, shown, and written on top of: nobody is sent away', async () => {
    const { hand, anna, bilal } = await openTwo();
    const foreign = {
      authorId: people.chiara,
      householdEpoch: 1,
      personEpoch: 1,
      bytes: seededPlan('altrove'),
    };
    const { documentId, householdId } = hand;
    await hand.memory.commit([
      { documentId, householdId, epoch: 1, headSeq: 1, writes: [foreign], claims: [] },
    ]);
    write(anna.doc, 'qui');
    await until(() => anna.isSaved() && textOfDoc(bilal.doc).includes('qui'));
    expect(textOfDoc(hand.stored())).toContain('qui');
    for (const { doc } of [anna, bilal]) expect(textOfDoc(doc)).toBe(textOfDoc(hand.stored()));
    expect(textOfDoc(anna.doc)).toContain('altrove');
    expect([anna.closed, bilal.closed]).toEqual([undefined, undefined]);
    expect(hand.sync.stats().roomsReloaded).toBe(0);
  });

  test('rows of another node that are not kept any more: the room is loaded anew, and its pages told everything', async () => {
    const { hand, anna, bilal } = await openTwo();
    const foreign = {
      authorId: people.chiara,
      householdEpoch: 1,
      personEpoch: 1,
      bytes: seededPlan('altrove'),
    };
    const { documentId, householdId } = hand;
    await hand.memory.commit([
      { documentId, householdId, epoch: 1, headSeq: 1, writes: [foreign], claims: [] },
    ]);
    hand.memory.forgetRows(documentId);
    write(anna.doc, 'qui');
    await until(() => anna.isSaved() && textOfDoc(bilal.doc).includes('qui'));
    for (const { doc } of [anna, bilal]) expect(textOfDoc(doc)).toBe(textOfDoc(hand.stored()));
    expect(textOfDoc(bilal.doc)).toContain('altrove');
    expect([anna.closed, bilal.closed]).toEqual([undefined, undefined]);
    expect(hand.sync.stats().roomsReloaded).toBe(1);
  });

  test('a client id that another node gave to somebody else is refused here, and what was staged under it is gone', async () => {
    const { hand, anna, bilal } = await openTwo();
    const twin = new Y.Doc();
    twin.clientID = anna.doc.clientID;
    write(twin, 'di Chiara');
    const { documentId, householdId } = hand;
    const bytes = Y.encodeStateAsUpdate(twin);
    const foreign = { authorId: people.chiara, householdEpoch: 1, personEpoch: 1, bytes };
    const claims = [{ clientId: twin.clientID, personId: people.chiara }];
    await hand.memory.commit([{ documentId, householdId, epoch: 1, headSeq: 1, writes: [foreign], claims }]);
    write(anna.doc, 'di Anna, e più lungo');
    await until(() => anna.closed !== undefined);
    expect(anna.closed).toEqual({ code: CloseCode.unsound, reason: 'foreign-client' });
    await until(() => textOfDoc(bilal.doc).includes('di Chiara'));
    expect(textOfDoc(hand.stored())).not.toContain('di Anna');
    write(bilal.doc, 'avanti');
    await until(() => bilal.isSaved());
    expect(textOfDoc(bilal.doc)).toBe(textOfDoc(hand.stored()));
  });

  test('what was sent before its page went away is stored', async () => {
    const { hand, anna, bilal } = await openTwo();
    write(anna.doc, 'ultime parole');
    anna.leave();
    await until(() => textOfDoc(bilal.doc).includes('ultime parole'));
    expect(textOfDoc(hand.stored())).toContain('ultime parole');
  });
});

describe('sync: loading', () => {
  test('frames wait while the room loads, in their order', async () => {
    const hand = holdSync();
    const letGo = hand.holdLoads();
    const anna = await hand.open('anna');
    write(anna.doc, 'presto');
    anna.start();
    await settle();
    expect(anna.received).toEqual([]);
    letGo();
    await until(() => anna.synced && anna.isSaved());
    expect(textOfDoc(hand.stored())).toContain('presto');
    expect(textOfDoc(anna.doc)).toContain('Piano');
  });

  test('a load that fails closes with "try again" and writes nothing', async () => {
    const hand = holdSync();
    const letGo = hand.holdLoads();
    const anna = await hand.open('anna');
    write(anna.doc, 'parole');
    letGo(new Error('no database'));
    await until(() => anna.closed !== undefined);
    expect(anna.closed?.code).toBe(CloseCode.tryAgain);
    expect(hand.memory.stored(hand.documentId)).toHaveLength(1);
  });

  test('an idle room leaves memory, and comes back as it was', async () => {
    const { hand, anna, bilal } = await openTwo();
    write(anna.doc, 'resta');
    await until(() => anna.isSaved());
    anna.leave();
    bilal.leave();
    hand.clock.ms += 29_000;
    await hand.sync.sweep();
    expect(hand.sync.stats().rooms).toBe(1);
    hand.clock.ms += 1_000;
    await hand.sync.sweep();
    expect(hand.sync.stats().rooms).toBe(0);
    const chiara = await hand.open('chiara');
    chiara.start();
    await isSynced(chiara);
    expect(textOfDoc(chiara.doc)).toContain('resta');
  });

  test('a long log is compacted when its room leaves memory', async () => {
    const author = new Y.Doc();
    const rows: Uint8Array[] = [];
    author.on('update', (update: Uint8Array) => rows.push(update));
    for (let word = 0; word < 510; word++) write(author, `${word}`);
    const hand = holdSync({ rows });
    const anna = await hand.open('anna');
    anna.start();
    await isSynced(anna);
    anna.leave();
    hand.clock.ms += 30_000;
    await hand.sync.sweep();
    expect(hand.sync.stats().compactions).toBe(1);
    expect((await hand.memory.load(hand.documentId))?.updates).toHaveLength(1);
    const chiara = await hand.open('chiara');
    chiara.start();
    await isSynced(chiara);
    expect(textOfDoc(chiara.doc)).toBe(textOfDoc(author));
  });
});

describe('sync: who may not write', () => {
  test.each(['read', 'annotate'] as const)(
    'an update from somebody who may only %s ends the session and is seen by nobody',
    async (access) => {
      const hand = holdSync();
      const writer = await hand.open('anna');
      const reader = await hand.open('bilal', access);
      writer.start();
      reader.start();
      await isSynced(writer, reader);
      write(reader.doc, 'di nascosto');
      await until(() => reader.closed !== undefined);
      expect(reader.closed).toEqual({ code: CloseCode.notAvailable, reason: 'read-only' });
      expect(reader.acked).toBe(0);
      await settle();
      expect(textOfDoc(writer.doc)).not.toContain('di nascosto');
      expect(hand.commits()).toBe(0);
    },
  );

  test("a reader's step 2 that says nothing new is acknowledged, with or without known deletions", async () => {
    const hand = holdSync();
    const writer = await hand.open('anna');
    writer.start();
    await isSynced(writer);
    write(writer.doc, 'via');
    writer.doc.getXmlFragment('content').delete(0);
    await until(() => writer.isSaved());
    const reader = await hand.open('bilal', 'read');
    reader.start();
    await isSynced(reader);
    reader.sendUpdate(new Uint8Array([0, 0]), 1);
    reader.sendUpdate(Y.encodeStateAsUpdate(reader.doc), 1);
    await until(() => reader.acked === 2);
    expect(reader.closed).toBeUndefined();
  });

  test("words under another person's client id end the session", async () => {
    const { anna, bilal } = await openTwo();
    write(anna.doc, 'mio');
    await until(() => anna.isSaved());
    const impostor = new Y.Doc();
    Y.applyUpdate(impostor, Y.encodeStateAsUpdate(bilal.doc));
    impostor.clientID = anna.doc.clientID;
    const before = Y.encodeStateVector(impostor);
    write(impostor, 'falso');
    bilal.sendUpdate(Y.encodeStateAsUpdate(impostor, before));
    await until(() => bilal.closed !== undefined);
    expect(bilal.closed).toEqual({ code: CloseCode.unsound, reason: 'foreign-client' });
    expect(anna.closed).toBeUndefined();
    expect(textOfDoc(anna.doc)).not.toContain('falso');
  });

  test('an unsound update ends its session only, and nothing of it stays', async () => {
    const { hand, anna, bilal } = await openTwo();
    bilal.doc.getMap('secrets').set('a', 1);
    await until(() => bilal.closed !== undefined);
    expect(bilal.closed).toEqual({ code: CloseCode.unsound, reason: 'unknown-root' });
    write(anna.doc, 'avanti');
    await until(() => anna.isSaved());
    expect(textOfDoc(hand.stored())).toBe(textOfDoc(anna.doc));
  });

  test('an update with a gap is asked for again, and counts as saved when everything came', async () => {
    const { hand, anna } = await openTwo();
    anna.doc.on('update', () => undefined);
    const lost = new Y.Doc();
    lost.clientID = anna.doc.clientID;
    Y.applyUpdate(lost, Y.encodeStateAsUpdate(anna.doc));
    write(lost, 'perduto');
    const before = Y.encodeStateVector(lost);
    write(lost, 'arrivato');
    // The first write never reaches the server; the page has both, as it would.
    Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(lost), 'server');
    anna.sendUpdate(Y.encodeStateAsUpdate(lost, before));
    await until(() => anna.sent >= 2 && anna.isSaved());
    expect(textOfDoc(hand.stored())).toContain('perduto');
    expect(anna.closed).toBeUndefined();
  });
});

describe('sync: frames that are not the protocol', () => {
  const frames: [string, Uint8Array, boolean][] = [
    ['an unknown kind', new Uint8Array([9, 1, 2]), true],
    ['an empty frame', new Uint8Array([]), true],
    ['a frame that ends early', new Uint8Array([0, 2, 200, 1]), true],
    ['a text frame', new TextEncoder().encode('hello'), false],
    ['a state vector of nonsense', syncMessage(0, new Uint8Array([255, 255, 255])), true],
    ['presence that ends early', new Uint8Array([1, 3, 5, 1, 1]), true],
  ];
  test.each(frames)('%s closes that session and no other', async (_title, bytes, isBinary) => {
    const { anna, bilal } = await openTwo();
    bilal.raw(bytes, isBinary);
    await until(() => bilal.closed !== undefined);
    expect(bilal.closed?.code).toBe(CloseCode.badFrame);
    write(anna.doc, 'avanti');
    await until(() => anna.isSaved());
    expect(anna.closed).toBeUndefined();
  });

  test('a flood is slowed down first and ended when it goes on', async () => {
    const { bilal } = await openTwo();
    const whoIsHere = new Uint8Array([MessageKind.queryAwareness]);
    for (let frame = 0; frame < 2_100; frame++) bilal.raw(whoIsHere);
    expect(bilal.isPaused).toBe(true);
    expect(bilal.closed).toBeUndefined();
    for (let frame = 0; frame < 6_000; frame++) bilal.raw(whoIsHere);
    expect(bilal.closed?.code).toBe(CloseCode.tooFast);
  });
});

describe('sync: slow and quiet connections', () => {
  test('one that takes nothing any more is closed to sync again', async () => {
    const { anna, bilal } = await openTwo();
    bilal.unsentBytes = Limits.unsentBytes + 1;
    write(anna.doc, 'molto');
    await until(() => bilal.closed !== undefined);
    expect(bilal.closed?.code).toBe(CloseCode.tryAgain);
    expect(anna.closed).toBeUndefined();
  });

  test('every page hears something at least every 20 s', async () => {
    const { hand, anna } = await openTwo();
    let heardAt = hand.clock.ms;
    for (let ms = 0; ms < 60_000; ms += 5_000) {
      const before = anna.received.length;
      hand.clock.ms += 5_000;
      await hand.sync.sweep();
      anna.raw(new Uint8Array([1, 1, 0])); // it lives, and is answered nothing
      if (anna.received.length > before) heardAt = hand.clock.ms;
      expect(hand.clock.ms - heardAt).toBeLessThan(Limits.keepAliveMs);
    }
  });

  test('a connection that has gone silent is asked whether it lives, then cut off', async () => {
    const { hand, anna } = await openTwo();
    hand.clock.ms += 30_000;
    await hand.sync.sweep();
    expect(anna.pings).toBe(1);
    expect(hand.sync.stats().connections).toBe(2);
    hand.clock.ms += 31_000;
    await hand.sync.sweep();
    expect(hand.sync.stats().connections).toBe(0);
  });

  test('an acknowledgement, the words of others and presence leave in one write', async () => {
    const { hand, anna, bilal } = await openTwo();
    const letGo = hand.holdCommits();
    write(anna.doc, 'uno');
    write(bilal.doc, 'due');
    await until(() => hand.commits() === 1);
    const before = { writes: anna.writes, frames: anna.received.length };
    letGo();
    await until(() => anna.isSaved() && textOfDoc(anna.doc).includes('due'));
    expect(anna.writes - before.writes).toBe(1);
    expect(anna.received.length - before.frames).toBe(2);
  });
});

describe('sync: shutting down', () => {
  test('what came before is committed and acknowledged, then everybody is told to come back', async () => {
    const { hand, anna, bilal } = await openTwo();
    const letGo = hand.holdCommits();
    write(anna.doc, 'in volo');
    await until(() => hand.commits() === 1);
    write(bilal.doc, 'in coda');
    const closed = hand.sync.close();
    write(bilal.doc, 'troppo tardi');
    letGo();
    await closed;
    expect(anna.closed?.code).toBe(CloseCode.restart);
    expect(anna.isSaved()).toBe(true);
    expect(bilal.sent - bilal.acked).toBe(1);
    expect(textOfDoc(hand.stored())).toContain('in coda');
    expect(textOfDoc(hand.stored())).not.toContain('troppo tardi');
    await hand.sync.close();
  });
});

test('sync: listeners hear of each commit with the live document, and a broken one disturbs nobody', async () => {
  const { hand, anna } = await openTwo();
  const heard: string[] = [];
  hand.sync.onCommitted(() => {
    throw new Error('broken listener');
  });
  hand.sync.onCommitted(({ doc, kind, documentId }) => {
    expect([kind, documentId]).toEqual(['care-plan', hand.documentId]);
    heard.push(textOfDoc(doc));
  });
  write(anna.doc, 'proiezione');
  await until(() => anna.isSaved() && heard.length === 1);
  expect(heard[0]).toBe(textOfDoc(hand.stored()));
  expect(hand.reported).toHaveLength(1);
});
