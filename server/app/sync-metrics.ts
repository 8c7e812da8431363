/** What /metrics tells of shared documents and of the bus between nodes. */
import type { BusStatus } from '../bus/bus.ts';
import type { Distribution, SyncStats } from '../sync/counters.ts';
import type { Metrics } from './metrics.ts';

export function showSync(metrics: Metrics, stats: () => SyncStats, bus: () => BusStatus): void {
  const { gauge, counter, counters, histogram } = metrics;
  gauge('sync_connections', 'Open document sockets.', () => stats().connections);
  gauge('sync_rooms', 'Documents in memory.', () => stats().rooms);
  gauge('sync_queue_rooms', 'Documents with something to commit.', () => stats().queue.rooms);
  gauge('sync_queue_seconds', 'How long the oldest of it has waited.', () => stats().queue.ageMs / 1000);
  histogram('sync_commit_seconds', 'Time a commit of updates took.', () => inSeconds(stats().commitMs));
  histogram('sync_commit_rows', 'Rows a commit of updates carried.', () => stats().commitRows);
  counter('sync_commits_failed', 'Commits that failed.', () => stats().commitsFailed);
  counter('sync_updates_committed', 'Updates committed.', () => stats().updatesCommitted);
  counter('sync_frames_received', 'Frames received.', () => stats().framesReceived);
  counter('sync_received_bytes', 'Bytes received.', () => stats().bytesReceived);
  counter('sync_frames_sent', 'Frames sent.', () => stats().framesSent);
  counter('sync_sent_bytes', 'Bytes sent.', () => stats().bytesSent);
  counter('sync_socket_writes', 'Writes to sockets.', () => stats().writes);
  counter('sync_rooms_reloaded', 'Documents loaded again under open pages.', () => stats().roomsReloaded);
  counter('sync_compactions', 'Logs compacted.', () => stats().compactions);
  counter('sync_rebuilds', 'Documents that began a new epoch.', () => stats().rebuilds);
  counters('sync_refused_updates', 'Updates refused, by reason.', 'reason', () => refused(stats()));
  counters('sync_closed', 'Sockets closed by the server, by code.', 'code', () => closedByCode(stats()));
  gauge('bus_connected', 'Whether this node hears the others.', () => Number(bus().isConnected));
  counter('bus_gaps', 'Times some messages of other nodes were missed.', () => bus().gaps);
  counter('bus_dropped', 'Messages to other nodes that were not sent.', () => bus().dropped);
}

/** Codes that end a session for what it sent; the reason is one of the server's own words. */
const refusals = /^(?:4400|4409|4422|4429):/;

function refused({ closed }: SyncStats): Record<string, number> {
  const found = Object.entries(closed).filter(([key]) => refusals.test(key));
  return Object.fromEntries(found.map(([key, count]) => [key.replace(refusals, ''), count]));
}

function closedByCode({ closed }: SyncStats): Record<string, number> {
  const byCode: Record<string, number> = {};
  for (const [key, count] of Object.entries(closed)) {
    const code = key.replace(/:.*$/, '');
    byCode[code] = (byCode[code] ?? 0) + count;
  }
  return byCode;
}

const inSeconds = ({ bounds, counts, sum }: Distribution): Distribution => ({
  bounds: bounds.map((ms) => ms / 1000),
  counts,
  sum: sum / 1000,
});
