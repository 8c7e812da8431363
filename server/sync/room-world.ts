/** What a room needs of the node it is on. */
import type * as Y from 'yjs';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, HouseholdId } from '../../shared/ids.ts';
import type { Counters } from './counters.ts';
import type { UpdateLog } from './log.ts';
import type { RemotePresence } from './remote-presence.ts';
import type { Room } from './room.ts';
import type { Session } from './session.ts';

/** After each commit. `doc` is live: read it before returning. */
export type Committed = {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly householdId: HouseholdId;
  readonly doc: Y.Doc;
};

export type RoomWorld = {
  readonly log: UpdateLog;
  readonly counters: Counters;
  readonly now: () => number;
  /** Something waits to be staged. */
  readonly wake: (room: Room) => void;
  /** Asks again what the session may do, and ends or regrants it. */
  readonly reauthorise: (session: Session) => Promise<void>;
  readonly onCommitted: (event: Committed, headSeq: number) => void;
  /** Commits of other nodes are in the document now. */
  readonly onCaughtUp: (event: Committed) => void;
  /** Presence on other nodes, if there can be any. */
  readonly elsewhere?: RemotePresence | undefined;
  /** It is closed and must not be found any more. */
  readonly onClosed: (room: Room) => void;
  readonly report: (error: unknown, doing: string) => void;
};
