/** Who writes under which client id of a document. */
import { sql } from 'drizzle-orm';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import type { Reader } from '../db/connect.ts';

/** By client id; nobody's ids (a seed's, a rebuilt document's) are left out. */
export async function peopleOfClients(
  reader: Reader,
  documentId: DocumentId,
  clientIds: readonly number[],
): Promise<Map<number, PersonId>> {
  if (clientIds.length === 0) return new Map();
  const rows = await reader.execute<{ clientId: string; personId: PersonId }>(sql`
    select client_id as "clientId", person_id as "personId" from document_client
    where document_id = ${documentId} and person_id is not null
      and client_id in (${sql.join(
        [...new Set(clientIds)].map((id) => sql`${id}`),
        sql`, `,
      )})`);
  return new Map(rows.map(({ clientId, personId }) => [Number(clientId), personId]));
}
