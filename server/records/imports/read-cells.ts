/** The cells of one line: what they say, or what is wrong with them. */
import { Day } from '../../../shared/dates.ts';
import { ContentLanguage } from '../../../shared/languages.ts';
import { type MemberDraft, Relation } from '../../../shared/records/households.ts';
import type { ImportColumn, ImportProblemCode } from '../../../shared/records/imports.ts';
import {
  type DateProblem,
  impossibleBirth,
  impossibleDate,
} from '../../../shared/records/pregnancy-dates.ts';

export type TellProblem = (line: number, column: ImportColumn, code: ImportProblemCode) => void;

export type Told = {
  readonly line: number;
  readonly cells: Readonly<Record<ImportColumn, string>>;
  readonly tell: TellProblem;
};

const relations: Readonly<Record<string, Relation>> = {
  madre: 'mother',
  padre: 'father',
  compagno: 'partner',
  compagna: 'partner',
  figlio: 'child',
  figlia: 'child',
  nonna: 'grandmother',
  altro: 'other',
  altra: 'other',
};
const yes = ['sì', 'si', 'yes', 'x', '1', 'true', 'vero'];
const no = ['', 'no', '0', 'false', 'falso'];

export function readMember(told: Told, today: Day): MemberDraft {
  const { line, cells, tell } = told;
  const { name, relation, sex, birth_country: birthCountry, index_person: index } = cells;
  if (name === '') tell(line, 'name', 'missing');
  if (name.length > 120) tell(line, 'name', 'too-long');
  if (birthCountry.length > 80) tell(line, 'birth_country', 'too-long');
  const role = relations[relation.toLowerCase()] ?? Relation.safeParse(relation.toLowerCase()).data;
  if (role === undefined) tell(line, 'relation', relation === '' ? 'missing' : 'not-a-relation');
  if (!['f', 'm'].includes(sex.toLowerCase())) tell(line, 'sex', sex === '' ? 'missing' : 'not-a-sex');
  const isIndex = yes.includes(index.toLowerCase());
  if (!isIndex && !no.includes(index.toLowerCase())) tell(line, 'index_person', 'not-a-yes');
  const birth = readDay(told, 'birth');
  const pregnancy = readPregnancy(told, today);
  const unborn = impossibleBirth({ birth, pregnancy }, today);
  if (unborn !== null) tell(line, 'birth', unborn.code);
  return {
    name,
    relation: role ?? 'other',
    sex: sex.toLowerCase() === 'm' ? 'm' : 'f',
    birth,
    indexPerson: isIndex,
    languages: readLanguages(told, 'languages'),
    birthCountry: birthCountry === '' ? null : birthCountry,
    pregnancy,
  };
}

function readPregnancy(told: Told, today: Day): MemberDraft['pregnancy'] {
  const { line, cells, tell } = told;
  const lmp = readDay(told, 'lmp');
  const dueDate = readDay(told, 'due_date');
  if (lmp === null && dueDate === null) return null;
  const pregnancy = { lmp, dueDate, ended: null };
  if (cells.sex.toLowerCase() === 'm') tell(line, 'sex', 'not-a-woman');
  const impossible = impossibleDate(pregnancy, today);
  if (impossible !== null) {
    tell(line, impossible.path === 'pregnancy.lmp' ? 'lmp' : 'due_date', codeOf[impossible.code]);
  }
  return pregnancy;
}

const codeOf = {
  future: 'in-the-future',
  'too-long-ago': 'too-early',
  'too-far': 'too-late',
  'not-this-lmp': 'not-this-lmp',
  'not-these-weeks': 'too-late',
  'before-lmp': 'too-early',
} as const satisfies Record<DateProblem['code'], ImportProblemCode>;

/** As in a database, 2026-03-01, or as people write it, 1/3/2026. */
function readDay({ line, cells, tell }: Told, column: ImportColumn): Day | null {
  const cell = cells[column];
  if (cell === '') return null;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell) ?? [];
  const written = year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = Day.safeParse(written);
  if (!read.success) tell(line, column, 'not-a-date');
  return read.data ?? null;
}

/** Codes with spaces, commas, slashes or pluses between them. */
export function readLanguages(
  { line, cells, tell }: Told,
  column: 'languages' | 'family_languages',
): ContentLanguage[] {
  const codes = cells[column]
    .toLowerCase()
    .split(/[\s,;/+]+/)
    .filter((code) => code !== '');
  const read = codes.map((code) => ContentLanguage.safeParse(code).data);
  if (read.includes(undefined)) tell(line, column, 'not-a-language');
  return [...new Set(read.flatMap((language) => language ?? []))];
}

export function readDistrict({ line, cells, tell }: Told): number | null {
  if (cells.district === '') return null;
  const district = Number(cells.district);
  if (!Number.isInteger(district)) tell(line, 'district', 'not-a-number');
  else if (district < 1 || district > 8) tell(line, 'district', 'not-a-district');
  else return district;
  return null;
}
