/** A storm: work goes on while the database ends its connections again and again, in every state they can be in. */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { connect, inTransaction, isConnectionLost } from '../../server/db/connect.ts';
import { freshDatabase } from '../support/database.ts';

const db = await freshDatabase({ from: 'nothing' });
const stormMs = 2_500;

beforeAll(() => db.sql`create table half (pair uuid, side int)`);

test('a storm of lost connections: every call is answered, in time, with its result or with a lost connection', async () => {
  const pool = connect(db.url, { max: 6 });
  await pool.sql`select 1`; // a pool whose very first connection breaks has nothing to go on with
  const seen = { done: [] as string[], lost: 0, others: [] as unknown[], slowestMs: 0 };
  const endsAt = Date.now() + stormMs;

  async function keepOn(work: (pair: string) => Promise<void>): Promise<void> {
    while (Date.now() < endsAt) {
      const [pair, began] = [crypto.randomUUID(), Date.now()];
      await work(pair).then(
        () => seen.done.push(pair),
        (error: unknown) => (isConnectionLost(error) ? seen.lost++ : seen.others.push(error)),
      );
      seen.slowestMs = Math.max(seen.slowestMs, Date.now() - began);
    }
  }
  const writePair = (pair: string): Promise<void> =>
    inTransaction(pool, async (tx) => {
      await tx.execute(sql`insert into half values (${pair}, 1)`);
      if (pair < '8') await passTime(); // away from the database while the connection goes
      const rows = await tx.execute(sql`insert into half values (${pair}, 2) returning side`);
      expect(rows).toHaveLength(1);
    });
  const read = async (pair: string): Promise<void> => {
    expect(await pool.sql`select ${pair}::text as said`).toEqual([{ said: pair }]);
  };

  const storm = (async () => {
    while (Date.now() < endsAt) {
      await db.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and random() < 0.6`.catch(
        () => undefined,
      );
      await passTime();
    }
  })();
  await Promise.all([storm, ...Array.from({ length: 9 }, () => keepOn(writePair))].concat(keepOn(read)));
  await pool.close();

  expect(seen.others).toEqual([]);
  expect(seen.lost).toBeGreaterThan(20);
  expect(seen.slowestMs).toBeLessThan(8_000); // not the ten seconds of a connection that never speaks again
  const stored = await db.sql<{ pair: string; sides: number }[]>`
    select pair, count(*)::int as sides from half group by pair`;
  expect(stored.filter(({ sides }) => sides !== 2)).toEqual([]);
}, 60_000);

test('a transaction that lost its connection writes nothing afterwards, whatever its work does', async () => {
  const pool = connect(db.url, { max: 1 });
  const lost = Promise.withResolvers<void>();
  const said = Promise.withResolvers<unknown>();
  const attempt = inTransaction(pool, async (tx) => {
    const [mine] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await db.sql`select pg_terminate_backend(${mine?.pid ?? 0})`;
    await lost.promise;
    await tx.execute(sql`insert into half values (${crypto.randomUUID()}, 9)`).catch(said.resolve);
  });
  await expect(attempt).rejects.toSatisfy(isConnectionLost);
  await pool.sql`select 1`; // the same connection, opened again for somebody else
  lost.resolve();
  expect(await said.promise).toMatchObject({ cause: { message: expect.stringContaining('is over') } });
  expect(await pool.sql`select side from half where side = 9`).toEqual([]);
  await pool.close();
});

test('a statement of a transaction that has ended is refused, never run in another’s', async () => {
  const pool = connect(db.url, { max: 1 });
  const kept = await inTransaction(pool, async (tx) => ({ late: () => tx.execute(sql`select 1`) }));
  await expect(kept.late()).rejects.toThrow();
  await pool.close();
});

const passTime = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
