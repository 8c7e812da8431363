/** Community pacts: migrations/0015_territory.sql. */
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { BodyId, CommunityPactId, PersonId } from '../../../shared/ids.ts';
import type { Volunteers } from '../../../shared/records/community-pacts.ts';
import { brandedId, day } from '../../db/columns.ts';

export const communityPact = pgTable('community_pact', {
  id: brandedId<CommunityPactId>().primaryKey(),
  name: text().notNull(),
  area: text().notNull(),
  startsOn: day().notNull(),
  endsOn: day().notNull(),
  volunteers: jsonb().$type<Volunteers[]>().notNull(),
  interventions: text().array().notNull(),
  publicLink: text().notNull(),
  version: integer().notNull().default(1),
});
export type CommunityPactRow = typeof communityPact.$inferSelect;

export const communityPactBody = pgTable(
  'community_pact_body',
  {
    communityPactId: brandedId<CommunityPactId>().notNull(),
    bodyId: brandedId<BodyId>().notNull(),
    signedOn: day(),
    signedBy: brandedId<PersonId>(),
  },
  (table) => [primaryKey({ columns: [table.communityPactId, table.bodyId] })],
);
