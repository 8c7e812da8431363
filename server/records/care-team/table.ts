/** Dated membership of the care team: migrations/0003_households.sql. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { HouseholdId, PersonId, TeamMembershipId } from '../../../shared/ids.ts';
import type { CareRole } from '../../../shared/records/care-team.ts';
import { brandedId, day } from '../../db/columns.ts';

export const teamMembership = pgTable('team_membership', {
  id: brandedId<TeamMembershipId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  personId: brandedId<PersonId>().notNull(),
  role: text().$type<CareRole>().notNull(),
  since: day().notNull(),
  /** The first day they are no longer in. */
  until: day(),
  reason: text(),
  endedReason: text(),
  /** The order they joined in. */
  position: integer().generatedAlwaysAsIdentity(),
});
export type TeamMembershipRow = typeof teamMembership.$inferSelect;
