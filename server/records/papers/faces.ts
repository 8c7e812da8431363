/**
 * The faces a paper is set in, inside the page itself: the same everywhere, on a machine without fonts too. Only files
 * whose letters the text has; Chinese alone would be a hundred.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const families = ['source-sans-3', 'noto-sans-arabic', 'noto-sans-bengali', 'noto-sans-sc'];

type Face = { readonly css: string; readonly file: URL; readonly covers: (codePoint: number) => boolean };

let known: Promise<readonly Face[]> | undefined;

/** `@font-face` rules for what `text` is written with, the files in them as data. */
export async function facesFor(text: string): Promise<string> {
  known ??= readFaces();
  const faces = await known;
  const needed = new Set<Face>();
  for (const codePoint of new Set(Array.from(text, (sign) => sign.codePointAt(0) ?? 0))) {
    const face = faces.find(({ covers }) => covers(codePoint));
    if (face !== undefined) needed.add(face);
  }
  const rules = await Promise.all(
    [...needed].map(async ({ css, file }) => {
      const data = (await readFile(file)).toString('base64');
      return css.replace(/url\([^)]*\)/, `url(data:font/woff2;base64,${data})`);
    }),
  );
  return rules.join('\n');
}

async function readFaces(): Promise<readonly Face[]> {
  const sheets = await Promise.all(
    families.map(async (family) => {
      const address = import.meta.resolve(`@fontsource-variable/${family}/index.css`);
      const css = await readFile(fileURLToPath(address), 'utf8');
      return [...css.matchAll(/@font-face\s*\{[^}]*\}/g)].flatMap(([rule]) => faceOf(rule, address));
    }),
  );
  return sheets.flat();
}

function faceOf(css: string, sheet: string): Face[] {
  const path = /url\(([^)]*)\)/.exec(css)?.[1];
  const ranges = /unicode-range:([^;]*);/.exec(css)?.[1];
  if (path === undefined || ranges === undefined) return [];
  const bounds = [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(
    ([, from = '', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const,
  );
  return [
    {
      css,
      file: new URL(path, sheet),
      covers: (codePoint) => bounds.some(([from, to]) => from <= codePoint && codePoint <= to),
    },
  ];
}
