/** Making and withdrawing the secret address of one's own calendar (X22). */
import { eq } from 'drizzle-orm';
import { type Instant, instantOf } from '../../../shared/dates.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { hashOfToken, newToken } from '../../token.ts';
import { calendarFeed } from './table.ts';

/** The token is told here and never again. Where there was one already it opens nothing from the commit on. */
export async function makeFeed({
  tx,
  actor,
  now,
}: CommandContext): Promise<Outcome<{ token: string; madeAt: Instant }>> {
  const { personId } = actor;
  const token = newToken();
  const madeAt = instantOf(now);
  const made = { tokenHash: hashOfToken(token), madeAt, answerHash: null, answerSince: null };
  await tx
    .insert(calendarFeed)
    .values({ personId, ...made })
    .onConflictDoUpdate({ target: calendarFeed.personId, set: made });
  await append({ tx, actor, now }, null, { kind: 'calendar-feed.made', personId });
  return ok({ token, madeAt });
}

/** Nothing is left to follow. Withdrawn already: nothing happens. */
export async function withdrawFeed(context: CommandContext): Promise<Outcome<Record<string, never>>> {
  const { personId } = context.actor;
  const gone = await context.tx
    .delete(calendarFeed)
    .where(eq(calendarFeed.personId, personId))
    .returning({ personId: calendarFeed.personId });
  if (gone.length > 0) await append(context, null, { kind: 'calendar-feed.withdrawn', personId });
  return ok({});
}
