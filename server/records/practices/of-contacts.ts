/** Which practices were done for which contact. */
import { inArray } from 'drizzle-orm';
import type { DeskContactId, PracticeId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { practice } from './table.ts';

export async function practicesOfContacts(
  reader: Reader,
  ids: readonly DeskContactId[],
): Promise<Map<DeskContactId, PracticeId[]>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: practice.id, contactId: practice.contactId })
    .from(practice)
    .where(inArray(practice.contactId, [...ids]))
    .orderBy(practice.at);
  const found = new Map<DeskContactId, PracticeId[]>();
  for (const { id, contactId } of rows) {
    if (contactId !== null) found.set(contactId, [...(found.get(contactId) ?? []), id]);
  }
  return found;
}
