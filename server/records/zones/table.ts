/** Reserved zones opened to one person by name: migrations/0003_households.sql. */
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { Zone } from '../../../shared/records/zones.ts';
import { brandedId, day } from '../../db/columns.ts';

export const zoneGrant = pgTable('zone_grant', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  householdId: brandedId<HouseholdId>().notNull(),
  personId: brandedId<PersonId>().notNull(),
  zone: text().$type<Zone>().notNull(),
  since: day().notNull(),
  until: day(),
  reason: text().notNull(),
  grantedBy: brandedId<PersonId>().notNull(),
});
