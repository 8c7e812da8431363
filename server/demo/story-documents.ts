/** What a household wrote together: plan, annotations, map and reserved notes, each part by who would have written it. */
import * as Y from 'yjs';
import type { Actor } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import { instantOf } from '../../shared/dates.ts';
import { addReply, addThread, resolveThread } from '../../shared/documents/annotations.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import {
  addNode,
  addTie,
  type MapNode,
  mapNodes,
  removeNode,
  type TieEnergy,
} from '../../shared/documents/network-map.ts';
import { appendBlock } from '../../shared/documents/rich-text.ts';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { Right } from '../../shared/records/rights.ts';
import type { World } from '../command.ts';
import { projectPlan } from '../projection/plan.ts';
import { documentOfKind } from '../records/households/documents.ts';
import { headingOfRight } from '../records/households/seeds.ts';
import type { UpdateLog } from '../sync/log.ts';
import { createPostgresLog } from '../sync/postgres-log.ts';
import type { BlockFile, HouseholdDocuments, MapFile, ThreadFile } from './document-files.ts';
import { type Pen, takePen } from './pen.ts';
import type { Step, Story } from './story.ts';
import { keepSnapshot, mapOn } from './story-calendar.ts';
import { appendGoal, appendPlanBlock, clear, contentOf, findQuote } from './write-text.ts';

/** The map as it was on the days it was kept, drawn and kept that evening. */
export const stepsOfMap = (story: Story, files: HouseholdDocuments | undefined): Step[] =>
  (files?.networkMap.snapshots ?? []).map((snapshot) => ({
    at: story.calendar.momentOf(snapshot.on, '18:00'),
    run: async (world) => {
      if (files === undefined) return;
      const map = await openDocument(world, createPostgresLog(world.db), story, 'network-map');
      map.write(story.tutorOn(snapshot.on.day).personId, (doc) =>
        drawMap(story, doc, mapOn(files.networkMap, snapshot)),
      );
      await map.commit();
      await keepSnapshot(world, story, snapshot);
    },
  }));

async function openDocument(
  world: World,
  log: UpdateLog,
  story: Story,
  kind: Exclude<DocumentKind, 'minutes'>,
): Promise<Pen> {
  return takePen(log, await idOfDocument(world, story, kind));
}

async function idOfDocument(
  { db }: World,
  story: Story,
  kind: Exclude<DocumentKind, 'minutes'>,
): Promise<DocumentId> {
  const documentId = await documentOfKind(db.orm, story.id, kind);
  assert(documentId, `${story.file.key} has its ${kind}`);
  return documentId;
}

/** Writes everything but the minutes, which are written before they are frozen. */
export async function writeDocuments(
  world: World,
  log: UpdateLog,
  story: Story,
  files: HouseholdDocuments | undefined,
): Promise<void> {
  const open = (kind: Exclude<DocumentKind, 'minutes'>) => openDocument(world, log, story, kind);
  const plan = await open('care-plan');
  const blocks = writePlan(story, plan, files);
  await plan.commit();
  await spreadOverEvenings(world, story);
  await projectPlan(world, story.id, plan.doc);
  if (files === undefined) return;

  const annotations = await open('annotations');
  for (const thread of files.annotations.threads) writeThread(story, annotations, blocks, thread);
  await annotations.commit();

  const map = await open('network-map');
  map.write(story.tutorOn(0).personId, (doc) => drawMap(story, doc, files.networkMap));
  await map.commit();

  for (const { kind, entries } of files.notes) {
    const notes = await open(kind);
    notes.write(story.actor(entries[0]?.author ?? '').personId, clear);
    for (const entry of entries) {
      notes.write(story.actor(entry.author).personId, (doc) => writeNote(story, doc, entry));
    }
    await notes.commit();
  }
}

/** Older rows than the history's window would be swept away. */
const mostEvenings = 24;

/** The plan's past as a team would have left it: each part on an evening of its own, the last of them yesterday. */
async function spreadOverEvenings(world: World, story: Story): Promise<void> {
  const { db } = world;
  const documentId = await idOfDocument(world, story, 'care-plan');
  const rows = await db.sql<{ seq: string }[]>`
    select seq from document_update where document_id = ${documentId} order by seq`;
  const evenings = Math.min(mostEvenings, Math.max(0, -story.opened.day));
  const moments = rows.map((_, at) => {
    const day = -1 - Math.floor(((rows.length - 1 - at) * evenings) / rows.length);
    const time = `17:${String(at % 60).padStart(2, '0')}`;
    return story.calendar.momentOf({ day }, time).toISOString();
  });
  await db.sql`
    update document_update set committed_at = written.at
    from unnest(${rows.map(({ seq }) => seq)}::bigint[], ${moments}::timestamptz[]) as written (seq, at)
    where document_id = ${documentId} and document_update.seq = written.seq`;
  await db.sql`update document set created_at = ${moments[0] ?? ''} where id = ${documentId}`;
}

