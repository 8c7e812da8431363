/** Pacts, their commitments, answers, extensions, copies and remarks: migrations/0013_pacts.sql. */
import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type {
  BodyId,
  CommitmentId,
  DocumentId,
  GoalId,
  HouseholdId,
  MemberId,
  PactId,
  PersonId,
  ProgrammeId,
  SignatureId,
} from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type {
  CommitmentState,
  PactEnding,
  PactParty,
  PactStatus,
  PactSupport,
  Signature,
} from '../../../shared/records/pacts.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const pact = pgTable('pact', {
  id: brandedId<PactId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  programmeId: brandedId<ProgrammeId>(),
  caseManagerId: brandedId<PersonId>().notNull(),
  beneficiaryId: brandedId<MemberId>().notNull(),
  language: text().$type<ContentLanguage>().notNull(),
  startsOn: day().notNull(),
  endsOn: day().notNull(),
  extendedTo: day(),
  status: text().$type<PactStatus>().notNull(),
  supports: text().array().$type<PactSupport[]>().notNull(),
  goalIds: uuid().array().$type<GoalId[]>().notNull(),
  reviewOn: day(),
  review: text(),
  documentId: brandedId<DocumentId>().notNull(),
  hash: text(),
  round: integer().notNull().default(0),
  proposedAt: instant(),
  inForceSince: instant(),
  endedOn: day(),
  endedHow: text().$type<PactEnding>(),
  endReason: text(),
  draftedBy: brandedId<PersonId>().notNull(),
  draftedAt: instant().notNull(),
  version: integer().notNull().default(1),
});
export type PactRow = typeof pact.$inferSelect;

export const pactCommitment = pgTable('pact_commitment', {
  id: brandedId<CommitmentId>().primaryKey(),
  pactId: brandedId<PactId>().notNull(),
  personId: brandedId<PersonId>(),
  memberId: brandedId<MemberId>(),
  bodyId: brandedId<BodyId>(),
  what: text().notNull(),
  due: day(),
  state: text().$type<CommitmentState>().notNull().default('open'),
  note: text().notNull().default(''),
  position: integer().notNull(),
  version: integer().notNull().default(1),
});
export type CommitmentRow = typeof pactCommitment.$inferSelect;

export const pactSignature = pgTable('pact_signature', {
  id: brandedId<SignatureId>().primaryKey(),
  pactId: brandedId<PactId>().notNull(),
  round: integer().notNull(),
  party: text().$type<PactParty>().notNull(),
  answer: text().$type<Signature['answer']>().notNull(),
  personId: brandedId<PersonId>(),
  memberId: brandedId<MemberId>(),
  language: text().$type<ContentLanguage>().notNull(),
  words: text(),
  dissent: boolean().notNull(),
  hash: text().notNull(),
  signedOn: day().notNull(),
  signedAt: instant().notNull(),
  deviceOf: brandedId<PersonId>(),
  mediatorId: brandedId<PersonId>(),
  voidedAt: instant(),
});
export type SignatureRow = typeof pactSignature.$inferSelect;

export const pactExtension = pgTable(
  'pact_extension',
  {
    pactId: brandedId<PactId>().notNull(),
    number: integer().notNull(),
    endsOn: day().notNull(),
    reason: text().notNull(),
    askedBy: brandedId<PersonId>().notNull(),
    askedAt: instant().notNull(),
    approved: boolean(),
    decidedBy: brandedId<PersonId>(),
    decidedAt: instant(),
    answer: text(),
  },
  (row) => [primaryKey({ columns: [row.pactId, row.number] })],
);

export const pactCopy = pgTable(
  'pact_copy',
  {
    pactId: brandedId<PactId>().notNull(),
    language: text().$type<ContentLanguage>().notNull(),
    text: text().notNull(),
    writtenBy: brandedId<PersonId>().notNull(),
    writtenAt: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.pactId, row.language] })],
);

export const pactRemark = pgTable('pact_remark', {
  id: uuid().primaryKey(),
  pactId: brandedId<PactId>().notNull(),
  personId: brandedId<PersonId>().notNull(),
  language: text().$type<ContentLanguage>().notNull(),
  quote: text(),
  text: text().notNull(),
  writtenAt: instant().notNull(),
});
