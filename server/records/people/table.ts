/** Whoever signs in: workers, and members of families with an account. */
import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { ContentLanguage, ScreenLanguage } from '../../../shared/languages.ts';
import type { PersonFunction } from '../../../shared/person-function.ts';
import { brandedId, instant } from '../../db/columns.ts';

export const person = pgTable('person', {
  id: brandedId<PersonId>().primaryKey(),
  email: text().notNull(),
  name: text().notNull(),
  function: text().$type<PersonFunction>().notNull(),
  bodyId: brandedId<BodyId>(),
  title: text().notNull(),
  languages: text().array().$type<ContentLanguage[]>().notNull(),
  screenLanguage: text().$type<ScreenLanguage>().notNull(),
  householdId: brandedId<HouseholdId>(),
  passwordHash: text(),
  active: boolean().notNull(),
  accessEpoch: integer().notNull(),
  createdAt: instant().notNull(),
});
