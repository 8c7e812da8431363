/** Initiatives and their sessions: migrations/0015_territory.sql. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type {
  BodyId,
  InitiativeId,
  InitiativeSessionId,
  PersonId,
  ProgrammeId,
  SpaceId,
} from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type { Initiative, InitiativeKind, SessionStatus } from '../../../shared/records/initiatives.ts';
import { brandedId, instant } from '../../db/columns.ts';

export const initiative = pgTable('initiative', {
  id: brandedId<InitiativeId>().primaryKey(),
  bodyId: brandedId<BodyId>().notNull(),
  spaceId: brandedId<SpaceId>(),
  programmeId: brandedId<ProgrammeId>(),
  title: text().notNull(),
  kind: text().$type<InitiativeKind>().notNull(),
  objective: text().$type<Initiative['objective']>().notNull(),
  languages: text().array().$type<ContentLanguage[]>().notNull(),
  capacity: integer(),
  note: text().notNull(),
  version: integer().notNull().default(1),
});
export type InitiativeRow = typeof initiative.$inferSelect;

export const initiativeSession = pgTable('initiative_session', {
  id: brandedId<InitiativeSessionId>().primaryKey(),
  initiativeId: brandedId<InitiativeId>().notNull(),
  startsAt: instant().notNull(),
  minutesLong: integer().notNull(),
  status: text().$type<SessionStatus>().notNull(),
  cancelReason: text(),
  women: integer(),
  children: integer(),
  partners: integer(),
  newcomers: integer(),
  recordedBy: brandedId<PersonId>(),
  recordedAt: instant(),
  version: integer().notNull().default(1),
});
export type InitiativeSessionRow = typeof initiativeSession.$inferSelect;
