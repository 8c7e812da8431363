/** The partner registry and the networks of the Case as the workers read them. */
import { isNull } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { Body } from '../../../shared/records/bodies.ts';
import type { NetworkTie, Partner } from '../../../shared/records/partners.ts';
import type { WritesFor } from '../../../shared/records/territory.ts';
import type { Reader } from '../../db/connect.ts';
import { directoryOfBodies } from '../bodies/queries.ts';
import { writesFor } from '../territory/guards.ts';
import { networkTie, type PartnerRow, partner } from './table.ts';

/** As many bodies as one page draws. */
const most = 2000;

/** The bodies of the directory by name, and the ties between two of them that hold today. */
export async function readPartners(
  reader: Reader,
  actor: Actor,
): Promise<{ partners: Partner[]; ties: NetworkTie[]; writesFor: WritesFor }> {
  const bodies = await directoryOfBodies(reader, { limit: most });
  const known = new Set(bodies.map(({ id }) => id));
  const partnerships = new Map(
    (await reader.select().from(partner)).map((row) => [row.bodyId, row] as const),
  );
  const ties = await reader.select().from(networkTie).where(isNull(networkTie.until));
  return {
    partners: bodies.map((body) => presentPartner(body, partnerships.get(body.id) ?? null)),
    ties: ties
      .filter(({ casaId, bodyId }) => known.has(casaId) && known.has(bodyId))
      .map(({ casaId, bodyId, kind, since }) => ({ casaId, bodyId, kind, since })),
    writesFor: writesFor(actor),
  };
}

/** A body with what the registry knows of it. */
export function presentPartner(body: Body, row: PartnerRow | null): Partner {
  const { id, name, kind, sector, public: isPublic, district, area, languages, resources } = body;
  return {
    body: { id, name, kind, sector, public: isPublic },
    district,
    area,
    languages,
    resources,
    partnership: row && partnershipOf(row),
  };
}

function partnershipOf({ bodyId, x, y, ...rest }: PartnerRow): NonNullable<Partner['partnership']> {
  return { ...rest, place: x === null || y === null ? null : { x, y } };
}
