/** Who may look into a document's past: whoever may read the document today, and nobody else learns that it exists. */
import { type Actor, documentAccess } from '../../../shared/access.ts';
import type { DocumentAccess, DocumentKind } from '../../../shared/documents/kinds.ts';
import type { DocumentId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Reader } from '../../db/connect.ts';
import { loadRelation } from '../care-team/relation.ts';
import { documentFacts } from '../households/documents.ts';

export type Readable = {
  readonly householdId: HouseholdId;
  readonly kind: DocumentKind;
  readonly access: DocumentAccess;
};

/** What the actor may do with the document now; `not-available` without access, and where there is none. */
export async function authoriseDocument(
  reader: Reader,
  actor: Actor,
  documentId: DocumentId,
): Promise<Outcome<Readable>> {
  const facts = await documentFacts(reader, documentId);
  const relation = facts && (await loadRelation(reader, actor, facts.householdId));
  const access = facts && relation && documentAccess(actor, relation, facts);
  return access ? ok({ householdId: facts.householdId, kind: facts.kind, access }) : refuse('not-available');
}
