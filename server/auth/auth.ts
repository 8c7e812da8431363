/**
 * Signing in and out, and who a request comes from. The only place that knows Lucia; everybody else receives an actor.
 */
import { and, eq, gt } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { Actor } from '../../shared/access.ts';
import { instantOf } from '../../shared/dates.ts';
import type { PersonId } from '../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../shared/outcome.ts';
import { guestSessionHours } from '../../shared/records/guests.ts';
import { append } from '../activity/log.ts';
import { type CommandContext, runCommand, type World } from '../command.ts';
import type { Reader } from '../db/connect.ts';
import { stepAccessEpoch } from '../records/people/commands.ts';
import { isPassword } from '../records/people/password.ts';
import { actorOf, credentialsOf } from '../records/people/queries.ts';
import { guestCookie } from './guest-cookie.ts';
import { createLinkLimits, createSendingLimits, createSignInLimits } from './limits.ts';
import { hashOfSessionId, sessionAdapter } from './session-adapter.ts';
import { session } from './table.ts';

/** A session not used for this long ends; using it makes it last again, up to `longestSessionDays`. */
const idleHours = 12;

export type SignedInSession = {
  readonly actor: Actor;
  /** The secret in the cookie: keep it in memory only. */
  readonly sessionId: string;
};

export type Auth = ReturnType<typeof createAuth>;

export type AuthOptions = {
  /** Cookies travel over https only: when the public origin is https. */
  readonly secure: boolean;
  /** Limits of tries per address (`LIMITS`). Those per e-mail always hold. */
  readonly limitAddresses: boolean;
};

export function createAuth(world: World, { secure, limitAddresses }: AuthOptions) {
  const limits = createSignInLimits({ limitAddresses });
  const sessionsOn = (db: Reader) =>
    new Lucia(sessionAdapter(db), {
      sessionExpiresIn: new TimeSpan(idleHours, 'h'),
      // How long the session lasts is the server's to say, also while only a socket uses it: the cookie stays.
      sessionCookie: {
        name: 'trama_session',
        expires: false,
        attributes: { secure, sameSite: 'lax', path: '/' },
      },
      getUserAttributes: (actor) => ({ actor }),
    });
  const sessions = sessionsOn(world.db.orm);

  /**
   * Opens a session in a command's transaction and answers its cookie. `cookies`: the header it was asked with, whose
   * session ends: one known before signing in is never the one after, or whoever planted it would be signed in too.
   */
  async function openSession(
    { tx }: CommandContext,
    personId: PersonId,
    cookies: string | null,
  ): Promise<string> {
    const lucia = sessionsOn(tx);
    const before = lucia.readSessionCookie(cookies ?? '');
    if (before !== null) await lucia.invalidateSession(before);
    const opened = await lucia.createSession(personId, {});
    return lucia.createSessionCookie(opened.id).serialize();
  }

  return {
    openSession,

    /** The cookie a guest of a conference is let in by; null clears it. */
    guestCookie: (secret: string | null): string =>
      guestCookie(secret, { secure, seconds: guestSessionHours * 3600 }),

    /** Limits of tries of the links that people without an account open. */
    links: createLinkLimits({ limitAddresses }),
    /** For whoever sends with a key instead of a session. */
    sending: createSendingLimits({ limitAddresses }),

    /**
     * Answers the session's cookie. Every refusal takes as long as a right password, and a wrong e-mail, a wrong
     * password and a closed account can't be told apart. Refuses `wrong-credentials`, or `slow-down` after many tries.
     */
    async signIn(
      { email, password }: { readonly email: string; readonly password: string },
      from: { readonly address: string; readonly cookies: string | null },
    ): Promise<Outcome<{ personId: PersonId; cookie: string }>> {
      const tries = await limits.count(email, from.address);
      if (!tries.ok) return tries;
      const known = await credentialsOf(world.db.orm, email);
      const right = await isPassword(known?.passwordHash ?? null, password);
      const actor = known && right ? await actorOf(world.db.orm, known.personId) : null;
      if (!actor) return refuse('wrong-credentials');
      await limits.forgive(email, from.address);
      return runCommand(world, actor, async (context) => {
        const cookie = await openSession(context, actor.personId, from.cookies);
        await append(context, null, { kind: 'person.signed-in', personId: actor.personId });
        return ok({ personId: actor.personId, cookie });
      });
    },

    /** Who sends these cookies: null when nobody is signed in, the session ended, or the account is closed. */
    async sessionOf(cookies: string | null): Promise<SignedInSession | null> {
      const sessionId = sessions.readSessionCookie(cookies ?? '');
      if (!sessionId) return null;
      const { session: found, user } = await sessions.validateSession(sessionId);
      if (!found) return null;
      return { actor: user.actor, sessionId };
    },

    /** Whether the session still stands, without making it last longer: for connections that stay open by themselves. */
    async isLive(sessionId: string): Promise<boolean> {
      const [row] = await world.db.orm
        .select({ personId: session.personId })
        .from(session)
        .where(
          and(eq(session.idHash, hashOfSessionId(sessionId)), gt(session.expiresAt, instantOf(new Date()))),
        );
      return row !== undefined && (await actorOf(world.db.orm, row.personId)) !== null;
    },

    /**
     * Ends this session, or every session of the person; what their open pages were about to write is refused from the
     * commit on. Answers the cookie that clears the browser's.
     */
    async signOut(
      { actor, sessionId }: Pick<SignedInSession, 'actor' | 'sessionId'>,
      { everywhere }: { readonly everywhere: boolean },
    ): Promise<Outcome<{ cookie: string }>> {
      return runCommand(world, actor, async (context) => {
        const lucia = sessionsOn(context.tx);
        if (everywhere) await lucia.invalidateUserSessions(actor.personId);
        else await lucia.invalidateSession(sessionId);
        await stepAccessEpoch(context.tx, actor.personId);
        await append(context, null, { kind: 'person.signed-out', personId: actor.personId, everywhere });
        return ok({ cookie: sessions.createBlankSessionCookie().serialize() });
      });
    },

    /** Ends every session of somebody whose account closes, in that command's transaction. */
    endSessionsOf: ({ tx }: Pick<CommandContext, 'tx'>, personId: PersonId): Promise<void> =>
      sessionsOn(tx).invalidateUserSessions(personId),

    /** Takes sessions that ended by themselves out of the table. */
    forgetExpired: (): Promise<void> => sessions.deleteExpiredSessions(),
  };
}
