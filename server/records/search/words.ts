/** Finding by words, as people type them: every word must occur somewhere, accents and capitals don't matter. */
import { and, type SQL, sql } from 'drizzle-orm';

/**
 * A condition on a text that is already plain() (see migrations/0001; index it with gin_trgm_ops). No words, no
 * condition.
 */
export function matchesWords(plainText: SQL, words: string | undefined): SQL | undefined {
  const patterns = (words ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return and(...patterns.map((pattern) => sql`${plainText} like plain(${pattern})`));
}

/** More words than anybody types; each is a condition of its own. */
const mostWords = 8;
