/** Sessions, by the SHA-256 of their id: whoever reads the table can't sign in with it. */
import { pgTable } from 'drizzle-orm/pg-core';
import type { PersonId } from '../../shared/ids.ts';
import { brandedId, bytes, instant } from '../db/columns.ts';

export const session = pgTable('session', {
  idHash: bytes().primaryKey(),
  personId: brandedId<PersonId>().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
});
