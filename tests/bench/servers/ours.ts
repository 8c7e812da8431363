/**
 * Ours: the sync server in a process of its own, on a Postgres of its own with its durable default settings. Everybody
 * is another person with write access; a session is a row of `person` (see support/sync-world.ts).
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as Y from 'yjs';
import { connect, type Database, inTransaction } from '../../../server/db/connect.ts';
import { startEmbeddedPostgres } from '../../../server/db/embedded.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { readPidFile } from '../../../server/db/postmaster.ts';
import { createDocument } from '../../../server/sync/create-document.ts';
import { schemaVersion } from '../../../shared/documents/kinds.ts';
import { DocumentId, HouseholdId, newId, PersonId } from '../../../shared/ids.ts';
import { schemaParameter } from '../../../shared/sync/protocol.ts';
import { origin } from '../../support/sync-world.ts';
import type { Seat } from '../load/plan.ts';
import { type Program, startProgram } from './program.ts';
import type { BenchServer } from './server.ts';

const programFile = fileURLToPath(new URL('ours-program.ts', import.meta.url));

/** `profileFolder`: where a V8 CPU profile of each server process goes when it ends. */
export async function startOurs(profileFolder?: string): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'trama-bench-'));
  await chmod(folder, 0o755); // as root, Postgres runs as another account
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  const endPostgres = async (): Promise<void> => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return await startOn(postgres.url, join(folder, 'pgdata'), endPostgres, profileFolder);
  } catch (error) {
    await endPostgres();
    throw error;
  }
}

async function startOn(
  url: string,
  pgdata: string,
  endPostgres: () => Promise<void>,
  profileFolder: string | undefined,
): Promise<BenchServer> {
  const startServer = () => startProgram(programFile, [url], { profileFolder });
  const db = connect(url);
  await migrate(db);
  const postmaster = await readPidFile(pgdata);
  if (postmaster === undefined) throw new Error('the database told no process id');
  let program: Program | undefined = await startServer();

  const running = (): Program => {
    if (program === undefined) throw new Error('our server does not run');
    return program;
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    await program?.end(signal);
    program = undefined;
  };

  return {
    name: 'ours',
    saving: 'committed in Postgres (fsync) before it is shown',
    port: () => running().port,
    processes: () => [
      { name: 'server', pid: running().pid, tree: false },
      { name: 'database', pid: postmaster.pid, tree: true },
    ],
    makeRooms: (rooms, seatsEach) => makeRooms(db, rooms, seatsEach),
    settled: (seats) => compacted(db, seats),
    // A connection may send 500 frames a second. Sent faster than commits come, they would be merged into a few rows,
    // which are never compacted.
    filling: { editsPerFrame: 100, waitsForAck: true },
    ask: (options) => running().ask(options),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async start() {
      program = await startServer();
    },
    async close() {
      // Its folder goes too; but a profile is written at an orderly end.
      await end(profileFolder === undefined ? 'SIGKILL' : 'SIGTERM');
      await db.close();
      await endPostgres();
    },
  };
}

/** Households with one care plan each, and people to sit in it. */
async function makeRooms(db: Database, rooms: number, seatsEach: number): Promise<Seat[]> {
  const people = Array.from({ length: rooms * seatsEach }, () => newId(PersonId));
  const households = Array.from({ length: rooms }, () => newId(HouseholdId));
  await db.sql`
    insert into person (id, email, name, function, screen_language, created_at)
    select id, id || '@example.org', 'Anna', 'social', 'it', now() from unnest(${people}::uuid[]) as id`;
  await db.sql`
    insert into household (id, code, name, status, languages, opened_on, opened_by)
    select id, id::text, 'Famiglia', 'enrolled', '{it}', current_date, ${people[0] ?? null}
    from unnest(${households}::uuid[]) as id`;
  const documents: DocumentId[] = [];
  await inTransaction(db, async (tx) => {
    for (const householdId of households) {
      const id = newId(DocumentId);
      documents.push(id);
      const plan = { id, householdId, kind: 'care-plan', conferenceId: null, authorId: null } as const;
      await createDocument(tx, { ...plan, seed: new Y.Doc() });
    }
  });
  return people.map((personId, index) => ({
    path: `/sync/${documents[Math.floor(index / seatsEach)]}?${schemaParameter}=${schemaVersion}`,
    headers: { cookie: `person=${personId}`, origin },
    prefix: '',
    hello: [],
  }));
}

const compactsWithinMs = 60_000;
/** Rows that may stay behind a snapshot. */
const shortTail = 100;

/** The server's own sweep compacts what people have left; this only waits for it. */
async function compacted(db: Database, seats: readonly Seat[]): Promise<void> {
  const documents = [...new Set(seats.map(({ path }) => documentOf(path)))];
  for (const end = Date.now() + compactsWithinMs; ; await sleep(100)) {
    const rows = await db.sql`
      select 1 from document left join document_snapshot as snapshot on snapshot.document_id = document.id
      where document.id = any(${documents}::uuid[]) and document.head_seq - coalesce(snapshot.seq, 0) > ${shortTail}`;
    if (rows.length === 0) return;
    if (Date.now() > end) throw new Error(`${rows.length} documents were not compacted in time`);
  }
}

const documentOf = (path: string): string => /^\/sync\/([^?]+)/.exec(path)?.[1] ?? '';
