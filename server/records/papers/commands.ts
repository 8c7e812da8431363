/** Taking a document as a paper: made and written down in one transaction. */
import type { Actor } from '../../../shared/access.ts';
import { documentAccess } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { DocumentId, HouseholdId } from '../../../shared/ids.ts';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { PaperFormat } from '../../../shared/records/papers.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { storedState } from '../../sync/stored-state.ts';
import { authorise } from '../households/authority.ts';
import { documentFacts } from '../households/documents.ts';
import { readHousehold } from '../households/page.ts';
import { personBriefs } from '../people/queries.ts';
import { gatherPaper, type Subject } from './gather.ts';
import type { Paper } from './paper.ts';
import type { PaperKind } from './words.ts';

export type PaperRequest = {
  readonly householdId: HouseholdId;
  readonly documentId: DocumentId;
  readonly format: PaperFormat;
  readonly language: ScreenLanguage;
};

/**
 * The paper of a document for whoever may read it, as it is committed now. Protected notes are never one: a file goes
 * where nobody is asked for a reason. Annotations are read beside their text.
 */
export async function takePaper(context: CommandContext, request: PaperRequest): Promise<Outcome<Paper>> {
  const { tx, actor, now } = context;
  const { householdId, documentId, format, language } = request;
  const subject = await findSubject(tx, actor, request);
  if (!subject.ok) return subject;
  const me = (await personBriefs(tx, [actor.personId])).get(actor.personId);
  assert(me, 'whoever acts has an account');
  const made = { language, at: instantOf(now), by: me.name };
  const paper = await gatherPaper(tx, actor, subject.value, made);
  subject.value.doc.destroy();
  if (paper.ok) await append(context, householdId, { kind: 'paper.taken', documentId, format });
  return paper;
}

async function findSubject(
  tx: Tx,
  actor: Actor,
  { householdId, documentId }: PaperRequest,
): Promise<Outcome<Subject>> {
  const allowed = await authorise(tx, actor, householdId, 'pact.see');
  if (!allowed.ok) return allowed;
  const facts = await documentFacts(tx, documentId);
  if (facts === null || facts.householdId !== householdId || !isPaperKind(facts.kind))
    return refuse('not-available');
  if (documentAccess(actor, allowed.value, facts) === null) return refuse('not-available');
  const household = await readHousehold(tx, actor, householdId);
  if (!household.ok) return household;
  const stored = await storedState(tx, documentId);
  assert(stored, 'a document that is registered has rows');
  const { kind, conferenceId } = facts;
  return ok({ documentId, kind, conferenceId, doc: stored.doc, household: household.value });
}

const isPaperKind = (kind: DocumentKind): kind is PaperKind =>
  kind !== 'annotations' && kind !== 'protection-notes';
