/** X17: families from a spreadsheet: a dry run that changes nothing, good ones taken, bad ones explained, none made twice. */
import { expect, test } from 'vitest';
import { checkImport, takeImport } from '../../../server/records/imports/commands.ts';
import { importRoutes } from '../../../server/records/imports/routes.ts';
import { readCsv, writeCsv } from '../../../shared/csv.ts';
import {
  type ImportReport,
  importEndpoints,
  mostFamilies,
  rejectedLines,
} from '../../../shared/records/imports.ts';
import { signedInClient, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { makePerson, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const testApp = await startApp(world, { routes: () => importRoutes });
const tutor = await makePerson(world, { function: 'tutor' });
const coordinator = await makePerson(world, { function: 'coordinator' });

const head =
  'nucleo;nome_nucleo;circoscrizione;lingue_nucleo;email_tutor;nome;relazione;sesso;nascita;riferimento;data_presunta;colore';
const good = [
  `1;Idrissi;6;ar it;${tutor.email.toUpperCase()};Samira;madre;F;3/5/1994;sì;;blu`,
  '1;;;;;Adam;figlio;m;2025-02-11;;;',
];
const other = `2;Diallo;;fr;${tutor.email};"Awa, ""Nene""";mother;f;;x;;`;
const bad = [
  `3;Nwosu;9;xx;nessuno@example.org;Blessing;zia;q;31/02/1990;forse;1990-01-01;`,
  '3;Nwosu;8;en;;Joy;child;f;2999-01-01;;;',
];
const file = (...lines: string[]) => `\uFEFF${[head, ...lines].join('\r\n')}\r\n`;
const households = async () =>
  (await db.sql`select id, name, opened_by from household order by name`).map((row) => row);
const states = ({ families }: ImportReport) => families.map(({ key, state }) => `${key} ${state}`);
const refusal = (code: string) => ({ ok: false, code: 'invalid', fields: [{ path: 'csv', code }] });

test('X17: refused: only the administration, the coordination and a desk load families', async () => {
  for (const function_ of ['tutor', 'social', 'call_centre', 'auditor'] as const) {
    const client = await signedInClient(testApp, await makePerson(world, { function: function_ }));
    for (const { path } of Object.values(importEndpoints)) {
      expect((await client.call('POST', path, { csv: file(other) })).status).toBe(404);
    }
  }
});

test.each([
  ['', 'empty'],
  [head, 'empty'],
  ['nucleo;nome\n1;Anna', 'columns-missing'],
  [`${head};nome\n${other};x`, 'columns-twice'],
  [file('4;"Rossi'), 'quote-not-closed'],
  [file(...Array.from({ length: mostFamilies + 1 }, (_, at) => `${at};Rossi`)), 'too-many'],
])('X17: refused: a file that is none (%#)', async (csv, code) => {
  expect(await checkImport(world, csv)).toMatchObject(refusal(code));
});

test('X17: refused: what is wrong is told beside its line and column, and nothing is taken', async () => {
  const report = await must(takeImport(world, coordinator.actor, file(...bad)));
  expect(states(report)).toEqual(['3 wrong']);
  const said = report.families[0]?.problems.map(({ line, column, code }) => `${line} ${column} ${code}`);
  expect(said?.sort()).toEqual(
    [
      '2 birth not-a-date',
      '2 district not-a-district',
      '2 due_date too-early',
      '2 family_languages not-a-language',
      '2 index_person not-a-yes',
      '2 index_person one-index-person',
      '2 relation not-a-relation',
      '2 sex not-a-sex',
      '2 tutor_email not-a-tutor',
      '3 birth in-the-future',
      '3 district differs',
      '3 family_languages differs',
    ].sort(),
  );
  expect(await households()).toEqual([]);
});

test('X17: a dry run tells and changes nothing; taking takes the good, and the same lines make nothing twice', async () => {
  const csv = file(...good, other, ...bad);
  const dry = await must(checkImport(world, csv));
  expect(states(dry)).toEqual(['1 new', '2 new', '3 wrong']);
  expect(dry.ignored).toEqual(['colore']);
  expect(await households()).toEqual([]);

  const [taken, again] = await Promise.all([
    must(takeImport(world, coordinator.actor, csv)),
    must(takeImport(world, coordinator.actor, csv)),
  ]);
  const codes = ({ families }: ImportReport) => families.map(({ code }) => code);
  expect(codes(taken)).toEqual(codes(again));
  expect(await households()).toMatchObject([
    { name: 'Diallo', opened_by: coordinator.id },
    { name: 'Idrissi', opened_by: coordinator.id },
  ]);
  expect(await db.sql`select name, birth, index_person from member order by name`).toMatchObject([
    { name: 'Adam', birth: '2025-02-11', index_person: false },
    { name: 'Awa, "Nene"', birth: null, index_person: true },
    { name: 'Samira', birth: '1994-05-03', index_person: true },
  ]);
  expect(await db.sql`select person_id from tutor_tenure`).toMatchObject([
    { person_id: tutor.id },
    { person_id: tutor.id },
  ]);

  // In another file, or uploaded by somebody else, they are still the same.
  const admin = await makePerson(world, { function: 'admin' });
  expect(states(await must(takeImport(world, admin.actor, file(other, ...good))))).toEqual([
    '2 known',
    '1 known',
  ]);
  expect(await households()).toHaveLength(2);
});

test('X17: what was not taken comes back as a file that explains itself and can be mended and sent again', async () => {
  const csv = file(...good, ...bad, `5;=1+1;;it;${tutor.email};Ada;madre;f;domani;sì;;`);
  const report = await must(checkImport(world, csv));
  const back =
    rejectedLines(csv, report, ({ column, code }) => `${column}: ${code}`) ?? expect.fail('some are bad');
  const read = readCsv(back);
  const rows = read.ok ? read.rows.map(({ cells }) => cells) : [];
  expect(rows.map((cells) => [cells[0], cells[1], cells.at(-1)?.split(' · ').length])).toEqual([
    ['nucleo', 'nome_nucleo', 1],
    ['3', 'Nwosu', 9],
    ['3', 'Nwosu', 3],
    ['5', "'=1+1", 1],
  ]);
  const mended = rows.map((cells) => cells.map((cell) => (cell === 'domani' ? '1999-09-09' : cell)));
  const again = await must(takeImport(world, coordinator.actor, writeCsv(mended, ',')));
  expect(states(again)).toEqual(['3 wrong', '5 new']);
  expect((await households()).map(({ name }) => name)).toContain('=1+1');
  expect(rejectedLines(file(...good), await must(checkImport(world, file(...good))), () => '')).toBeNull();
});
