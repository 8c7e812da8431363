/** A plan with a long past: every keystroke a row of its log, by the people of its team, in sittings over half a year. */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { connect } from '../../../server/db/connect.ts';
import { storedState } from '../../../server/sync/stored-state.ts';
import { appendBlock, contentRoot } from '../../../shared/documents/rich-text.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { createRandom } from './random.ts';

const words =
  'la famiglia abita una stanza in prestito e cerca casa vicino alla scuola con il servizio sociale che segue la domanda'.split(
    ' ',
  );
const keysOfSitting = 40;
const paragraphLength = 320;
const dayMs = 86_400_000;
const keyMs = 400;
const insertedAtOnce = 1_000;

type Row = { readonly author: string; readonly bytes: Uint8Array; readonly at: Date };

/** Writes so many keystrokes below what stands in a family's plan. Nobody has it open. */
export async function writePast(url: string, householdId: string, edits: number): Promise<void> {
  const db = connect(url, { max: 1 });
  try {
    const [plan] = await db.sql<{ id: DocumentId }[]>`
      select id from document where household_id = ${householdId} and kind = 'care-plan'`;
    const stored = plan && (await storedState(db.orm, plan.id));
    if (!plan || !stored) throw new Error('the family has a plan');
    const people = await db.sql<{ id: string }[]>`select id from person order by email limit 4`;
    const authors = people.map(({ id }) => id);
    const rows = typed(stored.doc, authors, edits).map(({ author, bytes, at }, index) => ({
      document_id: plan.id,
      seq: stored.seq + index + 1,
      author_id: author,
      bytes,
      sha256: createHash('sha256').update(bytes).digest(),
      committed_at: at,
    }));
    await db.sql.begin(async (sql) => {
      for (let first = 0; first < rows.length; first += insertedAtOnce)
        await sql`insert into document_update ${sql(rows.slice(first, first + insertedAtOnce))}`;
      await sql`update document set head_seq = ${stored.seq + rows.length} where id = ${plan.id}`;
    });
  } finally {
    await db.close();
  }
}

/** One row a keystroke: words at the end, now and then further up, one in sixteen takes a letter away. */
function typed(doc: Y.Doc, authors: readonly string[], edits: number): Row[] {
  const random = createRandom(11);
  const rows: Row[] = [];
  const sittings = Math.ceil(edits / keysOfSitting);
  let author = '';
  let at = new Date();
  doc.on('update', (bytes: Uint8Array) => rows.push({ author, bytes, at }));
  const content = doc.getXmlFragment(contentRoot);
  const texts: Y.XmlText[] = [];
  const clients = authors.map((_, index) => 1_400_000_000 + index);
  let text = new Y.XmlText();
  let place = 0;
  let toType = '';
  const startParagraph = () => {
    appendBlock(content, 'paragraph', {}, ['D']);
    const last = content.get(content.length - 1);
    const first = last instanceof Y.XmlElement ? last.get(0) : undefined;
    if (!(first instanceof Y.XmlText)) throw new Error('a paragraph begins with words');
    text = first;
    texts.push(first);
    place = 1;
  };
  while (rows.length < edits) {
    const sitting = Math.floor(rows.length / keysOfSitting);
    author = authors[sitting % authors.length] ?? '';
    doc.clientID = clients[sitting % clients.length] ?? 0;
    at = new Date(
      Date.now() - (sittings - sitting) * (180 / sittings) * dayMs + (rows.length % keysOfSitting) * keyMs,
    );
    const dice = random();
    if (rows.length === 0 || text.length > paragraphLength) startParagraph();
    else if (dice < 1 / 16 && place > 1) text.delete(--place, 1);
    else {
      toType ||= `${words[Math.floor(random() * words.length)] ?? ''} `;
      text.insert(place++, toType.charAt(0));
      toType = toType.slice(1);
    }
    if (dice > 1 - 1 / 200) {
      text = texts[Math.floor(random() * texts.length)] ?? text;
      place = Math.floor(random() * text.length);
    }
  }
  return rows;
}
