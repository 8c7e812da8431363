import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../shared/csv.ts';

const rowsOf = (file: string) => {
  const read = readCsv(file);
  return read.ok ? read.rows.map(({ cells }) => cells) : read;
};

test.each([
  ['a,"b', 'quote-not-closed'],
  ['a,b"c', 'quote-inside'],
  ['a,"b"c', 'text-after-quote'],
])('X17: refused: %s is no CSV', (file, fault) => {
  expect(rowsOf(`one,two\n${file}`)).toMatchObject({ ok: false, line: 2, fault });
});

test('X17: a byte order mark, semicolons, tabs and any line ends are read alike', () => {
  const rows = [
    ['nome', 'età, circa'],
    ['Samira "la mamma"', '31\r\ne mezzo'],
  ];
  for (const separator of [',', ';', '\t'] as const) {
    const file = writeCsv(rows, separator);
    expect(rowsOf(file)).toEqual(rows);
    expect(rowsOf(file.slice(1).trimEnd())).toEqual(rows);
  }
  expect(rowsOf('a;b\n\n\nc;d\r')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('X17: whatever is written is read back, each row with the line it began on', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'è', 'ع', ',', ';', '\t', '"', '\n', '\r', ' ', '-', '='),
  });
  const table = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.constantFrom<',' | ';' | '\t'>(',', ';', '\t'))
    .chain(([width, separator]) =>
      fc.tuple(
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
        fc.constant(separator),
        fc.constant(Array.from({ length: width }, (_, at) => `c${at}`)),
      ),
    );
  fc.assert(
    fc.property(table, ([rows, separator, head]) => {
      const filled = rows.filter((row) => row.some((each) => each !== ''));
      const back = readCsv(writeCsv([head, ...rows], separator));
      const safe = filled.map((row) => row.map((each) => (/^[=+\-@\t\r]/.test(each) ? `'${each}` : each)));
      expect(back.ok && back.rows.map(({ cells }) => cells)).toEqual([head, ...safe]);
    }),
    { numRuns: 300 },
  );
});

test('X17: refused: a text that a spreadsheet would run as a formula is kept a text; a number stays a number', () => {
  for (const danger of ['=1+1', '+39 011', '-2', '@SUM(A1)', '\t=1', '\r=1']) {
    expect(rowsOf(writeCsv([['x'], [danger]]))).toEqual([['x'], [`'${danger}`]]);
  }
  expect(
    rowsOf(
      writeCsv([
        ['x', 'y'],
        [-2, null],
        [null, 'z'],
      ]),
    ),
  ).toEqual([
    ['x', 'y'],
    ['-2', ''],
    ['', 'z'],
  ]);
});
