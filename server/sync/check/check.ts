/**
 * Whether what is stored is whole: every document's log and content, and the chain of the activity log. Reads only, and
 * may run beside a server at work.
 */
import { sql } from 'drizzle-orm';
import type { DocumentId } from '../../../shared/ids.ts';
import { firstBrokenLink } from '../../activity/chain.ts';
import { type Database, inTransaction, type Tx } from '../../db/connect.ts';
import { checkDocument } from './check-document.ts';
import type { Finding } from './finding.ts';
import { readStoredLog } from './stored-log.ts';

export type CheckReport = {
  readonly documents: number;
  readonly rows: number;
  readonly findings: readonly Finding[];
};

export type CheckOptions = {
  /** Told after each document. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Only these; all of them unless given. */
  readonly documentIds?: readonly DocumentId[];
};

/** As many as are read in one transaction; each is seen as it is when its turn comes. */
const documentsPerLook = 100;

/** Nothing is changed: Postgres itself refuses writes meanwhile. */
export async function checkDocuments(db: Database, options: CheckOptions = {}): Promise<CheckReport> {
  const ids = options.documentIds ?? (await reading(db, allDocuments));
  const findings: Finding[] = [];
  let [documents, rows] = [0, 0];
  for (let start = 0; start < ids.length; start += documentsPerLook) {
    await reading(db, async (tx) => {
      for (const [index, id] of ids.slice(start, start + documentsPerLook).entries()) {
        const log = await readStoredLog(tx, id);
        options.onProgress?.(start + index + 1, ids.length);
        if (log === undefined) continue;
        documents++;
        rows += log.rows;
        findings.push(...checkDocument(log));
      }
    });
  }
  findings.push(...(await reading(db, findOrphans)), ...(await reading(db, checkActivity)));
  return { documents, rows, findings };
}

const reading = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(db, work, { accessMode: 'read only' });

async function allDocuments(tx: Tx): Promise<DocumentId[]> {
  const rows = await tx.execute<{ id: DocumentId }>(sql`select id from document order by id`);
  return rows.map(({ id }) => id);
}

async function findOrphans(tx: Tx): Promise<Finding[]> {
  const orphans = await tx.execute<{ document_id: DocumentId; rows: number }>(sql`
    select document_id, count(*)::integer as rows from document_update
    where not exists (select from document where id = document_id)
    group by document_id order by document_id`);
  return orphans.map(({ document_id: id, rows }) => ({
    kind: 'orphan',
    document: null,
    detail: `${rows} rows of ${id}`,
  }));
}

async function checkActivity(tx: Tx): Promise<Finding[]> {
  const seq = await firstBrokenLink(tx);
  return seq === null ? [] : [{ kind: 'activity-chain', document: null, detail: `position ${seq}` }];
}
