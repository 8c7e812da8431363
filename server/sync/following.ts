/** Noticing what other nodes commit to the documents that are open here: by their hints, and by looking, since hints may be lost. */
import type { Bus } from '../bus/bus.ts';
import { repeat } from '../repeat.ts';
import type { UpdateLog } from './log.ts';
import type { Rooms } from './rooms.ts';

/** How long a lost hint can go unnoticed. */
const pollMs = 2_000;

export type FollowingWorld = {
  readonly bus: Bus;
  readonly log: UpdateLog;
  readonly rooms: Pick<Rooms, 'heard' | 'documentIds'>;
  readonly report: (error: unknown, doing: string) => void;
};

export type Following = {
  /** Looks once, now: something was committed beside the rooms. */
  look(): Promise<void>;
  close(): Promise<void>;
};

/** One query for all open documents at each look, and none where nothing is open. A single node looks only when asked. */
export function createFollowing({ bus, log, rooms, report }: FollowingWorld): Following {
  async function look(): Promise<void> {
    const documentIds = rooms.documentIds();
    if (documentIds.length === 0) return;
    const heads = await log.heads(documentIds);
    // One that isn't there any more is looked for once more, and its room closes.
    for (const id of documentIds) rooms.heard(id, heads.get(id) ?? Number.MAX_SAFE_INTEGER);
  }

  const unsubscribe = bus.subscribe((heard, from) => {
    if (heard.kind === 'missed')
      look().catch((error: unknown) => report(error, 'looking for missed commits'));
    else if (heard.kind === 'document' && from !== bus.nodeId) rooms.heard(heard.documentId, heard.seq);
  });
  const polling = bus.isLocal
    ? undefined
    : repeat(pollMs, look, (error) => report(error, 'looking for commits of other nodes'));
  return {
    look,
    async close() {
      unsubscribe();
      await polling?.close();
    },
  };
}
