/** Keeping a moment of a document as a version (X19). */
import { and, eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { DocumentId, VersionId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Version } from '../../../shared/records/versions.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authoriseDocument } from './access.ts';
import { noSuchMoment, presentVersions } from './queries.ts';
import { documentVersion } from './table.ts';

export type VersionAsked =
  | {
      readonly kind: 'named';
      readonly id: VersionId;
      readonly label: string;
      readonly epoch: number;
      readonly seq: number;
    }
  | { readonly kind: 'before-restoring'; readonly id: VersionId };

/**
 * For whoever writes in the document. It keeps a seq, not bytes: the rows it is read from are there for the history
 * window, and who forgets them stores its bytes first (server/sync/postgres-forgetting.ts). The document's lock keeps
 * both apart.
 */
export async function keepVersion(
  context: CommandContext,
  { documentId, ...asked }: VersionAsked & { readonly documentId: DocumentId },
): Promise<Outcome<Version>> {
  const { tx, actor, now } = context;
  const allowed = await authoriseDocument(tx, actor, documentId);
  if (!allowed.ok) return allowed;
  if (allowed.value.access !== 'write') return refuse('not-yours-to-do');
  const [head] = await tx.execute<{ epoch: number; head_seq: string; begins: string }>(sql`
    select document.epoch, document.head_seq, coalesce(
      (select seq from document_beginning where document_id = document.id), 0) as begins
    from document where id = ${documentId} for update`);
  assert(head, 'a document one may write in is there');
  if (asked.kind === 'named') {
    if (asked.epoch !== head.epoch) return refuse('changed-meanwhile');
    if (asked.seq > Number(head.head_seq) || asked.seq < Number(head.begins)) return noSuchMoment();
  }
  const [made] = await tx
    .insert(documentVersion)
    .values({
      id: asked.id,
      documentId,
      epoch: head.epoch,
      seq: asked.kind === 'named' ? asked.seq : Number(head.head_seq),
      kind: asked.kind,
      label: asked.kind === 'named' ? asked.label : null,
      at: instantOf(now),
      by: actor.personId,
    })
    .onConflictDoNothing()
    .returning();
  if (made !== undefined) {
    await append(context, allowed.value.householdId, {
      kind: 'version.kept',
      documentId,
      versionId: asked.id,
      why: asked.kind,
    });
  }
  const mine = and(eq(documentVersion.id, asked.id), eq(documentVersion.documentId, documentId));
  const [kept] = made ? [made] : await tx.select().from(documentVersion).where(mine);
  if (kept === undefined) return refuse('not-available');
  const [presented] = await presentVersions(tx, [kept]);
  assert(presented, 'one row gives one version');
  return ok(presented);
}
