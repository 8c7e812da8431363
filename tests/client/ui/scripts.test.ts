/** A6, X16: every language people write in has its letters in a face that is shipped, fetched only when one of them appears, and its direction. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ContentLanguage, directionOf } from '../../../shared/languages.ts';

/** Letters no neighbour language would give: the marks, the digits and the punctuation of each. */
const letters: Readonly<Record<ContentLanguage, string>> = {
  it: 'àèéìòù È «» ’ €',
  ar: 'ضظغ پ لا أإآ ةى ؟،؛ ٠١٢٣٤٥٦٧٨٩ ًٌٍَُِّْ ﷲ',
  fr: 'çœŒÿ «» àâêëîïôùû',
  en: '“quotes” – — …',
  pcm: 'Wetin dey happun? ẹ ọ ṣ ẸỌṢ ń ǹ',
  ro: 'ăâîșțĂÂÎȘȚ ş ţ',
  zh: '孩子每天去托儿所，母亲在学习。简体：这样说？《》「」',
  es: '¿ñÑ¡ áéíóúü',
  sq: 'ëËçÇ',
  bn: 'শিশু প্রতিদিন নার্সারিতে যায়। ক্ষ ৎ ড় ০১২৩৪৫৬৭৮৯',
  uk: 'ґєіїҐЄІЇ щ ’ ₴',
};

type Face = {
  readonly family: string;
  readonly style: string;
  readonly file: string;
  readonly covers: (point: number) => boolean;
};

function facesOf(css: string): Face[] {
  const source = readFileSync(css, 'utf8');
  return [...source.matchAll(/@font-face\s*{([^}]*)}/g)].map(([, face = '']) => {
    const value = (name: string) => new RegExp(`${name}:\\s*([^;]+);`).exec(face)?.[1]?.trim() ?? '';
    const ranges = value('unicode-range')
      .split(',')
      .map((range) =>
        range
          .trim()
          .slice(2)
          .split('-')
          .map((end) => Number.parseInt(end, 16)),
      );
    return {
      family: value('font-family').replaceAll(/['"]/g, ''),
      style: value('font-style'),
      file: join(dirname(css), /url\(([^)]+)\)/.exec(value('src'))?.[1] ?? ''),
      covers: (point) => ranges.some(([from = 0, to = from]) => point >= from && point <= to),
    };
  });
}

const loaded = [
  ...readFileSync('client/ui/fonts.ts', 'utf8').matchAll(/'(@fontsource-variable[^']+\.css)'/g),
];
const faces = loaded.flatMap(([, path = '']) => facesOf(join('node_modules', path)));
const stack = /--sans:\s*([^;]+);/.exec(readFileSync('client/ui/tokens.css', 'utf8'))?.[1] ?? '';

test('A6: every letter of every language of content stands in a shipped face of the stack', () => {
  const without: string[] = [];
  for (const language of ContentLanguage.options) {
    for (const letter of letters[language].replaceAll(/\s/g, '')) {
      const face = faceFor(letter);
      if (!face || !existsSync(face.file)) without.push(`${language} ${letter}`);
    }
  }
  expect(without).toEqual([]);
});

/** As a browser takes it: the first family of the stack that has the letter. */
const faceFor = (letter: string): Face | undefined =>
  faces
    .filter(
      ({ style, covers, family }) =>
        style === 'normal' && stack.includes(family) && covers(letter.codePointAt(0) ?? 0),
    )
    .sort((a, b) => stack.indexOf(a.family) - stack.indexOf(b.family))[0];
const filesFor = (words: string) =>
  new Set([...words.replaceAll(/\s/g, '')].map((letter) => basename(faceFor(letter)?.file ?? 'none')));

test('A6: a face is fetched when one of its letters appears, not before: Latin words cost one file, Arabic ones one more', () => {
  expect(filesFor('Il nido di Salma, ogni mattina: «sì» 12/3')).toEqual(
    new Set(['source-sans-3-latin-wght-normal.woff2']),
  );
  expect(filesFor('سلمى ١٢')).toEqual(new Set(['noto-sans-arabic-arabic-wght-normal.woff2']));
  expect(filesFor('শিশু')).toEqual(new Set(['noto-sans-bengali-bengali-wght-normal.woff2']));
  expect([...filesFor('孩子每天')].every((file) => file.startsWith('noto-sans-sc-'))).toBe(true);
});

test('X16: right-to-left is for Arabic alone; a mother’s language other than the screens’ has its own words and direction', () => {
  const rtl = ContentLanguage.options.filter((language) => directionOf(language) === 'rtl');
  expect(rtl).toEqual(['ar']);
  for (const language of ContentLanguage.options) {
    // As Unicode sees them: the first strong letter runs as the language does.
    const runsRight = /^[^\p{L}]*[\p{Script=Arabic}]/u.test(letters[language]);
    expect([language, runsRight ? 'rtl' : 'ltr']).toEqual([language, directionOf(language)]);
  }
});

test('A6: nothing slants or thickens by machine: what has no italics isn’t slanted, in any style sheet', () => {
  const sheets = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  const all = sheets.map((file) => readFileSync(join('client', file), 'utf8')).join('\n');
  expect(new Set(all.match(/font-synthesis[^;]*;/g))).toEqual(new Set(['font-synthesis: none;']));
  expect(
    faces.filter(({ style }) => style === 'italic').every(({ file }) => file.includes('source-sans-3')),
  ).toBe(true);
});
