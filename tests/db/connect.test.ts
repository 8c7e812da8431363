import { eq, sql } from 'drizzle-orm';
import { bigint, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { beforeAll, expect, expectTypeOf, test } from 'vitest';
import { brandedId, bytes, day, instant } from '../../server/db/columns.ts';
import {
  connect,
  inTransaction,
  isExclusionViolation,
  isSerializationFailure,
  isUniqueViolation,
} from '../../server/db/connect.ts';
import { Day, Instant } from '../../shared/dates.ts';
import { HouseholdId, newId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';

const db = await freshDatabase({ from: 'nothing' });

const visit = pgTable('visit', {
  householdId: brandedId<HouseholdId>().primaryKey(),
  startsAt: instant().notNull(),
  dueOn: day(),
  letter: bytes(),
  sequence: bigint({ mode: 'number' }),
  facts: jsonb().$type<unknown>(),
});
const stay = pgTable('stay', { room: integer(), note: text() });

const sample = {
  householdId: HouseholdId.parse(newId(HouseholdId)),
  startsAt: Instant.parse('2026-11-21T10:00:00.000Z'),
  dueOn: Day.parse('2026-03-29'),
  letter: new Uint8Array([0, 1, 254, 255]),
  sequence: 2 ** 53 - 1,
  facts: { quoted: '"', list: [1, null] },
};

beforeAll(async () => {
  await db.sql.unsafe(`
    create table visit (household_id uuid constraint visit_is_one primary key, starts_at timestamptz(3) not null,
      due_on date, letter bytea, sequence bigint, facts jsonb);
    create table stay (room int, note text, days daterange, constraint one_at_a_time exclude using gist (days with &&));`);
});

test('a row reads back as it was written: instants and days as ISO text, bytes as bytes', async () => {
  await db.orm.insert(visit).values(sample);
  const [row] = await db.orm.select().from(visit).where(eq(visit.householdId, sample.householdId));
  expect(row).toStrictEqual(sample);
  expectTypeOf<typeof visit.$inferSelect.householdId>().toEqualTypeOf<HouseholdId>();
  expectTypeOf<typeof visit.$inferSelect.startsAt>().toEqualTypeOf<Instant>();
});

test('a raw statement reads the same values as Drizzle, in lists too', async () => {
  const [raw] = await db.sql`select household_id as "householdId", starts_at as "startsAt", due_on as "dueOn",
    letter, sequence, facts from visit`;
  expect(raw).toStrictEqual(sample);
  const [viaDrizzle] =
    await db.orm.execute(sql`select starts_at, array_agg(starts_at) as all, array_agg(due_on) as days
    from visit group by starts_at`);
  expect(viaDrizzle).toEqual({ starts_at: sample.startsAt, all: [sample.startsAt], days: [sample.dueOn] });
});

test('a raw statement writes the same values as Drizzle', async () => {
  const other = { ...sample, householdId: HouseholdId.parse(newId(HouseholdId)) };
  await db.sql`insert into visit values (${other.householdId}, ${new Date(other.startsAt)}, ${other.dueOn},
    ${other.letter}, ${other.sequence}, ${db.sql.json(other.facts)})`;
  const [row] = await db.orm.select().from(visit).where(eq(visit.householdId, other.householdId));
  expect(row).toStrictEqual(other);
});

test('midnight and summer time in Rome change neither a day nor an instant', async () => {
  const [row] = await db.sql`select '2026-03-29 00:30:00.5+01'::timestamptz as winter,
    '2026-03-29 03:30:00+02'::timestamptz as summer, '2026-10-25'::date as day`;
  expect(row).toEqual({
    winter: '2026-03-28T23:30:00.500Z',
    summer: '2026-03-29T01:30:00.000Z',
    day: '2026-10-25',
  });
});

test('a bigint that a number cannot hold is an error, never a nearby number', async () => {
  await expect(db.sql`select 9007199254740993::bigint`).rejects.toThrow('a bigint fits a number');
});

test('a transaction whose work throws leaves nothing behind', async () => {
  const gone = { ...sample, householdId: HouseholdId.parse(newId(HouseholdId)) };
  const attempt = inTransaction(db, async (tx) => {
    await tx.insert(visit).values(gone);
    expect(await tx.execute(sql`select 1 from visit where household_id = ${gone.householdId}`)).toHaveLength(
      1,
    );
    throw new Error('changed my mind');
  });
  await expect(attempt).rejects.toThrow('changed my mind');
  expect(await db.orm.select().from(visit).where(eq(visit.householdId, gone.householdId))).toEqual([]);
});

test('a broken unique constraint is told by its name, through Drizzle and raw', async () => {
  const viaDrizzle = await errorOf(db.orm.insert(visit).values([sample, sample]));
  const raw = await errorOf(
    db.sql`insert into visit (household_id, starts_at) select household_id, now() from visit`,
  );
  for (const error of [viaDrizzle, raw]) {
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'visit_is_one')).toBe(true);
    expect(isUniqueViolation(error, 'another')).toBe(false);
    expect(isExclusionViolation(error)).toBe(false);
  }
});

test('overlapping ranges are an exclusion violation', async () => {
  const overlap = sql`insert into stay (days) values ('[2026-01-01,2026-02-01)'), ('[2026-01-31,2026-03-01)')`;
  const error = await errorOf(db.orm.execute(overlap));
  expect(isExclusionViolation(error, 'one_at_a_time')).toBe(true);
  expect(isUniqueViolation(error)).toBe(false);
});

test('of two serializable transactions that read what the other writes, one fails as such', async () => {
  const countThenAdd = () =>
    inTransaction(
      db,
      async (tx) => {
        await tx.select().from(stay);
        await bothHaveRead.arrive();
        await tx.insert(stay).values({ room: 1 });
      },
      { isolationLevel: 'serializable' },
    );
  const bothHaveRead = meetingOf(2);
  const results = await Promise.allSettled([countThenAdd(), countThenAdd()]);
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(failures.map(isSerializationFailure)).toEqual([true]);
});

test('closing twice is harmless, and a closed database answers no more', async () => {
  const other = connect(db.url, { max: 1 });
  await other.sql`select 1`;
  await other.close();
  await other.close();
  await expect(other.sql`select 1`).rejects.toThrow();
});

const errorOf = (work: Promise<unknown> | PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => expect.fail('it should have failed'),
    (error: unknown) => error,
  );

/** Everybody waits until that many have arrived. */
function meetingOf(expected: number): { arrive(): Promise<void> } {
  const complete = Promise.withResolvers<void>();
  let arrived = 0;
  return {
    arrive() {
      arrived += 1;
      if (arrived === expected) complete.resolve();
      return complete.promise;
    },
  };
}
