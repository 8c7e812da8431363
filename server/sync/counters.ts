/** What sync counts about itself, as plain numbers; the app turns them into /metrics. */

/** Upper bounds of the commit latency histogram, milliseconds; one bucket more holds the rest. */
export const commitBucketsMs = [1, 2, 5, 10, 20, 50, 100, 250, 1000, 5000] as const;

export type SyncStats = {
  rooms: number;
  connections: number;
  /** Frames received, by what they were. */
  framesReceived: number;
  bytesReceived: number;
  framesSent: number;
  bytesSent: number;
  /** Socket writes; several frames may share one. */
  writes: number;
  commits: number;
  commitsFailed: number;
  updatesCommitted: number;
  rowsCommitted: number;
  documentsCommitted: number;
  commitMsTotal: number;
  /** As many as `commitBucketsMs` and one more; not cumulative. */
  commitMsBuckets: number[];
  /** Sockets closed by us, by close code, and `code:reason` of the gate. */
  closed: Record<string, number>;
  roomsReloaded: number;
  compactions: number;
};

export type Counters = SyncStats & {
  observeCommit(ms: number): void;
  countClose(code: number, reason: string): void;
  /** A copy that no longer counts. */
  read(): SyncStats;
};

export function createCounters(): Counters {
  const counters: Counters = {
    rooms: 0,
    connections: 0,
    framesReceived: 0,
    bytesReceived: 0,
    framesSent: 0,
    bytesSent: 0,
    writes: 0,
    commits: 0,
    commitsFailed: 0,
    updatesCommitted: 0,
    rowsCommitted: 0,
    documentsCommitted: 0,
    commitMsTotal: 0,
    commitMsBuckets: new Array<number>(commitBucketsMs.length + 1).fill(0),
    closed: {},
    roomsReloaded: 0,
    compactions: 0,
    observeCommit(ms) {
      counters.commits++;
      counters.commitMsTotal += ms;
      const bucket = commitBucketsMs.findIndex((bound) => ms <= bound);
      const at = bucket === -1 ? commitBucketsMs.length : bucket;
      counters.commitMsBuckets[at] = (counters.commitMsBuckets[at] ?? 0) + 1;
    },
    countClose(code, reason) {
      const key = reason === '' ? String(code) : `${code}:${reason}`;
      counters.closed[key] = (counters.closed[key] ?? 0) + 1;
    },
    read() {
      const { observeCommit: _observe, countClose: _count, read: _read, ...stats } = counters;
      return structuredClone(stats);
    },
  };
  return counters;
}
