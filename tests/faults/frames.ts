/**
 * Frame fuzzing: a running server is thrown truncated, mutated, spliced and random frames of every message type, and
 * bytes that aren't WebSocket at all, in the very documents in which honest pages write. It must not end, report
 * nothing, serve the honest pages as fast as ever, and every document must load again and be valid.
 */
import * as Y from 'yjs';
import type { Database } from '../../server/db/connect.ts';
import { checkDocuments } from '../../server/sync/check/check.ts';
import { createPostgresLog } from '../../server/sync/postgres-log.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { schemaParameter } from '../../shared/sync/protocol.ts';
import { honestFrames, mutated } from '../support/faults-corpus.ts';
import { openRoots, shownBy } from '../support/faults-documents.ts';
import { startSyncProgram } from '../support/faults-program.ts';
import { createPulse, type Pulse } from '../support/faults-pulse.ts';
import type { Random } from '../support/faults-random.ts';
import { throwAt, webSocketFrame, webSocketGarbage } from '../support/faults-raw-socket.ts';
import {
  insertDocument,
  insertHousehold,
  insertPerson,
  openProvider,
  origin,
  type ProviderPage,
} from '../support/sync-world.ts';
import { until } from '../support/until.ts';
import type { OpenProof, Proof, Round, Stage } from './proof.ts';

const kinds: readonly DocumentKind[] = ['care-plan', 'network-map', 'annotations', 'minutes'];
const framesPerRound = { short: 3_000, long: 20_000 };
/** Sockets that throw at once. */
const throwers = { short: 16, long: 48 };
const mostFramesPerSocket = 6;
/** A test machine may be slow. */
const mostHonestMs = { long: 200, short: 2_000 };

export const frames: Proof = {
  name: 'frames',
  promise: 'a million bad frames: no crash, no poisoned document, honest pages stay fast',
  rounds: 50,
  open: openFrames,
};

type Target = {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly corpus: readonly Uint8Array[];
  /** An honest page that watches. */
  readonly watcher: ProviderPage;
};

async function openFrames(stage: Stage): Promise<OpenProof> {
  const { db, url: databaseUrl } = await stage.database();
  const program = startSyncProgram();
  const port = await program.serve({ databaseUrl, remembersPeople: true });
  const url = `ws://127.0.0.1:${port}/sync`;
  const honest = await insertPerson(db, 'Anna');
  const attackers = await Promise.all(['Mara', 'Nino', 'Ugo'].map((name) => insertPerson(db, name)));
  let framesBefore = 0;

  async function openTargets(random: Random): Promise<Target[]> {
    const householdId = await insertHousehold(db, honest);
    return Promise.all(
      kinds.map(async (kind) => {
        const documentId = await insertDocument(db, householdId, { kind });
        const corpus = honestFrames(kind, random.fork(kind));
        return { documentId, kind, corpus, watcher: openProvider(url, documentId, honest) };
      }),
    );
  }

  /** Throws until there are enough; answers how many sockets the server left hanging. */
  async function attack(
    targets: readonly Target[],
    random: Random,
  ): Promise<{ sockets: number; hung: number }> {
    let left = framesPerRound[stage.size];
    let sockets = 0;
    let hung = 0;
    const thrower = async (own: Random): Promise<void> => {
      while (left > 0 && program.ended() === undefined) {
        const { documentId, corpus } = own.pick(targets);
        const thrown: Buffer[] = [];
        for (let count = own.between(1, mostFramesPerSocket); count > 0; count--) {
          thrown.push(webSocketFrame(mutated(corpus, own)));
        }
        if (own.chance(0.3)) thrown.push(...webSocketGarbage(own.pick(corpus), own));
        left -= thrown.length;
        sockets++;
        const path = `/sync/${documentId}?${schemaParameter}=1`;
        if (await throwAt(port, { path, origin, cookie: `person=${own.pick(attackers)}` }, thrown)) hung++;
      }
    };
    await Promise.all(
      Array.from({ length: throwers[stage.size] }, (_, index) => thrower(random.fork(index))),
    );
    return { sockets, hung };
  }

  async function round(random: Random): Promise<Round> {
    const targets = await openTargets(random);
    const pulse = await openHonest(url, targets, honest);
    const began = performance.now();
    const { sockets, hung } = await attack(targets, random);
    const seconds = (performance.now() - began) / 1000;
    const findings = hung > 0 ? [`${hung} of ${sockets} sockets were left hanging`] : [];
    const ended = program.ended();
    if (ended !== undefined) {
      return { counts: {}, findings: [`the server ended with ${ended}: ${program.said()}`] };
    }
    const { p99, beats } = await pulse.stop();
    if (p99 >= mostHonestMs[stage.size]) findings.push(`honest p99 was ${p99.toFixed(0)} ms`);
    const { framesReceived } = await program.state();
    for (const target of targets) findings.push(...(await inspect(db, url, target, honest)));
    findings.push(...[...program.reports].map((what) => `the server reported: ${what}`));
    program.reports.clear();
    for (const { watcher } of targets) watcher.destroy();
    const counted = framesReceived - framesBefore;
    framesBefore = framesReceived;
    return {
      counts: { framesTaken: counted, sockets, honestWords: beats, attackSeconds: Math.round(seconds) },
      worst: { honestP99Ms: p99 },
      findings,
    };
  }

  return {
    round,
    async close() {
      await program.kill();
      return undefined;
    },
  };
}

/** Two honest pages in the plan under attack, whose words are timed. */
async function openHonest(url: string, targets: readonly Target[], person: PersonId): Promise<Pulse> {
  const [plan] = targets;
  if (plan === undefined) throw new Error('there is a document to attack');
  await until(() => targets.every(({ watcher }) => watcher.provider.synced), 30_000);
  return createPulse(openProvider(url, plan.documentId, person), plan.watcher);
}

/** What is stored must be whole and valid, and what the honest pages see, also one that comes only now. */
async function inspect(
  db: Database,
  url: string,
  { documentId, kind, watcher }: Target,
  reader: PersonId,
): Promise<string[]> {
  const { findings } = await checkDocuments(db, { documentIds: [documentId] });
  const wrong = findings.map((finding) => `${finding.kind}: ${finding.detail}`);
  const stored = await createPostgresLog(db).load(documentId);
  const loaded = openRoots(new Y.Doc(), kind);
  for (const update of stored?.updates ?? []) Y.applyUpdate(loaded, update);
  const wanted = shownBy(loaded, kind);
  const page = openProvider(url, documentId, reader);
  const isSame = (): boolean =>
    page.provider.synced &&
    [page.doc, watcher.doc].every((doc) => shownBy(openRoots(doc, kind), kind) === wanted);
  await until(isSame, 15_000).catch(() => wrong.push('pages and database differ'));
  page.destroy();
  return wrong.map((what) => `${kind} ${documentId}: ${what}`);
}
