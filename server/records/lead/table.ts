/** Proposals and tenures of the regia: migrations/0003_households.sql. */
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, HouseholdId, LeadProposalId, PersonId } from '../../../shared/ids.ts';
import type { LeadProposal } from '../../../shared/records/lead.ts';
import { brandedId, instant } from '../../db/columns.ts';

export const leadProposal = pgTable('lead_proposal', {
  id: brandedId<LeadProposalId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  fromBodyId: brandedId<BodyId>(),
  bodyId: brandedId<BodyId>().notNull(),
  personId: brandedId<PersonId>().notNull(),
  reason: text().notNull(),
  proposedBy: brandedId<PersonId>().notNull(),
  proposedAt: instant().notNull(),
  state: text().$type<LeadProposal['state']>().notNull(),
  answeredBy: brandedId<PersonId>(),
  answeredAt: instant(),
  answerReason: text(),
});
export type LeadProposalRow = typeof leadProposal.$inferSelect;

export const leadTenure = pgTable('lead_tenure', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  householdId: brandedId<HouseholdId>().notNull(),
  proposalId: brandedId<LeadProposalId>().notNull(),
  bodyId: brandedId<BodyId>().notNull(),
  personId: brandedId<PersonId>().notNull(),
  since: instant().notNull(),
  until: instant(),
  reason: text().notNull(),
  proposedBy: brandedId<PersonId>().notNull(),
  acceptedBy: brandedId<PersonId>().notNull(),
});
export type LeadTenureRow = typeof leadTenure.$inferSelect;
