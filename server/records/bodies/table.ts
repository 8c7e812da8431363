/** Bodies (enti). */
import { boolean, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import type { BodyId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type { BodyKind, Sector } from '../../../shared/records/bodies.ts';
import { brandedId, instant } from '../../db/columns.ts';

export const body = pgTable('body', {
  id: brandedId<BodyId>().primaryKey(),
  name: text().notNull(),
  kind: text().$type<BodyKind>().notNull(),
  sector: text().$type<Sector>().notNull(),
  public: boolean().notNull(),
  district: smallint(),
  area: text(),
  languages: text().array().$type<ContentLanguage[]>().notNull(),
  resources: text().array().notNull(),
  description: text().notNull(),
  email: text(),
  phone: text(),
  hours: text(),
  concealed: boolean().notNull(),
  createdAt: instant().notNull(),
  closedAt: instant(),
});
