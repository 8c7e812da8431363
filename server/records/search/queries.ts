/** Search over what the reader may see. */
import type { Actor } from '../../../shared/access.ts';
import type { SearchHit } from '../../../shared/records/search.ts';
import type { Reader } from '../../db/connect.ts';
import { directoryOfBodies } from '../bodies/queries.ts';
import { searchCases } from '../households/search.ts';
import { colleagues } from '../people/queries.ts';

/** Of bodies and of people; a person looking for more opens the directory. */
const mostPerKind = 8;

export async function search(reader: Reader, actor: Actor, words: string): Promise<SearchHit[]> {
  const [cases, people, bodies] = await Promise.all([
    searchCases(reader, actor, words),
    // The directory of workers is for workers.
    actor.function === 'family' ? [] : colleagues(reader, { words, limit: mostPerKind }),
    directoryOfBodies(reader, { words, limit: mostPerKind }),
  ]);
  return [
    ...cases,
    ...people.map(
      ({ id, name, title, body }): SearchHit => ({
        kind: 'person',
        id,
        householdId: null,
        title: name,
        detail: [title, body?.name].filter(Boolean).join(' · '),
      }),
    ),
    ...bodies.map(
      ({ id, name, area }): SearchHit => ({
        kind: 'body',
        id,
        householdId: null,
        title: name,
        detail: area ?? '',
      }),
    ),
  ];
}
