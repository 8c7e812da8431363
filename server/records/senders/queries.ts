/** Registered senders, as the call centre lists them and as a key finds them. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import type { SenderId } from '../../../shared/ids.ts';
import type { ReportSender } from '../../../shared/records/report-content.ts';
import type { Sender } from '../../../shared/records/senders.ts';
import type { Reader } from '../../db/connect.ts';
import { hashOfToken } from '../../token.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { personBriefs } from '../people/queries.ts';
import { reportsBySender } from '../reports/counts.ts';
import { sender } from './table.ts';

export type KnownSender = { readonly id: SenderId } & ReportSender;

/** Who has this key, while it stands; null for any other text. */
export async function senderByKey(reader: Reader, key: string): Promise<KnownSender | null> {
  const [found] = await reader
    .select({ id: sender.id, kind: sender.kind, name: sender.name, bodyId: sender.bodyId })
    .from(sender)
    .where(and(eq(sender.keyHash, hashOfToken(key)), isNull(sender.endedAt)));
  return found ?? null;
}

/** All of them: those at work by name, then those that ended. */
export async function readSenders(reader: Reader): Promise<Sender[]> {
  const rows = await reader
    .select()
    .from(sender)
    .orderBy(sql`${sender.endedAt} is not null`, sql`${sender.name} collate "it-x-icu"`, sender.id);
  const bodies = await bodyBriefs(
    reader,
    rows.flatMap(({ bodyId }) => bodyId ?? []),
  );
  const people = await personBriefs(
    reader,
    rows.map(({ addedBy }) => addedBy),
  );
  const counts = await reportsBySender(reader);
  return rows.map(({ id, name, kind, bodyId, addedBy, addedAt, endedAt }) => {
    const by = people.get(addedBy);
    assert(by, 'a sender was added by somebody');
    const body = bodyId === null ? null : (bodies.get(bodyId) ?? null);
    return { id, name, kind, body, addedBy: by, addedAt, endedAt, reports: counts.get(id) ?? 0 };
  });
}
