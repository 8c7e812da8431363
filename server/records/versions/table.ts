/** Versions of documents: migrations/0024_past.sql. */
import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { DocumentId, PersonId, VersionId } from '../../../shared/ids.ts';
import type { VersionKind } from '../../../shared/records/versions.ts';
import { brandedId, bytes, instant } from '../../db/columns.ts';

export const documentVersion = pgTable('document_version', {
  id: brandedId<VersionId>().primaryKey(),
  documentId: brandedId<DocumentId>().notNull(),
  epoch: integer().notNull(),
  seq: bigint({ mode: 'number' }).notNull(),
  kind: text().$type<VersionKind>().notNull(),
  label: text(),
  /** Null while the rows it is read from are kept. */
  bytes: bytes(),
  sha256: bytes(),
  at: instant().notNull(),
  by: brandedId<PersonId>(),
});
