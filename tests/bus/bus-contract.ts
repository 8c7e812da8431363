/** What every bus must do; run in this process, on Postgres and on Redis. */
import { expect, onTestFinished, test } from 'vitest';
import type { Bus, Heard, Message, NodeId } from '../../server/bus/bus.ts';
import { DocumentId, newId } from '../../shared/ids.ts';
import { until } from '../support/until.ts';

export type BusSubject = {
  /** Two ends of one bus, connected; the same one where there is only this process. */
  open(): Promise<readonly [Bus, Bus]>;
};

/** What a listener hears, in order. */
export function listen(bus: Bus) {
  const heard: { message: Heard; from: NodeId }[] = [];
  onTestFinished(bus.subscribe((message, from) => heard.push({ message, from })));
  return {
    heard,
    of: <K extends Heard['kind']>(kind: K): Extract<Heard, { kind: K }>[] =>
      heard.map(({ message }) => message).filter((message) => message.kind === kind) as never,
  };
}

export const presence = (clientId: number, state: unknown = { cursor: 1 }, clock = 1) => ({
  clientId,
  clock,
  state: JSON.stringify(state),
});

export function describeBus({ open }: BusSubject): void {
  test('whoever listens on the node that publishes hears it before publish returns', async () => {
    const [bus] = await open();
    const { heard } = listen(bus);
    bus.publish({ kind: 'activity' });
    expect(heard).toEqual([{ message: { kind: 'activity' }, from: bus.nodeId }]);
  });

  test('every kind of message reaches the other end as it was, once, with the node it comes from', async () => {
    const [here, there] = await open();
    const { heard } = listen(there);
    const documentId = newId(DocumentId);
    const messages: Message[] = [
      { kind: 'activity' },
      { kind: 'document', documentId, seq: 7 },
      { kind: 'presence-wanted', documentId },
      {
        kind: 'presence',
        documentId,
        isWhole: true,
        states: [presence(4_294_967_295, { name: 'زينب "\\\u2028' })],
      },
    ];
    for (const message of messages) here.publish(message);
    await until(() => heard.length >= messages.length);
    expect(heard).toEqual(messages.map((message) => ({ message, from: here.nodeId })));
  });

  test('both ends hear each other', async () => {
    const [here, there] = await open();
    const [ours, theirs] = [listen(here), listen(there)];
    const [one, two] = [newId(DocumentId), newId(DocumentId)];
    here.publish({ kind: 'document', documentId: one, seq: 1 });
    there.publish({ kind: 'document', documentId: two, seq: 2 });
    const both = (heard: typeof ours) => new Set(heard.of('document').map(({ documentId }) => documentId));
    await until(() => both(ours).size === 2 && both(theirs).size === 2);
  });

  test('hints that come faster than they leave keep the newest seq of each document', async () => {
    const [here, there] = await open();
    const { of } = listen(there);
    const documents = Array.from({ length: 300 }, () => newId(DocumentId));
    for (let seq = 1; seq <= 20; seq++) {
      for (const documentId of documents) here.publish({ kind: 'document', documentId, seq });
    }
    const newest = () => new Map(of('document').map(({ documentId, seq }) => [documentId, seq]));
    await until(() => documents.every((documentId) => newest().get(documentId) === 20));
    expect(there.status().gaps).toBe(0);
  });

  test('presence longer than one message of the carrier arrives whole, and only its first part says so', async () => {
    const [here, there] = await open();
    const { of } = listen(there);
    const documentId = newId(DocumentId);
    const states = Array.from({ length: 60 }, (_, index) =>
      presence(index + 1, { cursor: 'é'.repeat(1_000) }),
    );
    here.publish({ kind: 'presence', documentId, isWhole: true, states });
    await until(() => of('presence').flatMap((message) => message.states).length === 60);
    expect(of('presence').flatMap((message) => message.states)).toEqual(states);
    expect(of('presence').map(({ isWhole }) => isWhole)).toEqual(
      of('presence').map((_, index) => index === 0),
    );
  });

  test('whoever stopped listening hears nothing more', async () => {
    const [here, there] = await open();
    const heard: Heard[] = [];
    const stop = there.subscribe((message) => heard.push(message));
    const { of } = listen(there);
    stop();
    here.publish({ kind: 'activity' });
    await until(() => of('activity').length === 1);
    expect(heard).toEqual([]);
  });

  test('after closing, publishing is harmless and heard by nobody; closing again too', async () => {
    const [here, there] = await open();
    const { of } = listen(there);
    here.publish({ kind: 'document', documentId: newId(DocumentId), seq: 1 });
    await until(() => of('document').length === 1);
    await here.close();
    await here.close();
    here.publish({ kind: 'document', documentId: newId(DocumentId), seq: 2 });
    expect(of('document')).toHaveLength(1);
  });

  test('it tells that it is connected and that nothing was missed', async () => {
    const [here, there] = await open();
    for (const bus of [here, there]) expect(bus.status()).toEqual({ isConnected: true, gaps: 0, dropped: 0 });
  });
}
