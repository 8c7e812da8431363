/** Secret addresses, sealed, and who was named: migrations/0014_shelter.sql. */
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import { brandedId, bytes, instant } from '../../db/columns.ts';

export const secretAddress = pgTable('secret_address', {
  householdId: brandedId<HouseholdId>(),
  bodyId: brandedId<BodyId>(),
  sealed: bytes().notNull(),
  keyId: text().notNull(),
  storedBy: brandedId<PersonId>().notNull(),
  storedAt: instant().notNull(),
});

export const secretAddressGrant = pgTable('secret_address_grant', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  householdId: brandedId<HouseholdId>().notNull(),
  personId: brandedId<PersonId>().notNull(),
  reason: text().notNull(),
  grantedBy: brandedId<PersonId>().notNull(),
  since: instant().notNull(),
  until: instant(),
});
