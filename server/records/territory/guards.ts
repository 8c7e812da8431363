/** What every domain of the territory asks before it writes: for whom, and whether the text speaks of a family. */
import { type Actor, mayCoordinate, mayWriteFor } from '../../../shared/access.ts';
import type { BodyId } from '../../../shared/ids.ts';
import { type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import { bodyWriters, caseDataIn, type WritesFor } from '../../../shared/records/territory.ts';
import type { Reader } from '../../db/connect.ts';
import { directoryBodies } from '../bodies/queries.ts';

/** For which bodies the reader may write. */
export function writesFor(actor: Actor): WritesFor {
  if (mayCoordinate(actor)) return 'all';
  return actor.bodyId !== null && bodyWriters.includes(actor.function) ? [actor.bodyId] : [];
}

/**
 * Refuses whoever may not write for this body, and a body that is not in the directory: one whose address is secret is
 * as unknown here as one that never was, to those who work in it too.
 */
export async function refuseBody(reader: Reader, actor: Actor, bodyId: BodyId): Promise<Refusal | null> {
  const unknown = await refuseUnknownBodies(reader, { bodyId: [bodyId] });
  if (unknown !== null) return unknown;
  return mayWriteFor(actor, bodyId) ? null : refuse('not-yours-to-do');
}

/** Refuses bodies that are not in the directory, under the field that names them. */
export async function refuseUnknownBodies(
  reader: Reader,
  given: Readonly<Record<string, readonly BodyId[]>>,
): Promise<Refusal | null> {
  const known = await directoryBodies(reader, Object.values(given).flat());
  const unknown = Object.entries(given).find(([, ids]) => ids.some((id) => !known.has(id)));
  return unknown ? refuseField(unknown[0], 'unknown', 'No body of the directory has this id.') : null;
}

/** Refuses what looks like a family in any of these texts: a code, a tax code, “la famiglia …” (D9). */
export function refuseCaseData(texts: Readonly<Record<string, string | readonly string[]>>): Refusal | null {
  for (const [path, given] of Object.entries(texts)) {
    for (const text of [given].flat()) {
      const found = caseDataIn(text);
      if (found !== null) {
        return refuseField(
          path,
          'case-data',
          `“${found}” looks like a family: write what is meant without it.`,
        );
      }
    }
  }
  return null;
}

/** What belongs to no single body is written by the coordination of the network. */
export const refuseOthers = (actor: Actor): Refusal | null =>
  mayCoordinate(actor) ? null : refuse('not-yours-to-do');
