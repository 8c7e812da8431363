/**
 * Families from a spreadsheet (X17): one line per member, lines of one family share its key. A dry run says of every
 * family what would happen, and beside each problem its column; taking takes the good ones and leaves the others alone.
 */
import { z } from 'zod';
import { type CsvCell, type CsvRow, readCsv, writeCsv } from '../csv.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { nothing } from './shapes.ts';

/** What a column holds, and the other name it may have in the file. */
export const importColumns = {
  family: 'nucleo',
  family_name: 'nome_nucleo',
  district: 'circoscrizione',
  area: 'zona',
  family_languages: 'lingue_nucleo',
  tutor_email: 'email_tutor',
  name: 'nome',
  relation: 'relazione',
  sex: 'sesso',
  birth: 'nascita',
  birth_country: 'paese_nascita',
  languages: 'lingue',
  index_person: 'riferimento',
  lmp: 'ultima_mestruazione',
  due_date: 'data_presunta',
} as const;
export const ImportColumn = z.enum(Object.keys(importColumns) as [keyof typeof importColumns]); // the keys just above
export type ImportColumn = z.infer<typeof ImportColumn>;

/** Without these a file says nothing of a family. */
export const neededColumns = [
  'family',
  'family_name',
  'family_languages',
  'tutor_email',
  'name',
  'relation',
  'sex',
] as const satisfies readonly ImportColumn[];

/** The column that rejected lines come back with; it is read over when they are sent again. */
export const explanationColumn = 'spiegazione';

export const ImportProblemCode = z.enum([
  'missing',
  'too-long',
  'not-a-number',
  'not-a-district',
  'not-a-language',
  'not-a-tutor',
  'not-a-relation',
  'not-a-sex',
  'not-a-date',
  'in-the-future',
  'too-early',
  'too-late',
  'not-this-lmp',
  'after-pregnancy',
  'not-a-woman',
  /** Another line of the family says something else. */
  'differs',
  /** Nobody, or more than one, is the index person. */
  'one-index-person',
  'not-a-yes',
  'too-many-members',
  /** The family's lines don't stand together. */
  'apart',
]);
export type ImportProblemCode = z.infer<typeof ImportProblemCode>;

export const ImportProblem = z.object({
  /** The line of the file, from 1. */
  line: z.int(),
  column: ImportColumn,
  code: ImportProblemCode,
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportedFamily = z.object({
  key: z.string(),
  name: z.string(),
  lines: z.array(z.int()),
  members: z.int(),
  /** `known`: taken in from the same lines before. */
  state: z.enum(['new', 'known', 'wrong']),
  /** The household's code, once there is one. */
  code: z.string().nullable(),
  problems: z.array(ImportProblem),
});
export type ImportedFamily = z.infer<typeof ImportedFamily>;

/** As many as one request takes in good time, and as long as a request may be. */
export const mostFamilies = 300;
export const longestFile = 200_000;

export const ImportReport = z.object({
  families: z.array(ImportedFamily),
  /** Columns of the file that nothing is read from. */
  ignored: z.array(z.string()),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** How many families one file brought, by whom the log says. */
export const importEvents = [event('import.taken', { families: z.int(), wrong: z.int() })] as const;

const functions = ['admin', 'coordinator', 'desk'] as const;
const File = z.strictObject({ csv: z.string().max(longestFile) });

export const importEndpoints = {
  check: endpoint({
    method: 'POST',
    path: '/api/imports/households/check',
    summary:
      'A dry run: what taking this file of families would do, and what is wrong with it. Changes nothing.',
    policy: { kind: 'functions', functions },
    params: nothing,
    query: nothing,
    body: File,
    response: ImportReport,
  }),
  take: endpoint({
    method: 'POST',
    path: '/api/imports/households',
    summary: 'Takes in the good families of a file. The same lines again make nothing twice.',
    policy: { kind: 'functions', functions },
    params: nothing,
    query: nothing,
    body: File,
    response: ImportReport,
  }),
};

/**
 * The lines of families that were not taken, as a file to mend and send again: what is wrong stands in a column of its
 * own, in the reader's words.
 */
export function rejectedLines(
  csv: string,
  { families }: ImportReport,
  explain: (problem: ImportProblem) => string,
): string | null {
  const read = readCsv(csv);
  const [head, ...rows] = read.ok ? read.rows : [];
  const wrong = new Map(
    families.flatMap(({ state, lines, problems }) =>
      state === 'wrong'
        ? lines.map((line): [number, ImportProblem[]] => [
            line,
            problems.filter((each) => each.line === line),
          ])
        : [],
    ),
  );
  if (head === undefined || wrong.size === 0) return null;
  const own = head.cells.findIndex((cell) => cell.trim().toLowerCase() === explanationColumn);
  const keep = ({ cells }: CsvRow): CsvCell[] =>
    head.cells.flatMap((_, at) => (at === own ? [] : [textOf(cells[at])]));
  return writeCsv([
    [...keep(head), explanationColumn],
    ...rows.flatMap((row) => {
      const problems = wrong.get(row.line);
      return problems ? [[...keep(row), problems.map(explain).join(' · ')]] : [];
    }),
  ]);
}

/** A cell without the apostrophe that keeps spreadsheets from running it. */
export const textOf = (cell: string | undefined): string => (cell ?? '').replace(/^'(?=[=+\-@\t\r])/, '');
