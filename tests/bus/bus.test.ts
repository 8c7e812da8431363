import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Bus, createLocalBus } from '../../server/bus/bus.ts';
import { createGathering } from '../../server/bus/gathering.ts';
import type { Carrier } from '../../server/bus/link.ts';
import { postgresCarrier } from '../../server/bus/postgres-carrier.ts';
import { redisCarrier } from '../../server/bus/redis-carrier.ts';
import { createRemoteBus } from '../../server/bus/remote-bus.ts';
import { DocumentId, newId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';
import { startRedis } from '../support/redis-server.ts';
import { until } from '../support/until.ts';
import { describeBus, listen, presence } from './bus-contract.ts';

const db = await freshDatabase();
const redis = await startRedis();
afterAll(() => redis.kill());

async function openEnds(carrier: Carrier): Promise<readonly [Bus, Bus]> {
  const ends = [createRemoteBus(carrier), createRemoteBus(carrier)] as const;
  for (const end of ends) onTestFinished(() => end.close());
  await until(() => ends.every((end) => end.status().isConnected));
  return ends;
}

describe('bus: this process', () =>
  describeBus({
    async open() {
      const bus = createLocalBus();
      onTestFinished(() => bus.close());
      return [bus, bus];
    },
  }));
describe('bus: Postgres', () => describeBus({ open: () => openEnds(postgresCarrier(db.url)) }));
describe('bus: Redis', () => describeBus({ open: () => openEnds(redisCarrier(redis.url)) }));

/** Takes the connections of both ends away; answers how to give them back. */
const breaks: [string, () => Carrier, () => Promise<() => Promise<void>>][] = [
  [
    'Redis',
    () => redisCarrier(redis.url),
    async () => {
      await redis.kill();
      return redis.start;
    },
  ],
  [
    'Postgres',
    () => postgresCarrier(db.url),
    async () => {
      await db.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ~* '^listen'`;
      return async () => undefined;
    },
  ],
];

describe.each(breaks)('bus: %s is lost', (_name, carrier, breakIt) => {
  test('publishing goes on without throwing, the state is told, and when it is back both ends look and hear', async () => {
    const [here, there] = await openEnds(carrier());
    const [ours, theirs] = [listen(here), listen(there)];
    const mend = await breakIt();
    await until(() => here.status().gaps + there.status().gaps > 0 || !here.status().isConnected);
    for (let seq = 0; seq < 1_000; seq++)
      here.publish({ kind: 'document', documentId: newId(DocumentId), seq });
    expect(ours.of('document')).toHaveLength(1_000);
    await mend();
    await until(() => [here, there].every((bus) => bus.status().isConnected && bus.status().gaps > 0));
    await until(() => [ours, theirs].every(({ of }) => of('missed').length > 0));
    const documentId = newId(DocumentId);
    here.publish({ kind: 'document', documentId, seq: 3 });
    await until(() => theirs.of('document').some((hint) => hint.documentId === documentId));
  });
});

describe('bus: over a carrier that misbehaves', () => {
  /** A carrier of this process; texts are dropped, kept back or refused as told. */
  function createCarrier() {
    const ears = new Set<(text: string) => void>();
    const carrier = {
      name: 'hand',
      mostBytes: 7_900,
      sent: 0,
      pass: (_text: string): Promise<boolean> => Promise.resolve(true),
      async open({ hear }: { hear: (text: string) => void }) {
        ears.add(hear);
        return {
          async send(text: string) {
            carrier.sent++;
            if (await carrier.pass(text)) for (const ear of ears) ear(text);
          },
          close: async () => void ears.delete(hear),
        };
      },
      say: (text: string) => {
        for (const ear of ears) ear(text);
      },
    };
    return carrier;
  }

  test('a text that got lost shows at the next one: a gap is counted and listeners are told to look', async () => {
    const carrier = createCarrier();
    const [here, there] = await openEnds(carrier);
    const { of } = listen(there);
    here.publish({ kind: 'document', documentId: newId(DocumentId), seq: 1 });
    await until(() => of('document').length === 1);
    carrier.pass = async (text) => !text.includes('"seq":2');
    here.publish({ kind: 'document', documentId: newId(DocumentId), seq: 2 });
    await until(() => carrier.sent > 3);
    expect(of('missed')).toHaveLength(0);
    here.publish({ kind: 'document', documentId: newId(DocumentId), seq: 3 });
    await until(() => of('missed').length === 1);
    expect(of('document').map(({ seq }) => seq)).toEqual([1, 3]);
    expect(there.status().gaps).toBe(1);
  });

  test('a slow one makes nothing queue up: while a text is on its way, hints of a document become one', async () => {
    const carrier = createCarrier();
    const [here, there] = await openEnds(carrier);
    const { of } = listen(there);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    carrier.pass = () => promise;
    const before = carrier.sent;
    const documentId = newId(DocumentId);
    for (let seq = 1; seq <= 1_000; seq++) {
      here.publish({ kind: 'document', documentId, seq });
      if (seq % 100 === 0) await new Promise((next) => setImmediate(next));
    }
    expect(carrier.sent - before).toBe(1);
    carrier.pass = async () => true;
    resolve(true);
    await until(() => of('document').at(-1)?.seq === 1_000);
    expect(of('document')).toHaveLength(2);
  });

  test('one that takes texts and brings none back is given up, and opened again', async () => {
    const carrier = createCarrier();
    const states: boolean[] = [];
    const onStateChange = (isConnected: boolean) => states.push(isConnected);
    const bus = createRemoteBus(carrier, { deadAfterMs: 100, onStateChange });
    onTestFinished(() => bus.close());
    carrier.pass = async () => false;
    await until(() => states.length >= 3);
    carrier.pass = async () => true;
    expect(states.slice(0, 3)).toEqual([true, false, true]);
    await until(() => bus.status().isConnected);
    expect(bus.status().gaps).toBeGreaterThan(0);
  });

  test('nonsense and what a newer release might say are passed over', async () => {
    const carrier = createCarrier();
    const [here, there] = await openEnds(carrier);
    const { heard, of } = listen(there);
    carrier.say('garbage');
    carrier.say('{"from":"x","number":1,"messages":[{"kind":"song"}]}');
    carrier.say('{"from":"x","number":-1,"messages":[]}');
    here.publish({ kind: 'activity' });
    await until(() => of('activity').length === 1);
    expect(heard).toHaveLength(1);
  });

  test('a presence too long for the carrier is left out and counted; the others beside it arrive', async () => {
    const [here, there] = await openEnds(createCarrier());
    const { of } = listen(there);
    const documentId = newId(DocumentId);
    const states = [presence(1, 'x'.repeat(7_900)), presence(2)];
    here.publish({ kind: 'presence', documentId, isWhole: false, states });
    await until(() => of('presence').length === 1);
    expect(of('presence')[0]?.states).toEqual([presence(2)]);
    expect(here.status().dropped).toBe(1);
  });
});

test('bus: of a person who moves, only the newest state waits to be told', () => {
  const gathering = createGathering(() => undefined);
  const documentId = newId(DocumentId);
  for (let clock = 1; clock <= 50; clock++) {
    gathering.add({ kind: 'presence', documentId, isWhole: false, states: [presence(1, { clock }, clock)] });
  }
  const [pack] = gathering.takePacks(7_900);
  expect(pack?.map((text) => JSON.parse(text))).toEqual([
    { kind: 'presence', documentId, isWhole: false, states: [presence(1, { clock: 50 }, 50)] },
  ]);
  expect(gathering.isEmpty()).toBe(true);
});
