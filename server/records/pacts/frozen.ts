/** Whether a pact's text is frozen: a leaf, because access to documents asks it. */
import { and, eq, ne } from 'drizzle-orm';
import type { DocumentId, HouseholdId } from '../../../shared/ids.ts';
import { isTextFrozen } from '../../../shared/records/pacts.ts';
import type { Reader } from '../../db/connect.ts';
import { pact } from './table.ts';

/** True from the proposal on, and again false only when it is reopened. */
export async function isPactTextFrozen(reader: Reader, documentId: DocumentId): Promise<boolean> {
  const [row] = await reader
    .select({ status: pact.status })
    .from(pact)
    .where(eq(pact.documentId, documentId));
  return row !== undefined && isTextFrozen(row.status);
}

/** The household's texts that are frozen. */
export async function frozenPactTexts(
  reader: Reader,
  householdId: HouseholdId,
): Promise<ReadonlySet<DocumentId>> {
  const rows = await reader
    .select({ id: pact.documentId })
    .from(pact)
    .where(and(eq(pact.householdId, householdId), ne(pact.status, 'draft')));
  return new Set(rows.map(({ id }) => id));
}
