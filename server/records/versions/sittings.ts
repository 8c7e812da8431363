/** Minutes of the log as sittings a person can tell apart. Pure. */
import { mostRowsOfSitting, type Sitting } from '../../../shared/records/versions.ts';
import type { Minute } from '../../sync/past.ts';

/** One person who pauses longer has sat down anew. */
const longestPauseMs = 5 * 60_000;
/** And nobody remembers what was before this as the same moment. */
const longestSittingMs = 30 * 60_000;

/**
 * Minutes of one person that follow each other become one sitting. Minutes in which several wrote stay as they are:
 * of a conference one wants to see how it went. `minutes` are oldest first, and so is the answer.
 */
export function sittingsOf(minutes: readonly Minute[]): Sitting[] {
  const joined: Minute[] = [];
  for (const minute of minutes) {
    const last = joined.at(-1);
    if (last && isOneSitting(last, minute)) {
      joined[joined.length - 1] = {
        ...last,
        to: minute.to,
        end: minute.end,
        bytes: last.bytes + minute.bytes,
      };
    } else joined.push(minute);
  }
  return joined.map((sitting) => ({ ...sitting, by: [...sitting.by] }));
}

const isOneSitting = (one: Minute, next: Minute): boolean =>
  one.by.length === 1 &&
  next.by.length === 1 &&
  one.by[0] === next.by[0] &&
  Date.parse(next.start) - Date.parse(one.end) <= longestPauseMs &&
  Date.parse(next.end) - Date.parse(one.start) <= longestSittingMs &&
  next.to - one.from < mostRowsOfSitting;
