/** What a room tells its sessions of the document: only what is committed, once for everybody. */
import type { Staged } from './batch.ts';
import { updateFrame } from './frame.ts';
import { mergeFew } from './merge.ts';
import type { Session } from './session.ts';
import type { Showing } from './showing.ts';

export type Telling = {
  /** One frame for everybody, answers and acknowledgements for those who wait. */
  committed(staged: Staged): void;
  /** Something that is stored and that perhaps nobody here has. */
  stored(update: Uint8Array): void;
};

export function createTelling(sessions: ReadonlyMap<Session, unknown>, showing: Showing): Telling {
  return {
    committed({ updates, answers, caughtUp, acks }) {
      if (updates.length > 0) {
        const frame = updateFrame(mergeFew(updates.map(({ bytes }) => bytes)));
        const author = updates.every(({ session }) => session === updates[0]?.session)
          ? updates[0]?.session
          : undefined;
        // An answer given in this batch contains it already, and a lone author has it.
        for (const session of sessions.keys()) {
          if (session !== author && !caughtUp.has(session)) session.send(frame);
        }
        showing.goAlong();
      }
      for (const [session, frames] of answers) for (const frame of frames) session.send(frame);
      for (const [session, frames] of acks) session.ack(frames);
    },
    stored(update) {
      const frame = updateFrame(update);
      for (const session of sessions.keys()) session.send(frame);
    },
  };
}
