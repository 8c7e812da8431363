/**
 * Which capability of the product which test shows, read from the titles of the tests: they begin with the ids of what
 * they show (`C7: …`, `A3, B1–B4: …`), and a refusal says that it is one (`C7: refused: …`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The four sources and how many capabilities each has; then those of the workspace itself. */
export const capabilityIds: readonly string[] = [
  ...ids('A', 12),
  ...ids('B', 15),
  ...ids('C', 12),
  ...ids('D', 12),
  ...ids('X', 23),
];

export type Shown = { readonly title: string; readonly file: string; readonly refusal: boolean };

/** For each capability the tests that name it, by file and title. */
export function capabilitiesShown(): ReadonlyMap<string, readonly Shown[]> {
  const shown = new Map<string, Shown[]>(capabilityIds.map((id) => [id, []]));
  for (const file of testFiles(join(root, 'tests'))) {
    for (const title of titlesIn(readFileSync(file, 'utf8'))) {
      for (const id of idsOf(title)) {
        shown.get(id)?.push({ title, file: relative(root, file), refusal: /\brefuse[sd]?\b/.test(title) });
      }
    }
  }
  return shown;
}

const testFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .sort();

/** The words of every `test('…'` and `it('…'`, tables of cases too. */
const titlesIn = (source: string): string[] =>
  [
    ...source.matchAll(/\b(?:test|it)(?:\.\w+)*\s*(?:\(.*?\)\s*)??\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs),
  ].map(([, , title]) => (title ?? '').replace(/\\(.)/g, '$1'));

/** `A3, B1–B4: …` names A3, B1, B2, B3 and B4. */
export function idsOf(title: string): string[] {
  const named = /^((?:[A-DX]\d+(?:\s*(?:[–,-]|and)\s*)?)+):/.exec(title)?.[1];
  if (!named) return [];
  return named.split(/,|and/).flatMap((part) => {
    const [first, last] = part.trim().split(/[–-]/);
    const [, letter = '', from = ''] = /^([A-DX])(\d+)$/.exec(first?.trim() ?? '') ?? [];
    const to = /\d+$/.exec(last ?? first ?? '')?.[0] ?? from;
    const count = Number(to) - Number(from) + 1;
    return letter === '' ? [] : Array.from({ length: count }, (_, n) => `${letter}${Number(from) + n}`);
  });
}

function ids(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
}

/** docs/capabilities.md as it should read. */
export function capabilitiesPage(): string {
  const shown = capabilitiesShown();
  const sections = capabilityIds.map((id) => {
    const lines = (shown.get(id) ?? [])
      .map(({ title, file, refusal }) => `- ${refusal ? '✗' : '✓'} ${title} · \`${file}\``)
      .sort();
    return [`## ${id}`, '', ...(lines.length > 0 ? lines : ['No test names it yet.']), ''].join('\n');
  });
  return [
    '# What shows that it works',
    '',
    'Written by `npm run capabilities` from the titles of the tests; a test fails when it is out of date. ✗ is a refusal, ✓ a success.',
    '',
    ...sections,
  ].join('\n');
}
