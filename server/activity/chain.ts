/** Checks that nobody changed or took out a row of the log behind its back. */
import { sql } from 'drizzle-orm';
import type { Reader } from '../db/connect.ts';

/**
 * The position of the first row that doesn't follow from the one before it (changed, or one before it is missing), or
 * null when the chain is whole. Reads the whole log. Rows cut off at the end show only against a head kept elsewhere.
 */
export async function firstBrokenLink(reader: Reader): Promise<number | null> {
  const [row] = await reader.execute<{ seq: number | null }>(sql`
    select min(seq) as seq from (
      select *, lag(seq, 1, 0::bigint) over (order by seq) as seq_before,
        lag(hash, 1, sha256('trama')) over (order by seq) as hash_before
      from activity
    ) link
    where seq <> seq_before + 1 or prev_hash <> hash_before
      or hash <> activity_hash(prev_hash, seq, at, actor_id, household_id, event)`);
  return row?.seq ?? null;
}
