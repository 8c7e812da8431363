/** A file of families as drafts and problems: pure, it knows neither the database nor who asks. */
import { type CsvRow, readCsv } from '../../../shared/csv.ts';
import type { Day } from '../../../shared/dates.ts';
import { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuseField } from '../../../shared/outcome.ts';
import type { HouseholdDraft } from '../../../shared/records/households.ts';
import {
  explanationColumn,
  ImportColumn,
  type ImportProblem,
  importColumns,
  mostFamilies,
  neededColumns,
  textOf,
} from '../../../shared/records/imports.ts';
import { derivedId } from '../../derived-id.ts';
import { readDistrict, readLanguages, readMember, type TellProblem, type Told } from './read-cells.ts';

export type ReadFamily = {
  readonly key: string;
  readonly lines: readonly number[];
  /** Everything but the tutor, of whom the file knows the e-mail; meant only when nothing is wrong. */
  readonly draft: Omit<HouseholdDraft, 'tutorId' | 'tutorReason'>;
  readonly tutorEmail: string;
  readonly problems: readonly ImportProblem[];
};

/** Refuses a file that can't be read as one; what is wrong with a family stands with it. */
export function readFamilies(
  csv: string,
  today: Day,
): Outcome<{ families: ReadFamily[]; ignored: string[] }> {
  const read = readCsv(csv);
  if (!read.ok) return refuseField('csv', read.fault, `The quotes of line ${read.line} don’t match.`);
  const [head, ...rows] = read.rows;
  if (head === undefined || rows.length === 0)
    return refuseField('csv', 'empty', 'There is no family in it.');
  const columns = head.cells.map(columnNamed);
  const missing = neededColumns.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    return refuseField(
      'csv',
      'columns-missing',
      `It has no column ${missing.map((each) => importColumns[each]).join(', ')}.`,
    );
  }
  const twice = columns.find((column, at) => column !== null && columns.indexOf(column) !== at);
  if (twice) return refuseField('csv', 'columns-twice', `Two columns are ${importColumns[twice]}.`);

  const lines = rows.map((row) => lineOf(row, columns));
  const groups = Map.groupBy(lines, ({ cells }) => cells.family);
  if (groups.size > mostFamilies) {
    return refuseField('csv', 'too-many', `At most ${mostFamilies} families at once.`);
  }
  const ignored = head.cells.filter((cell, at) => columns[at] === null && plain(cell) !== explanationColumn);
  return ok({ families: [...groups].map(([key, group]) => readFamily(key, group, lines, today)), ignored });
}

type Line = { readonly line: number; readonly cells: Readonly<Record<ImportColumn, string>> };

function lineOf({ line, cells }: CsvRow, columns: readonly (ImportColumn | null)[]): Line {
  const entries = ImportColumn.options.map((column) => {
    const at = columns.indexOf(column);
    return [column, at === -1 ? '' : textOf(cells[at]).trim()];
  });
  return { line, cells: Object.fromEntries(entries) as Line['cells'] }; // one entry for each column
}

const plain = (heading: string): string => heading.trim().toLowerCase();

const columnNamed = (heading: string): ImportColumn | null =>
  ImportColumn.options.find(
    (column) => column === plain(heading) || importColumns[column] === plain(heading),
  ) ?? null;

const ofFamily = ['family_name', 'district', 'area', 'family_languages', 'tutor_email'] as const;

function readFamily(key: string, group: readonly Line[], all: readonly Line[], today: Day): ReadFamily {
  const problems: ImportProblem[] = [];
  const tell: TellProblem = (line, column, code) => void problems.push({ line, column, code });
  const [first] = group;
  if (first === undefined) throw new Error('a group has lines');
  if (key === '') for (const { line } of group) tell(line, 'family', 'missing');
  const start = all.indexOf(first);
  if (group.some((line, at) => all[start + at] !== line)) tell(first.line, 'family', 'apart');
  if (group.length > 20) tell(first.line, 'family', 'too-many-members');
  for (const { line, cells } of group.slice(1)) {
    for (const column of ofFamily) {
      if (cells[column] !== '' && cells[column] !== first.cells[column]) tell(line, column, 'differs');
    }
  }
  const told: Told = { line: first.line, cells: first.cells, tell };
  const { family_name: name, area, tutor_email: tutorEmail } = first.cells;
  if (name.length < 2) tell(first.line, 'family_name', 'missing');
  if (name.length > 120) tell(first.line, 'family_name', 'too-long');
  if (area.length > 120) tell(first.line, 'area', 'too-long');
  if (tutorEmail === '') tell(first.line, 'tutor_email', 'missing');
  const languages = readLanguages(told, 'family_languages');
  if (languages.length === 0 && first.cells.family_languages === '')
    tell(first.line, 'family_languages', 'missing');
  const members = group.map(({ line, cells }) => readMember({ line, cells, tell }, today));
  const index = members.filter(({ indexPerson }) => indexPerson).length;
  if (index !== 1) tell(first.line, 'index_person', 'one-index-person');
  return {
    key,
    lines: group.map(({ line }) => line),
    draft: {
      // The lines themselves: the same ones in another file, or in one that was mended, are the same family.
      id: derivedId(HouseholdId, 'import', ...group.map(({ cells }) => JSON.stringify(cells))),
      name,
      district: readDistrict(told),
      area: area === '' ? null : area,
      languages,
      members,
    },
    tutorEmail: tutorEmail.toLowerCase(),
    problems,
  };
}
