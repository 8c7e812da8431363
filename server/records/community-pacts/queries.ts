/** Community pacts as the workers read them. */
import { asc, desc, inArray } from 'drizzle-orm';
import { type Actor, mayWriteFor } from '../../../shared/access.ts';
import type { CommunityPact } from '../../../shared/records/community-pacts.ts';
import type { WritesFor } from '../../../shared/records/territory.ts';
import type { Reader } from '../../db/connect.ts';
import { shownBodyBriefs } from '../bodies/queries.ts';
import { writesFor } from '../territory/guards.ts';
import { type CommunityPactRow, communityPact, communityPactBody } from './table.ts';

/** All pacts, newest first. */
export async function readCommunityPacts(
  reader: Reader,
  actor: Actor,
): Promise<{ pacts: CommunityPact[]; writesFor: WritesFor }> {
  const rows = await reader
    .select()
    .from(communityPact)
    .orderBy(desc(communityPact.startsOn), desc(communityPact.id));
  return { pacts: await presentPacts(reader, actor, rows), writesFor: writesFor(actor) };
}

/** Rows with their bodies, in the same order. A body whose address became secret is left out. */
export async function presentPacts(
  reader: Reader,
  actor: Actor,
  rows: readonly CommunityPactRow[],
): Promise<CommunityPact[]> {
  if (rows.length === 0) return [];
  const members = await reader
    .select()
    .from(communityPactBody)
    .where(
      inArray(
        communityPactBody.communityPactId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(communityPactBody.bodyId));
  const bodies = await shownBodyBriefs(reader, [
    ...members.map(({ bodyId }) => bodyId),
    ...rows.flatMap(({ volunteers }) => volunteers.flatMap(({ bodyId }) => bodyId ?? [])),
  ]);
  return rows.map(({ volunteers, ...rest }) => ({
    ...rest,
    bodies: members
      .filter(({ communityPactId }) => communityPactId === rest.id)
      .flatMap(({ bodyId, signedOn }) => {
        const body = bodies.get(bodyId);
        return body ? [{ body, signedOn, signable: signedOn === null && mayWriteFor(actor, bodyId) }] : [];
      }),
    volunteers: volunteers.map(({ bodyId, ...words }) => ({
      ...words,
      body: (bodyId && bodies.get(bodyId)) ?? null,
    })),
  }));
}
