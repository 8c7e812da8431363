/** Reads the sources: whatever code a field can be refused with, a person meets words for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fieldWords } from '../../../client/api/RefusalNote.tsx';
import { languages } from '../../../client/messages/languages.ts';
import { everyWord, speaking } from '../../support/words.ts';

/** What zod calls its own findings; `unrecognized_keys` becomes `unknown` (server/app/read-request.ts). */
const codesOfZod = [
  'invalid_type',
  'too_big',
  'too_small',
  'invalid_format',
  'not_multiple_of',
  'invalid_union',
  'invalid_key',
  'invalid_element',
  'invalid_value',
  'custom',
] as const;

const sources = ['shared', 'server'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      file: join(room, file),
      text: readFileSync(join(room, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
    })),
);

/** What stands between the commas of a call, from behind its opening bracket. */
function argumentsFrom(text: string, start: number): string[] {
  const found = [''];
  let depth = 0;
  let quote = '';
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (/['"`]/.test(sign)) quote = sign;
    else if (/[([{]/.test(sign)) depth += 1;
    else if (/[)\]}]/.test(sign) && depth === 0) return found;
    else if (/[)\]}]/.test(sign)) depth -= 1;
    if (sign === ',' && depth === 0 && quote === '') found.push('');
    else found.push((found.pop() ?? '') + sign);
  }
  throw new Error('a call that never ends');
}

/** The words in quotes, but for what is only compared with or looked up. */
const literals = (text: string): string[] =>
  [...text.replace(/=== '[^']*'|\['[^']*'\]/g, '').matchAll(/'([\w-]+)'/g)].map(([, code = '']) => code);

/** The codes a call of refuseField gives: written there, or in the file as `code` or `fault` of what it passes on. */
function codesOfCall(file: string, code: string): string[] {
  const here = literals(code);
  if (here.length > 0) return here;
  const name = /(\w+)$/.exec(code)?.[1] ?? '';
  const assigned = new RegExp(`\\b${name}(?::| =) ((?:[^;,}]|\\n)+)`, 'g');
  const from = sources.filter((source) => source.file === file || passedOn.includes(source.file));
  return from.flatMap(({ text }) =>
    [...text.matchAll(assigned)].flatMap(([, value = '']) => literals(value)),
  );
}

/** Where rules are that both rooms know, and answer with a problem of their own. */
const passedOn = [
  'shared/csv.ts',
  'shared/records/report-content.ts',
  'shared/records/pregnancy-dates.ts',
].map((path) => join(path));

const calls = sources
  .filter(({ file }) => file !== join('shared/outcome.ts'))
  .flatMap(({ file, text }) =>
    [...text.matchAll(/\brefuseField\(/g)].map((call) => {
      const [, code = ''] = argumentsFrom(text, call.index + call[0].length);
      return { file, codes: codesOfCall(file, code.trim()) };
    }),
  );

/** A problem written out, in a list of `fields` or as the `params` of a refinement. */
const written = sources.flatMap(({ text }) =>
  [...text.matchAll(/\{[^{}]*\b(?:path: [^{}]*\bcode|params: \{ code): '([\w-]+)'/g)].map(
    ([, code = '']) => code,
  ),
);

const inReadRequest = sources
  .filter(({ file }) => file === join('server/app/read-request.ts'))
  .flatMap(({ text }) => [...text.matchAll(/\bcode: ([^,}]+)/g)])
  .flatMap(([, value = '']) => literals(value));

const codes = [
  ...new Set([...calls.flatMap((call) => call.codes), ...written, ...inReadRequest, ...codesOfZod]),
];

it('X16: every call that refuses a field gives a code this test can read', () => {
  expect(calls.length).toBeGreaterThan(100);
  expect(calls.filter((call) => call.codes.length === 0)).toEqual([]);
});

it.each(languages)('X16: every code of a wrong field has its words in %s', async (language) => {
  const { refusals } = await everyWord(language);
  const t = await speaking(language);
  expect(codes.filter((code) => !Object.hasOwn(refusals, code))).toEqual([]);
  for (const code of codes) {
    expect(fieldWords(t, { path: 'any.field', code, message: 'in English' })).not.toBe('in English');
  }
});

it('X16: no words are kept for a code that nothing gives', async () => {
  const { refusals } = await everyWord('it');
  const known = new Set(codes);
  expect(Object.keys(refusals).filter((key) => !known.has(key.split('.')[0] ?? ''))).toEqual([]);
});

it('X16: a limit is said with the words, money in euro', async () => {
  const t = await speaking('it');
  const problem = { code: 'above-most', message: '', limit: 50_000 };
  expect(fieldWords(t, { ...problem, path: 'women' })).toBe('È troppo: il massimo è 50000.');
  expect(fieldWords(t, { ...problem, path: 'receipt.cents' })).toBe('È troppo: il massimo è 500 €.');
});

it('X16: one field may have words of its own for a code', async () => {
  const t = await speaking('it');
  const words = (path: string) => fieldWords(t, { path, code: 'too-far', message: '' });
  expect(words('from')).not.toBe(words('pregnancy.dueDate'));
});

it('X16: a code of a newer server is said in the server’s own sentence', async () => {
  const t = await speaking('it');
  expect(fieldWords(t, { path: 'a', code: 'never-heard-of', message: 'Say it so.' })).toBe('Say it so.');
});
