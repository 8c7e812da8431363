import { expect, onTestFinished, test } from 'vitest';
import { createMetrics } from '../../server/app/metrics.ts';
import { showSync } from '../../server/app/sync-metrics.ts';
import { freshDatabase } from '../support/database.ts';
import { write } from '../support/sync-hand.ts';
import {
  createTestAuthority,
  insertPlan,
  openProvider,
  openSocket,
  origin,
  serveSync,
} from '../support/sync-world.ts';
import { until } from '../support/until.ts';

const db = await freshDatabase();

/** The value of a line, undefined when it isn't there. */
const sample = (text: string, line: string): number | undefined => {
  const found = text.split('\n').find((candidate) => candidate.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
};

test('metrics tell commits, batches, queue, rooms, connections, refusals by reason, gaps of the bus and the event loop', async () => {
  const { authority } = createTestAuthority(db);
  const server = await serveSync(db, authority);
  onTestFinished(() => server.close());
  const metrics = createMetrics();
  const bus = { isConnected: true, gaps: 2, dropped: 5 };
  showSync(metrics, server.sync.stats, () => bus);

  const { documentId, personId } = await insertPlan(db);
  const page = openProvider(server.url, documentId, personId);
  onTestFinished(() => page.destroy());
  await until(() => page.provider.synced);
  for (let word = 0; word < 5; word++) {
    write(page.doc, 'Nawal');
    await until(() => page.isSaved());
  }
  const bad = openSocket(server.url, documentId, { personId, origin });
  await bad.opened;
  bad.socket.send(new Uint8Array([0, 2, 4, 9, 9, 9, 9]));
  await bad.closed;

  const text = await metrics.text();
  expect(sample(text, 'trama_sync_connections')).toBe(1);
  expect(sample(text, 'trama_sync_rooms')).toBe(1);
  expect(sample(text, 'trama_sync_queue_rooms')).toBe(0);
  expect(sample(text, 'trama_sync_queue_seconds')).toBe(0);
  expect(sample(text, 'trama_sync_updates_committed_total')).toBe(5);
  expect(sample(text, 'trama_sync_commit_seconds_count')).toBe(5);
  expect(sample(text, 'trama_sync_commit_seconds_bucket{le="+Inf"}')).toBe(5);
  expect(sample(text, 'trama_sync_commit_seconds_sum')).toBeGreaterThan(0);
  expect(sample(text, 'trama_sync_commit_rows_bucket{le="1"}')).toBe(5);
  expect(sample(text, 'trama_sync_refused_updates_total{reason="undecodable"}')).toBe(1);
  expect(sample(text, 'trama_sync_closed_total{code="4422"}')).toBe(1);
  expect(sample(text, 'trama_bus_connected')).toBe(1);
  expect(sample(text, 'trama_bus_gaps_total')).toBe(2);
  expect(sample(text, 'trama_bus_dropped_total')).toBe(5);
  expect(sample(text, 'trama_nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  expect(text).not.toContain('Nawal');
  expect(text).not.toContain(documentId);

  // Prometheus refuses a text in which a name is declared twice or a line is no sample.
  const declared = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  expect(new Set(declared).size).toBe(declared.length);
  for (const line of text.split('\n')) {
    expect(line).toMatch(/^(|# (HELP|TYPE) .+|[a-z_0-9]+(\{[^{}]*\})? [-+0-9.eNaInf]+)$/);
  }
});

test('the queue shows what waits while Postgres does', async () => {
  const { authority } = createTestAuthority(db);
  const server = await serveSync(db, authority);
  onTestFinished(() => server.close());
  const { documentId, personId } = await insertPlan(db);
  const page = openProvider(server.url, documentId, personId);
  onTestFinished(() => page.destroy());
  await until(() => page.provider.synced);
  await db.sql.begin(async (tx) => {
    await tx`select 1 from document where id = ${documentId} for update`;
    write(page.doc, 'aspetta');
    await until(() => server.sync.stats().queue.ageMs > 50);
    expect(server.sync.stats().queue.rooms).toBe(1);
  });
  await until(() => page.isSaved());
  expect(server.sync.stats().queue).toEqual({ rooms: 0, ageMs: 0 });
});
