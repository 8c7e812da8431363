/** The people whose words are in a batch, when the log has found that some of them were authorised under older facts. */
import { CloseCode } from '../../shared/sync/protocol.ts';
import type { Staged } from './batch.ts';
import type { Session } from './session.ts';

/** Asks again about those authors; sessions that may not write any more are closed. Answers whether all of them still may. */
export async function allMayStillWrite(
  { updates }: Staged,
  authors: ReadonlySet<string>,
  reauthorise: (session: Session) => Promise<void>,
): Promise<boolean> {
  const writers = new Set(updates.map(({ session }) => session));
  await Promise.all([...writers].filter((session) => authors.has(session.knockerId())).map(reauthorise));
  const refused = [...writers].filter((session) => !session.mayWrite());
  for (const session of refused) session.close(CloseCode.notAvailable, 'read-only');
  return refused.length === 0;
}
