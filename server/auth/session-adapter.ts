/** How Lucia reaches our sessions. Its own adapters keep the session's id in clear; ours keeps a hash. */
import { createHash } from 'node:crypto';
import { eq, lte, type SQL, sql } from 'drizzle-orm';
import type { Adapter, DatabaseSession, Lucia } from 'lucia';
import type { Actor } from '../../shared/access.ts';
import { instantOf } from '../../shared/dates.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Reader } from '../db/connect.ts';
import { actorOf } from '../records/people/queries.ts';
import { session } from './table.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, { actor: Actor }>;
    UserId: PersonId;
    DatabaseUserAttributes: Actor;
  }
}

/** However often it is used, a session ends this many days after signing in. */
export const longestSessionDays = 30;

export const hashOfSessionId = (id: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(id).digest());

/** The seven methods, over a pool or inside a transaction. */
export function sessionAdapter(db: Reader): Adapter {
  const withId = (id: string): SQL => eq(session.idHash, hashOfSessionId(id));
  return {
    async getSessionAndUser(id) {
      const [row] = await db.select().from(session).where(withId(id));
      if (!row) return [null, null];
      const actor = await actorOf(db, row.personId);
      return [lucia(id, row), actor && { id: actor.personId, attributes: actor }];
    },
    async getUserSessions(personId) {
      const rows = await db.select().from(session).where(eq(session.personId, personId));
      // Nobody can know the id again: the hash stands for it, good for telling sessions apart and nothing else.
      return rows.map((row) => lucia(Buffer.from(row.idHash).toString('hex'), row));
    },
    async setSession({ id, userId, expiresAt }) {
      const now = instantOf(new Date());
      await db.insert(session).values({
        idHash: hashOfSessionId(id),
        personId: userId,
        createdAt: now,
        expiresAt: instantOf(expiresAt),
      });
    },
    async updateSessionExpiration(id, expiresAt) {
      const latest = sql`${session.createdAt} + make_interval(days => ${longestSessionDays})`;
      await db
        .update(session)
        .set({ expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, ${latest})` })
        .where(withId(id));
    },
    async deleteSession(id) {
      await db.delete(session).where(withId(id));
    },
    async deleteUserSessions(personId) {
      await db.delete(session).where(eq(session.personId, personId));
    },
    async deleteExpiredSessions() {
      await db.delete(session).where(lte(session.expiresAt, instantOf(new Date())));
    },
  };
}

const lucia = (id: string, row: typeof session.$inferSelect): DatabaseSession => ({
  id,
  userId: row.personId,
  expiresAt: new Date(row.expiresAt),
  attributes: {},
});
