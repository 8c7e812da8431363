import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { firstBrokenLink } from '../../server/activity/chain.ts';
import { append, headSeq, since } from '../../server/activity/log.ts';
import { inTransaction } from '../../server/db/connect.ts';
import type { ActivityEvent } from '../../shared/activity.ts';
import { HouseholdId, newId, PersonId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';
import { happen, worldOn } from '../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const householdId = newId(HouseholdId);
const opened = (code: string): ActivityEvent => ({ kind: 'household.opened', code });

test('A: an event that the shared union does not know is not written', async () => {
  const unknown = { kind: 'household.sold' } as unknown as ActivityEvent; // what a bug of ours could pass
  await expect(happen(world, unknown)).rejects.toThrow();
  const withMore = Object.assign(opened('H-1'), { address: 'via segreta 1' });
  await expect(happen(world, withMore)).rejects.toThrow();
  expect(await headSeq(db.orm)).toBe(0);
});

test('A: a row can be neither changed nor deleted nor truncated, even by the owner of the table', async () => {
  await happen(world, opened('H-2'), { householdId });
  for (const attempt of ["update activity set kind = 'x'", 'delete from activity', 'truncate activity']) {
    await expect(db.sql.unsafe(attempt)).rejects.toThrow('append-only');
  }
  expect(await since(db.orm, 0, 10)).toMatchObject([{ seq: 1, householdId, event: opened('H-2') }]);
});

test('A: what a refused transaction appended leaves nothing, and no gap', async () => {
  const head = await headSeq(db.orm);
  const failing = inTransaction(db, async (tx) => {
    await append({ tx, now: new Date(), actor: null }, householdId, opened('H-3'));
    throw new Error('refused after all');
  });
  await expect(failing).rejects.toThrow('refused after all');
  await happen(world, opened('H-4'));
  expect((await since(db.orm, head, 10)).map(({ seq }) => seq)).toEqual([head + 1]);
});

test('A: events of one transaction keep the order they were appended in', async () => {
  const head = await headSeq(db.orm);
  const actor = { personId: newId(PersonId) };
  await inTransaction(db, async (tx) => {
    for (const code of ['a', 'b', 'c'])
      await append({ tx, now: new Date(), actor }, householdId, opened(code));
  });
  const rows = await since(db.orm, head, 10);
  expect(rows.map(({ event }) => event)).toEqual([opened('a'), opened('b'), opened('c')]);
  expect(rows.map(({ actorId }) => actorId)).toEqual([actor.personId, actor.personId, actor.personId]);
});

test('A: positions have no gaps and never become visible out of order, whoever commits first', async () => {
  const head = await headSeq(db.orm);
  const seen: number[] = [];
  let writing = true;
  const reading = (async () => {
    while (writing) {
      const rows = await since(db.orm, seen.at(-1) ?? head, 1000);
      seen.push(...rows.map(({ seq }) => seq));
    }
  })();
  await Promise.all(
    Array.from({ length: 8 }, (_, writer) =>
      inOrder(25, (n) =>
        inTransaction(db, async (tx) => {
          await append({ tx, now: new Date(), actor: null }, householdId, opened(`${writer}-${n}`));
          // Some transactions go on for a while after they appended.
          if (n % 5 === 0) await tx.execute(sql`select pg_sleep(0.005)`);
        }),
      ),
    ),
  );
  writing = false;
  await reading;
  const rest = await since(db.orm, seen.at(-1) ?? head, 1000);
  expect([...seen, ...rest.map(({ seq }) => seq)]).toEqual(
    Array.from({ length: 200 }, (_, n) => head + 1 + n),
  );
});

test('A: two transactions that append before they lock the same row do not deadlock', async () => {
  const [one, other] = [newId(PersonId), newId(PersonId)];
  await db.sql`create table if not exists lockable (id uuid primary key)`;
  await db.sql`insert into lockable values (${one})`;
  const lock = (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) =>
    tx.execute(sql`select 1 from lockable where id = ${one} for update`);
  const occasion = (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) => ({
    tx,
    now: new Date(),
    actor: { personId: other },
  });
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      inTransaction(db, async (tx) => {
        if (n % 2 === 0) await lock(tx);
        await append(occasion(tx), null, opened('H'));
        if (n % 2 === 1) await lock(tx);
      }),
    ),
  );
});

test('A: the chain is whole after all this, and a changed or missing row shows', async () => {
  expect(await firstBrokenLink(db.orm)).toBeNull();
  const [row] = await db.sql`select event from activity where seq = 3`;
  await tamper('update activity set event = event || \'{"code": "other"}\' where seq = 3');
  expect(await firstBrokenLink(db.orm)).toBe(3);
  await tamper(`update activity set event = '${JSON.stringify(row?.event)}' where seq = 3`);
  expect(await firstBrokenLink(db.orm)).toBeNull();
  await tamper('delete from activity where seq = 5');
  expect(await firstBrokenLink(db.orm)).toBe(6);
});

/** What somebody with the database's own power could do. */
async function tamper(statement: string): Promise<void> {
  await db.sql.unsafe(`alter table activity disable trigger activity_is_append_only; ${statement};
    alter table activity enable trigger activity_is_append_only`);
}

async function inOrder(times: number, work: (n: number) => Promise<void>): Promise<void> {
  for (let n = 0; n < times; n += 1) await work(n);
}
