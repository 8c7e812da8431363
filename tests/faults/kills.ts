/**
 * Kill loops: the program, Postgres, or both are killed with -9 while people type. What anybody saw of another, or was
 * told is saved, must be stored: the rows are read before the pages may send anything again. Then the pages come back,
 * and everything they typed must be stored too.
 *
 * Every fifth round is the negative control, a server that shows first and stores later: it must lose something, else
 * the loop proves nothing.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Database } from '../../server/db/connect.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/db/embedded.ts';
import type { PersonId } from '../../shared/ids.ts';
import { bundleSyncProgram } from '../support/faults-bundle.ts';
import { type Mode, type SyncProgram, startSyncProgram } from '../support/faults-program.ts';
import type { Random } from '../support/faults-random.ts';
import { makeDatabase } from '../support/faults-stage.ts';
import { createLedger, type Ledger, openPair, type Pair, promisedIn } from '../support/faults-writers.ts';
import { postmasterPid } from '../support/postmaster.ts';
import { insertPerson, insertPlan } from '../support/sync-world.ts';
import { until } from '../support/until.ts';
import type { OpenProof, Proof, Round, Stage } from './proof.ts';

type Victim = 'app' | 'postgres' | 'both';

/** Pages stay through so many kills, then others open other documents. */
const killsPerSet = 10;
const busyRooms = { short: 5, long: 50 };
const typingEveryMs = 3;
/** Loading, connecting a hundred sockets and recovering a database, on a busy machine. */
const patienceMs = 60_000;

const isControl = (index: number): boolean => index % 5 === 2;

const killProof = (victim: Victim, name: string, promise: string, kills: number): Proof => ({
  name,
  promise,
  rounds: kills * 1.25,
  open: (stage) => openKills(stage, victim),
  judge: ({ counts, rounds }) =>
    rounds >= 3 && !counts.lostByControl
      ? ['the negative control lost nothing: the loop proves nothing']
      : [],
});

export const killApp = killProof(
  'app',
  'kill-app',
  'the app killed with -9 loses nothing seen or saved',
  1_000,
);
export const killPostgres = killProof('postgres', 'kill-postgres', 'nor does Postgres killed with -9', 200);
export const killBoth = killProof('both', 'kill-both', 'nor do both at once', 100);

/** One set of open documents, and what Postgres holds of each. */
type OpenSet = { readonly pairs: readonly Pair[]; readonly ledgers: ReadonlyMap<string, Ledger> };

async function openKills(stage: Stage, victim: Victim): Promise<OpenProof> {
  const cluster = victim === 'app' ? undefined : await openCluster(await stage.folder());
  const { db, url } = cluster ?? (await stage.database());
  const people = [await insertPerson(db, 'Anna'), await insertPerson(db, 'Bilal')] as const;
  const rooms = busyRooms[stage.size] + 1;
  let port = 0;
  let program: SyncProgram | undefined;
  const file = stage.size === 'long' ? await bundleSyncProgram(await stage.folder()) : undefined;
  let standby = startSyncProgram(file);
  let set: OpenSet | undefined;

  /** The one that waits begins to serve, and another begins to wait. */
  async function serve(mode: Mode): Promise<void> {
    program = standby;
    port = await program.serve({ databaseUrl: url, port, mode });
    standby = startSyncProgram(file);
  }

  async function ensureServing(mode: Mode): Promise<void> {
    if (program === undefined) await serve(mode);
  }

  async function endProgram(): Promise<void> {
    await program?.kill();
    program = undefined;
  }

  async function killVictim(): Promise<void> {
    if (victim !== 'postgres') await endProgram();
    await cluster?.kill();
  }

  async function round(random: Random, index: number): Promise<Round> {
    const control = isControl(index);
    if (control || index % killsPerSet === 0) set = closeSet(set);
    if (control) await endProgram();
    await ensureServing(control ? 'broadcast-first' : 'commit-first');
    set ??= await openSet(db, `ws://127.0.0.1:${port}/sync`, people, control ? 1 : rooms);
    const { pairs, ledgers } = set;
    const writers = pairs.flatMap(({ writers: two }) => two);
    for (const { page } of writers) page.provider.connect();
    await until(() => writers.every((writer) => writer.isSaved()), patienceMs);

    const typedBefore = writers.reduce((sum, writer) => sum + writer.typed(), 0);
    await typeUntil(pairs, random);
    await killVictim();
    // What is on its way still arrives, and counts; nothing may be sent again yet.
    if (victim !== 'postgres') await until(() => writers.every(({ page }) => !page.provider.wsconnected));
    for (const { page } of writers) page.provider.disconnect();
    const promised = pairs.map((pair) => ({ pair, words: promisedIn(pair) }));
    await cluster?.revive();
    const findings = await readRows(db, ledgers);
    let words = 0;
    let lost = 0;
    for (const { pair, words: ofPair } of promised) {
      const stored = ledgers.get(pair.documentId)?.words() ?? new Set();
      const missing = [...ofPair].filter((word) => !stored.has(word));
      words += ofPair.size;
      lost += missing.length;
      if (missing.length > 0 && !control) findings.push(`${pair.documentId} lost ${missing.join(' ')}`);
    }
    if (control) {
      set = closeSet(set);
      await endProgram();
      return { counts: { controls: 1, checkedInControl: words, lostByControl: lost }, findings: [] };
    }
    const typed = writers.reduce((sum, writer) => sum + writer.typed(), 0) - typedBefore;
    return { counts: { kills: 1, typed, checked: words, lost }, findings };
  }

  return {
    round,
    async close() {
      closeSet(set);
      await endProgram();
      await standby.kill();
      await cluster?.close();
      return undefined;
    },
  };
}

