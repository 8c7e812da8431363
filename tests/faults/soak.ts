/**
 * Soak: many documents, five writers in each, for minutes or hours. Each types letters at the end of a paragraph of their
 * own and takes the oldest out again, so documents stay as large as they are; what is left of letters that are gone
 * Yjs joins into one. (Of whole paragraphs that come and go it can't: they grow by what 200 bytes each leave, for ever.)
 * So memory has no reason to grow: its slope after warming up is what this measures, with how uncertain it is. In the
 * end everybody must see the same, and everything stored must be whole.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import { checkDocuments } from '../../server/sync/check/check.ts';
import { appendBlock } from '../../shared/documents/rich-text.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { type SyncProgram, startSyncProgram } from '../support/faults-program.ts';
import type { Random } from '../support/faults-random.ts';
import { textOfDoc } from '../support/sync-hand.ts';
import {
  insertDocument,
  insertHousehold,
  insertPerson,
  openProvider,
  type ProviderPage,
} from '../support/sync-world.ts';
import { until } from '../support/until.ts';
import type { Proof, Round, Stage } from './proof.ts';

const sizes = {
  short: { documents: 10, writers: 3, minutes: 0.05, sampleEveryMs: 250 },
  long: { documents: 200, writers: 5, minutes: 10, sampleEveryMs: 5_000 },
};
/** Of the time, before memory is looked at. */
const warmUp = 0.3;
const editsPerSecond = 400;
/** Letters that stand in a writer's paragraph at most. */
const mostLetters = 120;
const mostSlopeMb = 1;
/** Fewer samples say nothing about an hour. */
const fewestSamples = 20;

export const soak: Proof = {
  name: 'soak',
  promise:
    'it stays up: memory grows by less than 1 MB an hour under steady work, and everything stored is whole',
  rounds: 1,
  open: async (stage) => ({
    round: (random) => keepBusy(stage, random),
    close: async () => undefined,
  }),
};

async function keepBusy(stage: Stage, random: Random): Promise<Round> {
  const { documents, writers, minutes, sampleEveryMs } = sizes[stage.size];
  const durationMs = (stage.minutes ?? minutes) * 60_000;
  const { db, url: databaseUrl } = await stage.database();
  const program = startSyncProgram();
  const port = await program.serve({ databaseUrl });
  const people = await Promise.all(
    Array.from({ length: writers }, (_, index) => insertPerson(db, `Anna ${'abcde'[index]}`)),
  );
  const owner = await insertPerson(db);
  const rooms: { documentId: DocumentId; pages: ProviderPage[] }[] = [];
  const findings: string[] = [];
  try {
    for (let count = 0; count < documents; count++) {
      const documentId = await insertDocument(db, await insertHousehold(db, owner));
      const pages = people.map((person) => openProvider(`ws://127.0.0.1:${port}/sync`, documentId, person));
      rooms.push({ documentId, pages });
      await until(() => pages.every(({ provider }) => provider.synced), 60_000);
      const [first] = pages;
      if (first) beginParagraphs(first.doc, writers);
      await until(() => pages.every(({ doc }) => contentOf(doc).length === writers), 60_000);
    }
    const { edits, samples } = await write(rooms, random, program, { durationMs, sampleEveryMs });
    const isSame = () =>
      rooms.every(
        ({ pages }) =>
          new Set(pages.map(({ doc }) => textOfDoc(doc))).size === 1 && pages.every((page) => page.isSaved()),
      );
    await until(isSame, 60_000).catch(() => findings.push('pages of one document differ, or are not saved'));
    const ended = program.ended();
    if (ended !== undefined) findings.push(`the server ended with ${ended}: ${program.said()}`);
    findings.push(...[...program.reports].map((what) => `the server reported: ${what}`));
    const checked = await checkDocuments(db, { documentIds: rooms.map(({ documentId }) => documentId) });
    findings.push(
      ...checked.findings.map(({ kind, document, detail }) => `${kind} ${document?.id}: ${detail}`),
    );
    const rss = slopePerHour(samples.map(({ at, rss: bytes }) => [at, bytes / 2 ** 20]));
    const heap = slopePerHour(samples.map(({ at, heap: bytes }) => [at, bytes / 2 ** 20]));
    // Only what is certain to be too much is a finding; the figures tell how certain that can be after this time.
    if (samples.length >= fewestSamples && heap.slope - 2 * heap.error > mostSlopeMb) {
      findings.push(`the heap grows by ${heap.slope.toFixed(1)} ± ${(2 * heap.error).toFixed(1)} MB an hour`);
    }
    return {
      counts: { documents, pages: documents * writers, edits, rows: checked.rows, samples: samples.length },
      worst: {
        heapMbPerHour: heap.slope,
        heapUncertainty: 2 * heap.error,
        rssMbPerHour: rss.slope,
        rssUncertainty: 2 * rss.error,
        rssMb: (samples.at(-1)?.rss ?? 0) / 2 ** 20,
      },
      findings,
    };
  } finally {
    for (const { pages } of rooms) for (const page of pages) page.destroy();
    await program.kill();
  }
}

type Sample = { readonly at: number; readonly rss: number; readonly heap: number };

async function write(
  rooms: readonly { readonly pages: readonly ProviderPage[] }[],
  random: Random,
  program: SyncProgram,
  { durationMs, sampleEveryMs }: { durationMs: number; sampleEveryMs: number },
): Promise<{ edits: number; samples: Sample[] }> {
  const samples: Sample[] = [];
  const began = performance.now();
  let edits = 0;
  const typing = setInterval(() => {
    const due = ((performance.now() - began) / 1000) * editsPerSecond;
    for (; edits < due; edits++) {
      const { pages } = random.pick(rooms);
      const writer = random.below(pages.length);
      const page = pages[writer];
      if (page) edit(page.doc, writer);
    }
  }, 10);
  try {
    while (performance.now() - began < durationMs && program.ended() === undefined) {
      await sleep(sampleEveryMs);
      if (performance.now() - began < durationMs * warmUp) continue;
      const { rss, heap } = await program.state();
      samples.push({ at: (performance.now() - began) / 3_600_000, rss, heap });
    }
  } finally {
    clearInterval(typing);
  }
  return { edits, samples };
}

const contentOf = (doc: Y.Doc) => doc.getXmlFragment('content');

/** One paragraph for each writer. */
const beginParagraphs = (doc: Y.Doc, writers: number): void =>
  doc.transact(() => {
    for (let writer = 0; writer < writers; writer++) appendBlock(contentOf(doc), 'paragraph', {}, ['parola']);
  });

/** A letter more at the end of the writer's paragraph, and the oldest less when there are enough. */
function edit(doc: Y.Doc, writer: number): void {
  const paragraph = contentOf(doc).get(writer);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('every writer has a paragraph');
  doc.transact(() => {
    text.insert(text.length, 'a');
    if (text.length > mostLetters) text.delete(0, text.length - mostLetters);
  });
}

/** The slope of a straight line through the points, by least squares, and its standard error. */
function slopePerHour(points: readonly (readonly [x: number, y: number])[]): {
  slope: number;
  error: number;
} {
  const count = points.length;
  if (count < 3) return { slope: 0, error: 0 };
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const residual = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { slope, error: Math.sqrt(residual / (count - 2) / spread) };
}
