/** Consents as the team reads them. */
import { eq, inArray } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { Consent } from '../../../shared/records/consents.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { consent, consentBody } from './table.ts';

/** Given and withdrawn, in the order they were recorded. */
export async function readConsents(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ consents: Consent[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  return allowed.ok ? ok({ consents: await consentsOf(reader, householdId) }) : allowed;
}

/** For whoever has been authorised already. */
export async function consentsOf(reader: Reader, householdId: HouseholdId): Promise<Consent[]> {
  const rows = await reader
    .select()
    .from(consent)
    .where(eq(consent.householdId, householdId))
    .orderBy(consent.position);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const covered = await reader.select().from(consentBody).where(inArray(consentBody.consentId, ids));
  const bodies = await bodyBriefs(
    reader,
    covered.map(({ bodyId }) => bodyId),
  );
  const people = await personBriefs(
    reader,
    rows.flatMap(({ mediatorId }) => mediatorId ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    memberId: row.memberId,
    bodies: covered
      .filter(({ consentId }) => consentId === row.id)
      .map(({ bodyId }) => {
        const body = bodies.get(bodyId);
        assert(body, 'a consent names bodies of the network');
        return body;
      }),
    noticeVersion: row.noticeVersion,
    language: row.language,
    mediator: (row.mediatorId && people.get(row.mediatorId)) ?? null,
    given: row.givenOn,
    withdrawn: row.withdrawnOn,
  }));
}
