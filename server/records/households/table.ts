/** Households and their members: migrations/0003_households.sql. */
import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { HouseholdId, MemberId, PersonId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type { HouseholdStatus, Member, Pregnancy } from '../../../shared/records/households.ts';
import type { Right } from '../../../shared/records/rights.ts';
import { brandedId, day } from '../../db/columns.ts';

export const household = pgTable('household', {
  id: brandedId<HouseholdId>().primaryKey(),
  code: text().notNull(),
  name: text().notNull(),
  status: text().$type<HouseholdStatus>().notNull(),
  statusReason: text(),
  district: integer(),
  area: text(),
  languages: text().array().$type<ContentLanguage[]>().notNull(),
  openedOn: day().notNull(),
  openedBy: brandedId<PersonId>().notNull(),
  accessEpoch: integer().notNull().default(1),
  rightsInPlan: text().array().$type<Right[]>().notNull().default([]),
});

export const member = pgTable('member', {
  id: brandedId<MemberId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  name: text().notNull(),
  relation: text().$type<Member['relation']>().notNull(),
  sex: text().$type<Member['sex']>().notNull(),
  birth: day(),
  indexPerson: boolean().notNull(),
  languages: text().array().$type<ContentLanguage[]>().notNull(),
  birthCountry: text(),
  pregnancy: jsonb().$type<Pregnancy>(),
  personId: brandedId<PersonId>(),
  left: day('left_on'),
  /** The order they were added in. */
  position: integer().generatedAlwaysAsIdentity(),
});
