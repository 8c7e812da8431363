/** A session without its password: checking one is slow by design, and most tests are about something else. */
import { hashOfSessionId } from '../../server/auth/session-adapter.ts';
import { session } from '../../server/auth/table.ts';
import type { Database } from '../../server/db/connect.ts';
import { instantOf } from '../../shared/dates.ts';
import type { PersonId } from '../../shared/ids.ts';

/** Opens one for an hour and answers its cookie. */
export async function openSession({ orm }: Database, personId: PersonId): Promise<string> {
  const id = crypto.randomUUID();
  await orm.insert(session).values({
    idHash: hashOfSessionId(id),
    personId,
    createdAt: instantOf(new Date()),
    expiresAt: instantOf(new Date(Date.now() + 3_600_000)),
  });
  return `trama_session=${id}`;
}
