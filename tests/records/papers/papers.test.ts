/** X21: plan, map, minutes and pact as files that open in their readers, right-to-left included. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { takePen } from '../../../server/demo/pen.ts';
import { scheduleConference } from '../../../server/records/conferences/commands.ts';
import { documentOfKind } from '../../../server/records/households/documents.ts';
import { takePaper } from '../../../server/records/papers/commands.ts';
import { toMarkdown } from '../../../server/records/papers/markdown.ts';
import { toPage } from '../../../server/records/papers/page.ts';
import type { Paper } from '../../../server/records/papers/paper.ts';
import { createPrinter } from '../../../server/records/papers/printed.ts';
import { toWordFile } from '../../../server/records/papers/word-file.ts';
import { createPostgresLog } from '../../../server/sync/postgres-log.ts';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import { attendance } from '../../../shared/documents/minutes.ts';
import { addNode, addTie } from '../../../shared/documents/network-map.ts';
import { appendBlock, appendBulletList, contentRoot } from '../../../shared/documents/rich-text.ts';
import { type DocumentId, newId, TaskId } from '../../../shared/ids.ts';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import { findChromium } from '../../support/chromium-path.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  conferenceWith,
  join,
  makeFamilyAccount,
  makeGoal,
  makeHousehold,
  makeService,
  makeWorker,
} from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const log = createPostgresLog(db);
const household = await makeHousehold(world);
const service = await makeService(world, 'social');
await join(world, household, service.worker);
const goal = await makeGoal(world, household, { right: 'home' });

const documentOf = async (kind: Exclude<DocumentKind, 'minutes'>): Promise<DocumentId> =>
  (await documentOfKind(db.orm, household.id, kind)) ?? expect.fail(`every household has ${kind}`);
async function write(documentId: DocumentId, change: (doc: Y.Doc) => void): Promise<void> {
  const pen = await takePen(log, documentId);
  pen.write(household.tutor.personId, change);
  await pen.commit();
}
const take = (documentId: DocumentId, by = household.tutor, language: ScreenLanguage = 'it') =>
  act(world, by, (context) =>
    takePaper(context, { householdId: household.id, documentId, format: 'markdown', language }),
  );

const arabic = 'أريد أن أسكن قرب المدرسة';
const planId = await documentOf('care-plan');
await write(planId, (doc) => {
  const text = doc.getXmlFragment(contentRoot);
  appendBlock(text, 'heading', { level: 2 }, ['Casa & <lavoro>']);
  appendBlock(text, 'goal', { goalId: goal.id }, ['Una casa in affitto']);
  appendBlock(text, 'voice', { speaker: household.motherId, language: 'ar', original: arabic }, [
    'Vicino alla scuola',
  ]);
  appendBlock(text, 'paragraph', { lang: 'ar', dir: 'rtl' }, ['اللقاء القادم يوم الاثنين']);
  appendBulletList(text, [
    ['1. non è un elenco_di Markdown'],
    [{ chip: 'task', ref: newId(TaskId), label: 'Telefonare' }],
  ]);
  const marked = appendBlock(text, 'paragraph', {}, []);
  const words = new Y.XmlText();
  marked.push([words]);
  words.insert(0, 'grassetto e un sito', {});
  words.format(0, 9, { bold: {} });
  words.format(12, 7, { link: { href: 'https://example.org/a_b' } });
});

test('X21: refused: strangers, the family for the plan, protected notes, annotations and another household’s document', async () => {
  const stranger = await makeWorker(world, 'coordinator');
  const family = await makeFamilyAccount(world, household);
  const other = await makeHousehold(world);
  const foreign = await documentOfKind(db.orm, other.id, 'care-plan');
  for (const by of [stranger, family, other.tutor])
    expect(await take(planId, by)).toMatchObject({ code: 'not-available' });
  for (const kind of ['protection-notes', 'annotations'] as const)
    expect(await take(await documentOf(kind))).toMatchObject({ code: 'not-available' });
  expect(await take(foreign ?? planId)).toMatchObject({ code: 'not-available' });
  expect(await take(await documentOf('health-notes'))).toMatchObject({ code: 'not-available' });
  expect(await db.sql`select from activity where kind = 'paper.taken'`).toHaveLength(0);
});

test('X21: a plan as Markdown has its goals’ states and the family’s words, and nothing in it is taken for a sign', async () => {
  const text = toMarkdown(await must(take(planId, service.worker)));
  expect(text).toContain('# Progetto quadro\n');
  expect(text).toContain('## Casa & \\<lavoro\\>');
  expect(text).toContain('> **Obiettivo (Casa) · proposto:** Una casa in affitto');
  expect(text).toMatch(/> \*\*Parole della famiglia: \S+.*:\*\* Vicino alla scuola/);
  expect(text).toContain(`> ${arabic}`);
  expect(text).toContain('- 1\\. non è un elenco\\_di Markdown\n- **compito: Telefonare**');
  expect(text).toContain('**grassetto** e [un sito](<https://example.org/a_b>)');
  expect(await db.sql`select event -> 'format' from activity where kind = 'paper.taken'`).toHaveLength(1);
});

test('X21: DOCX opens in its reader, and Arabic is marked as right-to-left', async () => {
  const file = await toWordFile(await must(take(planId)));
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  expect(value).toContain('<h1>Casa &amp; &lt;lavoro&gt;</h1>');
  expect(value).toContain(
    '<ul><li>1. non è un elenco_di Markdown</li><li><strong>compito: Telefonare</strong></li></ul>',
  );
  expect(value).toContain('<a href="https://example.org/a_b">un sito</a>');
  const xml = new TextDecoder().decode(unzipSync(file)['word/document.xml']);
  const paragraph = xml.split('<w:p>').find((part) => part.includes('اللقاء القادم')) ?? '';
  expect(paragraph).toContain('<w:bidi/>');
  expect(paragraph).toContain('<w:rtl/>');
  expect(paragraph).toContain('w:bidi="ar-SA"');
});

test('X21: a PDF is tagged, says its language, and gives its text back, right-to-left included', async () => {
  const printer = createPrinter(findChromium());
  const [italian, inArabic] = await Promise.all(
    (['it', 'ar'] as const).map(async (language) =>
      readPdf(await printer.print(await toPage(await must(take(planId, household.tutor, language))))),
    ),
  );
  for (const tag of ['H1', 'H2', 'P', 'L', 'LI'])
    expect(italian?.structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
  expect(italian?.text).toContain('Unacasainaffitto');
  expect(italian?.text).toContain(arabic.replaceAll(' ', ''));
  expect(inArabic?.text).toContain('خطةالمرافقة');
});

test('X21: minutes say who was there, and that they are a draft until they are frozen', async () => {
  const draft = conferenceWith(household, service.worker);
  const conference = await must(
    act(world, household.tutor, (context) =>
      scheduleConference(context, { householdId: household.id, ...draft }),
    ),
  );
  const minutesId = conference.minutes?.documentId ?? expect.fail('the tutor reads them');
  await write(minutesId, (doc) => {
    attendance(doc).set(service.worker.personId, { state: 'present', where: 'room' });
    attendance(doc).set(household.motherId, { state: 'absent' });
    appendBlock(doc.getXmlFragment(contentRoot), 'decision', { decisionId: crypto.randomUUID() }, [
      'Si chiama il nido',
    ]);
  });
  const text = toMarkdown(await must(take(minutesId)));
  expect(text).toContain('# Verbale: Verifica del progetto');
  expect(text).toMatch(/\*\*Presenti:\*\* \S+/);
  expect(text).toMatch(/\*\*Assenti:\*\* \S+/);
  expect(text).toContain('> **Decisione:** Si chiama il nido');
  expect(text).toContain('Bozza: il verbale non è ancora congelato.');
});

test('X21: the map is a drawing with Hartman’s lines and the same as tables; names can’t break out of it', async () => {
  const mapId = await documentOf('network-map');
  await write(mapId, (doc) => {
    addNode(doc, 'nonna', { label: 'Nonna <Amina>', kind: 'person', ring: 'informal', x: 180, y: -60 });
    addTie(doc, 'legame', {
      source: household.motherId,
      target: 'nonna',
      strength: 'stressful',
      energy: 'mutual',
      network: 'primary',
      supports: ['emotional'],
    });
  });
  const paper: Paper = await must(take(mapId));
  const page = await toPage(paper);
  expect(page).toContain('Nonna &lt;Amina&gt;</text>');
  expect(page).not.toContain('<Amina>');
  expect(page).toMatch(/<figure role="img" aria-label="Mappa con \d+ posti e 1 legami/);
  expect(toMarkdown(paper)).toContain('| Nonna \\<Amina\\> | faticoso | nei due sensi | affetto, ascolto |');
});

/** As poppler reads it: the words in reading order, and the structure a screen reader is told. */
async function readPdf(bytes: Uint8Array): Promise<{ text: string; structure: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trama-paper-test-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    await writeFile(file, bytes);
    const read = async (program: string, ...given: string[]) => {
      const { stdout } = await promisify(execFile)(program, given).catch((error: unknown) => {
        throw new Error(`This test needs ${program} (apt-get install poppler-utils)`, { cause: error });
      });
      return stdout;
    };
    const text = await read('pdftotext', file, '-');
    // Where two letters don't touch it may see a space; a line that runs right to left stands between two marks.
    return {
      text: text.replace(/[\s\u202a-\u202e\u200e\u200f]/g, ''),
      structure: await read('pdfinfo', '-struct', file),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
