/** The tables of migrations/0004_documents.sql, for what is written through Drizzle. The hot path is postgres-commit.ts. */
import { bigint, boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { ConferenceId, DocumentId, HouseholdId, PersonId } from '../../shared/ids.ts';
import { brandedId, bytes, instant } from '../db/columns.ts';

export const document = pgTable('document', {
  id: brandedId<DocumentId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  kind: text().$type<DocumentKind>().notNull(),
  conferenceId: brandedId<ConferenceId>(),
  epoch: integer().notNull().default(1),
  schemaVersion: integer().notNull(),
  headSeq: bigint({ mode: 'number' }).notNull(),
  createdAt: instant().notNull().defaultNow(),
});

export const documentUpdate = pgTable(
  'document_update',
  {
    documentId: brandedId<DocumentId>().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    authorId: brandedId<PersonId>(),
    bytes: bytes().notNull(),
    sha256: bytes().notNull(),
  },
  (row) => [primaryKey({ columns: [row.documentId, row.seq] })],
);

export const documentClient = pgTable(
  'document_client',
  {
    documentId: brandedId<DocumentId>().notNull(),
    clientId: bigint({ mode: 'number' }).notNull(),
    personId: brandedId<PersonId>(),
    retired: boolean().notNull().default(false),
  },
  (row) => [primaryKey({ columns: [row.documentId, row.clientId] })],
);