/** Some words in every room, many in the first; ends at a moment that chance decides, with words on their way. */
async function typeUntil(pairs: readonly Pair[], random: Random): Promise<void> {
  const [first, ...others] = pairs;
  if (first === undefined) throw new Error('there is a first room');
  const enough = first.writers.map((writer) => writer.saved().size + random.between(2, 25));
  const timer = setInterval(() => {
    for (const writer of first.writers) writer.type();
    if (others.length > 0) random.pick(random.pick(others).writers).type();
  }, typingEveryMs);
  try {
    await until(
      () => first.writers.every((writer, index) => writer.saved().size >= (enough[index] ?? 0)),
      patienceMs,
    );
    await sleep(random.next() * 10);
  } finally {
    clearInterval(timer);
  }
}

async function openSet(
  db: Database,
  url: string,
  people: readonly [PersonId, PersonId],
  rooms: number,
): Promise<OpenSet> {
  const plans = await Promise.all(Array.from({ length: rooms }, () => insertPlan(db)));
  return {
    pairs: plans.map(({ documentId }) => openPair(url, documentId, people)),
    ledgers: new Map(plans.map(({ documentId }) => [documentId, createLedger()])),
  };
}

function closeSet(set: OpenSet | undefined): undefined {
  for (const { writers } of set?.pairs ?? []) for (const { page } of writers) page.destroy();
}

/** Takes up the rows that came since; answers what is wrong with them. */
async function readRows({ sql }: Database, ledgers: ReadonlyMap<string, Ledger>): Promise<string[]> {
  const wanted = [...ledgers].map(([id, ledger]) => ({ id, seq: ledger.lastSeq() }));
  const rows = await sql<{ document_id: string; seq: number; bytes: Uint8Array }[]>`
    select document_id, document_update.seq, bytes
    from unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ seq }) => seq)}::bigint[]) as known (id, seq)
      join document_update on document_id = known.id and document_update.seq > known.seq
    order by document_id, document_update.seq`;
  return rows.flatMap(({ document_id: id, seq, bytes }) => {
    const wrong = ledgers.get(id)?.add(Number(seq), bytes);
    return wrong === undefined ? [] : [`${id}: ${wrong}`];
  });
}

/** A Postgres of one's own with its durable defaults, that is killed and started again. */
async function openCluster(dataDir: string) {
  let postgres: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir });
  const { url } = await makeDatabase(postgres.url).then(async (made) => {
    await made.db.close();
    return made;
  });
  const db = connect(url, { max: 4 });
  return {
    db,
    url,
    /** The first process, with -9. */
    async kill(): Promise<void> {
      process.kill(await postmasterPid(dataDir), 'SIGKILL');
      void postgres.stop(); // it would start it again by itself, at most five times a minute
    },
    async revive(): Promise<void> {
      await postgres.stop();
      postgres = await startEmbeddedPostgres({ dataDir });
    },
    async close(): Promise<void> {
      await db.close();
      await postgres.stop();
    },
  };
}
