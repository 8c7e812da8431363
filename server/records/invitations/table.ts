/** Invitations: the link's token is kept as a hash, so whoever reads the table can't use one. */
import { pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, InvitationId, PersonId } from '../../../shared/ids.ts';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import type { InvitationDraft } from '../../../shared/records/invitations.ts';
import { brandedId, bytes, instant } from '../../db/columns.ts';

export const invitation = pgTable('invitation', {
  id: brandedId<InvitationId>().primaryKey(),
  tokenHash: bytes().notNull(),
  email: text().notNull(),
  name: text().notNull(),
  function: text().$type<InvitationDraft['function']>().notNull(),
  bodyId: brandedId<BodyId>(),
  title: text().notNull(),
  screenLanguage: text().$type<ScreenLanguage>().notNull(),
  invitedBy: brandedId<PersonId>(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  acceptedAt: instant(),
  acceptedBy: brandedId<PersonId>(),
  withdrawnAt: instant(),
});
