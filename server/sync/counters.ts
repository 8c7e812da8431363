/** What sync counts about itself, as plain numbers; the app turns them into /metrics. */

/** Counts per size: as many as `bounds` (upper ones) and one more for the rest; not cumulative. */
export type Distribution = { readonly bounds: readonly number[]; readonly counts: number[]; sum: number };

/** What waits to be committed now. */
export type Queue = {
  /** Rooms with something to stage, and those in the commit under way. */
  readonly rooms: number;
  /** How long the oldest of it has waited, milliseconds. */
  readonly ageMs: number;
};

export type SyncCounts = {
  rooms: number;
  connections: number;
  framesReceived: number;
  bytesReceived: number;
  framesSent: number;
  bytesSent: number;
  /** Socket writes; several frames may share one. */
  writes: number;
  commitsFailed: number;
  /** Update frames that a commit covers. */
  updatesCommitted: number;
  rowsCommitted: number;
  documentsCommitted: number;
  readonly commitMs: Distribution;
  readonly commitRows: Distribution;
  /** Sockets closed by us, by `code` or `code:reason`. */
  closed: Record<string, number>;
  roomsReloaded: number;
  compactions: number;
  /** Documents that began a new epoch here. */
  rebuilds: number;
};

export type SyncStats = SyncCounts & { readonly queue: Queue };

export type Counters = SyncCounts & {
  /** A commit that was answered, with what it carried. */
  observeCommit(ms: number, rows: number): void;
  countClose(code: number, reason: string): void;
  /** A copy that no longer counts. */
  read(): SyncCounts;
};

const distribution = (bounds: readonly number[]): Distribution => ({
  bounds,
  counts: new Array<number>(bounds.length + 1).fill(0),
  sum: 0,
});

function observe(distributed: Distribution, value: number): void {
  const found = distributed.bounds.findIndex((bound) => value <= bound);
  const at = found === -1 ? distributed.bounds.length : found;
  distributed.counts[at] = (distributed.counts[at] ?? 0) + 1;
  distributed.sum += value;
}

export function createCounters(): Counters {
  const counters: Counters = {
    rooms: 0,
    connections: 0,
    framesReceived: 0,
    bytesReceived: 0,
    framesSent: 0,
    bytesSent: 0,
    writes: 0,
    commitsFailed: 0,
    updatesCommitted: 0,
    rowsCommitted: 0,
    documentsCommitted: 0,
    commitMs: distribution([0.5, 1, 2, 5, 10, 20, 50, 100, 250, 1000, 5000]),
    commitRows: distribution([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]),
    closed: {},
    roomsReloaded: 0,
    compactions: 0,
    rebuilds: 0,
    observeCommit(ms, rows) {
      observe(counters.commitMs, ms);
      observe(counters.commitRows, rows);
    },
    countClose(code, reason) {
      const key = reason === '' ? String(code) : `${code}:${reason}`;
      counters.closed[key] = (counters.closed[key] ?? 0) + 1;
    },
    read() {
      const { observeCommit: _observe, countClose: _count, read: _read, ...counts } = counters;
      return structuredClone(counts);
    },
  };
  return counters;
}
