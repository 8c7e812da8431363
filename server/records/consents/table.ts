/** Consents to what the third sector sees: migrations/0003_households.sql. */
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { BodyId, ConsentId, HouseholdId, MemberId, PersonId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import { brandedId, day } from '../../db/columns.ts';

export const consent = pgTable('consent', {
  id: brandedId<ConsentId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  memberId: brandedId<MemberId>().notNull(),
  noticeVersion: text().notNull(),
  language: text().$type<ContentLanguage>().notNull(),
  mediatorId: brandedId<PersonId>(),
  givenOn: day().notNull(),
  withdrawnOn: day(),
  /** The order they were recorded in. */
  position: integer().generatedAlwaysAsIdentity(),
});

export const consentBody = pgTable(
  'consent_body',
  {
    consentId: brandedId<ConsentId>().notNull(),
    bodyId: brandedId<BodyId>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.consentId, row.bodyId] })],
);