/** Every right has its section; goals that the file's text doesn't name stand at the end of theirs. */
function writePlan(story: Story, pen: Pen, files: HouseholdDocuments | undefined): Map<string, Y.XmlElement> {
  const written = new Map<string, Y.XmlElement>();
  const append = (block: BlockFile) => written.set(block.id, appendPlanBlock(story, pen.doc, block));
  const { personId: tutorId } = story.tutorOn(0);
  pen.write(tutorId, (doc) => {
    clear(doc);
    for (const block of files?.plan.intro ?? []) append(block);
  });
  for (const right of Right.options) {
    const section = files?.plan.sections.find((each) => each.right === right);
    const blocks = section?.blocks ?? [];
    const named = new Set(blocks.flatMap((block) => (block.type === 'goal' ? [block.ref] : [])));
    const others = story.file.goals.filter((goal) => goal.right === right && !named.has(goal.key));
    pen.write(authorOfSection(story, right).personId, (doc) => {
      appendBlock(contentOf(doc), 'heading', { level: 2, right }, [
        section?.heading ?? headingOfRight[right],
      ]);
      for (const block of blocks) append(block);
      for (const { key } of others) appendGoal(story, doc, key);
      if (blocks.length + others.length === 0) appendBlock(contentOf(doc), 'paragraph', {}, []);
    });
  }
  return written;
}

/** Whoever is responsible for the section's first goal, if they write in the plan. */
function authorOfSection(story: Story, right: Right): Actor {
  const goal = story.file.goals.find((each) => each.right === right);
  return story.writerOn(goal?.responsible ?? '', 0);
}

function writeThread(
  story: Story,
  pen: Pen,
  blocks: ReadonlyMap<string, Y.XmlElement>,
  thread: ThreadFile,
): void {
  const block = blocks.get(thread.block);
  const place = block && findQuote(block, thread.quote);
  assert(place, `${thread.key} quotes the plan`);
  const at = (date: ThreadFile['created'], time: string) => instantOf(story.calendar.momentOf(date, time));
  const author = story.actor(thread.author).personId;
  const { kind, language, quote, text } = thread;
  pen.write(author, (doc) =>
    addThread(doc, thread.key, {
      kind,
      author,
      createdAt: at(thread.created, '10:00'),
      language,
      quote,
      from: positionIn(place.text, place.index),
      to: positionIn(place.text, place.index + quote.length),
      text,
    }),
  );
  for (const reply of thread.replies) {
    const by = story.actor(reply.author).personId;
    const { created, ...words } = reply;
    pen.write(by, (doc) =>
      addReply(doc, thread.key, { ...words, author: by, createdAt: at(created, '11:00') }),
    );
  }
  if (!thread.resolved) return;
  const last = thread.replies.at(-1);
  const by: PersonId = story.actor(last?.author ?? thread.author).personId;
  const on = at(last?.created ?? thread.created, '12:00');
  pen.write(by, (doc) => resolveThread(doc, thread.key, { by, at: on }));
}

const positionIn = (text: Y.XmlText, index: number): string =>
  Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, index))).toString(
    'base64',
  );

/** The files say what the other end does: gives to the family, takes from it. The map says what the family does. */
const energyOf = { to: 'from', from: 'to', mutual: 'mutual', none: 'none' } as const satisfies Record<
  TieEnergy,
  TieEnergy
>;

/** The file's own map, in place of the genogram the server seeded. */
function drawMap(story: Story, doc: Y.Doc, { nodes, ties }: MapFile): void {
  const { calendar } = story;
  for (const key of [...mapNodes(doc).keys()]) removeNode(doc, key);
  for (const { key, label, kind, ring, x, y, ref, symbol, index } of nodes) {
    addNode(doc, key, {
      label,
      kind,
      ring,
      x,
      y,
      ...(ref ? { ref: refOf(story, kind, ref) } : {}),
      ...(symbol ? { symbol } : {}),
      ...(index ? { index } : {}),
    });
  }
  for (const { key, frequency, since, review, note, energy, ...tie } of ties) {
    addTie(doc, key, {
      ...tie,
      energy: energyOf[energy],
      ...(frequency ? { frequency } : {}),
      ...(since ? { since: calendar.dayOf(since) } : {}),
      ...(review ? { review: calendar.dayOf(review) } : {}),
      ...(note ? { note } : {}),
    });
  }
}

function refOf(story: Story, kind: MapNode['kind'], ref: string): NonNullable<MapNode['ref']> {
  if (kind === 'member') return story.member(ref);
  return kind === 'body' ? story.cast.body(ref) : story.cast.person(ref);
}

const noteDate = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long' });

function writeNote(
  story: Story,
  doc: Y.Doc,
  entry: HouseholdDocuments['notes'][number]['entries'][number],
): void {
  const on = noteDate.format(story.calendar.momentOf(entry.on, '12:00'));
  const author = story.cast.nameOf(entry.author);
  appendBlock(contentOf(doc), 'heading', { level: 3 }, [`${on} · ${author}`]);
  appendBlock(contentOf(doc), 'paragraph', {}, [entry.text]);
}
