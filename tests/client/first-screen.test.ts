/** The weight of what somebody signed in has to fetch before the first page works, as the build made it. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { languages } from '../../client/messages/languages.ts';

/** Bytes of packed script. The promise is 120 KB; this is what was reached, and a little air. */
const mostBytes = 118_000;

type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};

const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync('dist/.vite/manifest.json', 'utf8'),
);

function chunkOf(key: string): Chunk {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the build has no ${key}`);
  return chunk;
}

/** These parts and everything they can't begin without. */
function neededBy(keys: readonly string[], found = new Set<string>()): ReadonlySet<string> {
  for (const key of keys) {
    if (found.has(key)) continue;
    found.add(key);
    neededBy(chunkOf(key).imports ?? [], found);
  }
  return found;
}

/** What the page itself begins with. */
function entry(): string {
  const file = /<script type="module"[^>]* src="\/([^"]+)"/.exec(
    readFileSync('dist/index.html', 'utf8'),
  )?.[1];
  const key = Object.keys(manifest).find((name) => manifest[name]?.file === file);
  if (!key) throw new Error('the page of the build begins with no script of the build');
  return key;
}

const firstScreen = (language: string) =>
  neededBy([entry(), 'app/Frame.tsx', 'pages/today/TodayPage.tsx', `messages/${language}/catalogue.ts`]);

const scriptOf = (key: string): string => {
  const { file } = chunkOf(key);
  return file.endsWith('.js') ? readFileSync(`dist/${file}`, 'utf8') : '';
};

describe('the first page of somebody signed in', () => {
  it.each(languages)('needs no more script than promised, with its words in %s', (language) => {
    const weight = [...firstScreen(language)]
      .map((key) => gzipSync(scriptOf(key)).length)
      .reduce((sum, bytes) => sum + bytes, 0);
    expect(weight).toBeGreaterThan(50_000); // what is weighed is really there
    expect(weight).toBeLessThan(mostBytes);
  });

  it('brings neither Yjs nor an editor', () => {
    const first = firstScreen('it');
    const script = [...first].map(scriptOf).join('\n');
    const rest = Object.keys(manifest).filter((key) => !first.has(key));
    const elsewhere = rest.map(scriptOf).join('\n');
    for (const sign of ['Yjs was already imported', 'ProseMirror'])
      expect([sign, script.includes(sign), elsewhere.includes(sign)]).toEqual([sign, false, true]);
  });
});
