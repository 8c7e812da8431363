/**
 * `npm run check-documents [-- --json]`: whether everything stored is whole, in the database of DATABASE_URL, else the
 * embedded one in DATA_DIR. Changes nothing; a server may be at work meanwhile. Ends with 1 when something was found.
 */
import { ConfigRefused, readConfig } from '../../config.ts';
import { openExistingDatabase } from '../../db/existing-database.ts';
import { DatabaseRefused } from '../../db/refusal.ts';
import { type CheckReport, checkDocuments } from './check.ts';

const tellEveryMs = 2_000;

const asJson = process.argv.includes('--json');
try {
  const report = await checkConfigured();
  const text = asJson ? JSON.stringify(report) : inWords(report);
  process.stdout.write(`${text}\n`);
  if (report.findings.length > 0) process.exitCode = 1;
} catch (error) {
  const message = whatToDo(error);
  if (message === undefined) throw error;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function checkConfigured(): Promise<CheckReport> {
  const db = await openExistingDatabase(readConfig(process.env));
  let toldAt = Date.now();
  try {
    return await checkDocuments(db, {
      onProgress(done, of) {
        if (Date.now() - toldAt < tellEveryMs) return;
        toldAt = Date.now();
        process.stderr.write(`${done} of ${of} documents\n`);
      },
    });
  } finally {
    await db.close();
  }
}

function inWords({ documents, rows, findings }: CheckReport): string {
  const lines = findings.map(({ kind, document, detail }) =>
    [...(document === null ? [] : [document.kind, document.id]), `${kind}:`, detail].join(' '),
  );
  const sum = findings.length === 0 ? 'everything is whole' : `${findings.length} findings`;
  return [...lines, `${documents} documents, ${rows} rows: ${sum}`].join('\n');
}

/** Undefined for a bug of ours. */
function whatToDo(error: unknown): string | undefined {
  if (error instanceof DatabaseRefused || error instanceof ConfigRefused) return error.message;
  const code = codeOf(error) ?? codeOf((error as { cause?: unknown }).cause); // Drizzle wraps Postgres's errors
  const [undefinedTable, undefinedColumn] = ['42P01', '42703'];
  return code === undefinedTable || code === undefinedColumn
    ? 'This database is not of this version of Trama. Run `npm run migrate` first.'
    : undefined;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
