/** The ledger of grants, its requests and payments, and receipts: migrations/0013_pacts.sql. */
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type {
  ExpenseId,
  FileId,
  GoalId,
  GrantId,
  HouseholdId,
  PersonId,
  ProgrammeId,
} from '../../../shared/ids.ts';
import type { GrantCategory, GrantStatus, ReceiptFile } from '../../../shared/records/grants.ts';
import { brandedId, bytes, day, instant } from '../../db/columns.ts';

export const grantLedger = pgTable(
  'grant_ledger',
  {
    householdId: brandedId<HouseholdId>().notNull(),
    programmeId: brandedId<ProgrammeId>().notNull(),
    capCents: integer().notNull(),
    /** Kept by triggers. */
    heldCents: integer().notNull().default(0),
    statedBy: brandedId<PersonId>(),
    statedAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (row) => [primaryKey({ columns: [row.householdId, row.programmeId] })],
);
export type LedgerRow = typeof grantLedger.$inferSelect;

export const grantRequest = pgTable('grant_request', {
  id: brandedId<GrantId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  programmeId: brandedId<ProgrammeId>().notNull(),
  goalId: brandedId<GoalId>().notNull(),
  category: text().$type<GrantCategory>().notNull(),
  fragility: text().notNull(),
  status: text().$type<GrantStatus>().notNull(),
  requestedCents: integer().notNull(),
  approvedCents: integer(),
  /** Kept by triggers. */
  paidCents: integer().notNull().default(0),
  requestedBy: brandedId<PersonId>().notNull(),
  requestedOn: day().notNull(),
  decidedBy: brandedId<PersonId>(),
  decidedOn: day(),
  decisionReason: text(),
  version: integer().notNull().default(1),
});
export type GrantRow = typeof grantRequest.$inferSelect;

export const grantExpense = pgTable('grant_expense', {
  id: brandedId<ExpenseId>().primaryKey(),
  grantId: brandedId<GrantId>().notNull(),
  cents: integer().notNull(),
  category: text().$type<GrantCategory>().notNull(),
  payee: text().notNull(),
  paidOn: day().notNull(),
  receipt: text().notNull(),
  fileId: brandedId<FileId>(),
  note: text().notNull(),
  reversesId: brandedId<ExpenseId>(),
  recordedBy: brandedId<PersonId>().notNull(),
  recordedAt: instant().notNull(),
});

export const storedFile = pgTable('stored_file', {
  id: brandedId<FileId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  name: text().notNull(),
  type: text().$type<ReceiptFile['type']>().notNull(),
  size: integer().notNull(),
  sha256: bytes().notNull(),
  bytes: bytes().notNull(),
  storedBy: brandedId<PersonId>().notNull(),
  storedAt: instant().notNull(),
});
