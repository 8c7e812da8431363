/** Practices as desks read them. */
import { desc, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import type { Practice } from '../../../shared/records/practices.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { personBriefs } from '../people/queries.ts';
import { type PracticeRow, practice } from './table.ts';

/** The latest first. */
export async function listPractices(
  reader: Reader,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<{ items: Practice[]; next: string | null }> {
  const key = sql`${practice.at}, ${practice.id}`;
  const last = sql`(select ${key} from ${practice} where ${practice.id}::text = ${after ?? ''})`;
  const rows = await reader
    .select()
    .from(practice)
    .where(after === undefined ? undefined : sql`(${key}) < ${last}`)
    .orderBy(desc(practice.at), desc(practice.id))
    .limit(limit + 1);
  const items = await presentPractices(reader, rows.slice(0, limit));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Rows with the names that go with them, in the same order. */
export async function presentPractices(reader: Reader, rows: readonly PracticeRow[]): Promise<Practice[]> {
  const bodies = await bodyBriefs(
    reader,
    rows.map(({ deskId }) => deskId),
  );
  const people = await personBriefs(
    reader,
    rows.map(({ byId }) => byId),
  );
  return rows.map(({ deskId, byId, onDay: on, ...rest }) => {
    const [desk, by] = [bodies.get(deskId), people.get(byId)];
    assert(desk && by, 'a practice was done at a desk by somebody');
    return { ...rest, on, desk, by };
  });
}
