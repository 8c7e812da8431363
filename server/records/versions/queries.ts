/** Reading a document's past (X19). */
import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { DocumentId, VersionId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { DocumentPast, Version } from '../../../shared/records/versions.ts';
import type { World } from '../../command.ts';
import type { Reader } from '../../db/connect.ts';
import { FileAnswer } from '../../route.ts';
import { isStoredAs, type PastStates, readMinutes, readPastHead } from '../../sync/past.ts';
import { personBriefs } from '../people/queries.ts';
import { authoriseDocument } from './access.ts';
import { sittingsOf } from './sittings.ts';
import { documentVersion } from './table.ts';

const binary = 'application/octet-stream';

/** When it was written in, by whom, and its versions: the newest sittings before a row. */
export async function readPast(
  { db }: World,
  actor: Actor,
  documentId: DocumentId,
  before: number | undefined,
): Promise<Outcome<DocumentPast>> {
  const allowed = await authoriseDocument(db.orm, actor, documentId);
  if (!allowed.ok) return allowed;
  const past = await readPastHead(db.sql, documentId);
  if (past === undefined) return refuse('not-available');
  const { epoch, head, begins } = past;
  const { minutes, older } = await readMinutes(db.sql, documentId, {
    after: begins.seq,
    before: before ?? head + 1,
  });
  const sittings = sittingsOf(minutes);
  const people = await personBriefs(
    db.orm,
    sittings.flatMap(({ by }) => by),
  );
  return ok({
    epoch,
    head,
    begins,
    sittings,
    older,
    people: [...people.values()],
    versions: await versionsOf(db.orm, documentId),
  });
}

const told = {
  id: documentVersion.id,
  kind: documentVersion.kind,
  label: documentVersion.label,
  seq: documentVersion.seq,
  at: documentVersion.at,
  by: documentVersion.by,
};
type ToldRow = Pick<typeof documentVersion.$inferSelect, keyof typeof told>;

async function versionsOf(reader: Reader, documentId: DocumentId): Promise<Version[]> {
  const rows = await reader
    .select(told)
    .from(documentVersion)
    .where(eq(documentVersion.documentId, documentId))
    .orderBy(asc(documentVersion.seq), asc(documentVersion.at), asc(documentVersion.id));
  return presentVersions(reader, rows);
}

export async function presentVersions(reader: Reader, rows: readonly ToldRow[]): Promise<Version[]> {
  const people = await personBriefs(
    reader,
    rows.flatMap(({ by }) => by ?? []),
  );
  return rows.map(({ by, id, kind, label, seq, at }) => ({
    id,
    kind,
    label,
    seq,
    at,
    by: by === null ? null : (people.get(by) ?? null),
  }));
}

/** The state before a row and the rows up to another. Asked again whether it may be read when it has been built. */
export async function readSpan(
  { db }: World,
  states: PastStates,
  actor: Actor,
  documentId: DocumentId,
  { epoch, from, to }: { readonly epoch: number; readonly from: number; readonly to: number },
): Promise<Outcome<FileAnswer>> {
  const allowed = await authoriseDocument(db.orm, actor, documentId);
  if (!allowed.ok) return allowed;
  if (to < from - 1) return noSuchMoment();
  const span = await states.span(documentId, epoch, from, to);
  const still = await authoriseDocument(db.orm, actor, documentId);
  if (!still.ok) return still;
  switch (span.kind) {
    case 'span':
      return ok(new FileAnswer('span', binary, span.packed));
    case 'rebuilt':
      return refuse('changed-meanwhile');
    case 'too-large':
      return refuse('too-large');
    case 'not-kept':
      return noSuchMoment();
  }
}

/** The state a version keeps: its own bytes, or what the log says of its moment. */
export async function readVersion(
  { db }: World,
  states: PastStates,
  actor: Actor,
  { documentId, versionId }: { readonly documentId: DocumentId; readonly versionId: VersionId },
): Promise<Outcome<FileAnswer>> {
  const allowed = await authoriseDocument(db.orm, actor, documentId);
  if (!allowed.ok) return allowed;
  const [row] = await db.orm
    .select()
    .from(documentVersion)
    .where(and(eq(documentVersion.id, versionId), eq(documentVersion.documentId, documentId)));
  if (row === undefined) return refuse('not-available');
  const { epoch, seq, bytes, sha256 } = row;
  assert(
    bytes === null || (sha256 && isStoredAs(bytes, sha256)),
    'a version has the hash it was stored with',
  );
  const state = bytes ?? (await states.stateAt(documentId, epoch, seq));
  const still = await authoriseDocument(db.orm, actor, documentId);
  if (!still.ok) return still;
  return state === null ? refuse('not-available') : ok(new FileAnswer('version', binary, state));
}

export const noSuchMoment = () =>
  refuseField('to', 'no-such-moment', 'The document has no such moment, or it is no longer kept.');
