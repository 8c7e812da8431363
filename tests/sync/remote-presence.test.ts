import { expect, onTestFinished, test } from 'vitest';
import type { Bus, Listener, Message } from '../../server/bus/bus.ts';
import { type Frame, presenceFrame, readPresence } from '../../server/sync/frame.ts';
import { createRemotePresence } from '../../server/sync/remote-presence.ts';
import { DocumentId, newId } from '../../shared/ids.ts';

/** Nodes whose messages arrive at once, or not at all. */
function createNetwork() {
  const clock = { ms: 0 };
  const ears = new Map<string, Set<Listener>>();
  const network = { clock, isDown: false, start };

  function start(nodeId: string, documentId: DocumentId) {
    const own = new Set<Listener>();
    ears.set(nodeId, own);
    const bus: Bus = {
      nodeId,
      isLocal: false,
      publish(message: Message) {
        for (const listener of own) listener(message, nodeId);
        if (network.isDown) return;
        for (const [id, listeners] of ears)
          if (id !== nodeId) for (const listener of listeners) listener(message, nodeId);
      },
      subscribe(listener) {
        own.add(listener);
        return () => own.delete(listener);
      },
      status: () => ({ isConnected: !network.isDown, gaps: 0, dropped: 0 }),
      close: async () => own.clear(),
    };
    const presence = createRemotePresence(bus, () => clock.ms);
    onTestFinished(presence.close);
    const elsewhere = presence.open(documentId, () => undefined);
    return {
      presence,
      elsewhere,
      show: (clientId: number, clock: number, state = '{"cursor":1}') =>
        elsewhere.tell(presenceFrame([{ clientId, clock, state }])),
      changes: () => told(elsewhere.takeChanges()),
      everybody: () => told(elsewhere.everybody()),
      /** Without a word, as a crash is. */
      die: () => ears.delete(nodeId),
      reconnect: () => {
        for (const listener of own) listener({ kind: 'missed' }, nodeId);
      },
    };
  }
  return network;
}

const told = (frame: Frame | undefined) => (frame === undefined ? [] : readPresence(frame));

function startTwo() {
  const network = createNetwork();
  const documentId = newId(DocumentId);
  const here = network.start('here', documentId);
  const there = network.start('there', documentId);
  return { network, documentId, here, there };
}

test('whom another node shows is told once as a change, and to newcomers whole', () => {
  const { here, there } = startTwo();
  there.show(7, 1);
  there.show(7, 2, '{"cursor":2}');
  there.show(8, 1);
  const both = [
    { clientId: 7, clock: 2, state: '{"cursor":2}' },
    { clientId: 8, clock: 1, state: '{"cursor":1}' },
  ];
  expect(here.changes()).toEqual(both);
  expect(here.changes()).toEqual([]);
  expect(here.everybody()).toEqual(both);
  there.show(7, 2, 'null');
  expect(here.changes()).toEqual([{ clientId: 7, clock: 2, state: 'null' }]);
  expect(here.everybody()).toEqual([both[1]]);
});

test('a node that opens the document asks, and is told at once', () => {
  const { network, documentId, here } = startTwo();
  here.show(7, 3);
  const late = network.start('late', documentId);
  expect(late.everybody()).toEqual([{ clientId: 7, clock: 3, state: '{"cursor":1}' }]);
});

test('people of a node that died are gone after half a minute; those of one that lives stay', () => {
  const { network, documentId, here, there } = startTwo();
  const third = network.start('third', documentId);
  there.show(7, 1);
  third.show(8, 1);
  here.changes();
  there.die();
  for (let seconds = 0; seconds < 30; seconds += 10) {
    for (const { presence } of [here, third]) presence.tend();
    expect(here.everybody()).toHaveLength(2);
    network.clock.ms += 10_000;
  }
  network.clock.ms += 1;
  for (const { presence } of [third, here]) presence.tend();
  expect(here.changes()).toEqual([{ clientId: 7, clock: 1, state: 'null' }]);
  expect(here.everybody().map(({ clientId }) => clientId)).toEqual([8]);
});

test('a leave that got lost is made good by the next whole telling', () => {
  const { network, here, there } = startTwo();
  there.show(7, 1);
  there.show(8, 1);
  here.changes();
  network.isDown = true;
  there.show(7, 1, 'null');
  network.isDown = false;
  there.presence.tend();
  expect(here.changes()).toEqual([{ clientId: 7, clock: 1, state: 'null' }]);
});

test('after the bus was dead for long everybody comes back at once, newer than what pages remember', () => {
  const { network, here, there } = startTwo();
  there.show(7, 5);
  here.changes();
  network.isDown = true;
  network.clock.ms += 31_000;
  here.presence.tend();
  expect(here.changes()).toEqual([{ clientId: 7, clock: 5, state: 'null' }]);
  network.isDown = false;
  here.reconnect();
  expect(here.changes()).toEqual([{ clientId: 7, clock: 6, state: '{"cursor":1}' }]);
  there.show(7, 6, '{"cursor":9}');
  expect(here.changes()).toEqual([{ clientId: 7, clock: 7, state: '{"cursor":9}' }]);
});

test('a page that moved here from there is not taken away by what there says of it', () => {
  const { here, there } = startTwo();
  there.show(7, 4);
  here.show(7, 5);
  there.show(7, 4, 'null');
  expect(here.changes().filter(({ state }) => state === 'null')).toEqual([]);
  here.show(7, 5, 'null');
  there.show(7, 6);
  expect(here.everybody()).toEqual([{ clientId: 7, clock: 6, state: '{"cursor":1}' }]);
});

test('a document that closes takes its people along', () => {
  const { here, there } = startTwo();
  there.show(7, 1);
  here.changes();
  there.elsewhere.close();
  expect(here.changes()).toEqual([{ clientId: 7, clock: 1, state: 'null' }]);
});
