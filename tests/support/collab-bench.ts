/** Editors in a real browser: the harness page built by Vite, a hand-held relay, and one page per person. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import icons from 'unplugin-icons/vite';
import { build, preview } from 'vite';
import solid from 'vite-plugin-solid';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { ids, people, writeMinutes, writePlan } from '../client/editor/harness/samples.ts';
import { openBrowser } from './browser.ts';
import { openRelay, type Relay } from './collab-relay.ts';

export type PersonAt = 'Marta' | 'Irene' | 'Elena' | 'Hanan' | 'Tommaso';

export type PageAsked = {
  as: PersonAt;
  kind?: 'plan' | 'minutes' | 'notes';
  access?: 'write' | 'annotate' | 'read';
  lang?: 'it' | 'en' | 'fr' | 'ar';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** The letters' own shapes come this late. */
  fontsAfterMs?: number;
};

export type Bench = {
  readonly relay: Relay;
  /** A person at their own browser; the text box is there when it resolves. */
  open(asked: PageAsked): Promise<Page>;
  /** Forgets every page and document and begins with the sample texts again. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

const page = fileURLToPath(new URL('../client/editor/harness', import.meta.url));

export async function openBench(): Promise<Bench> {
  const outDir = await mkdtemp(join(tmpdir(), 'trama-editor-'));
  const shared = {
    root: page,
    configFile: false as const,
    logLevel: 'error' as const,
    plugins: [solid(), icons({ compiler: 'solid' })],
  };
  await build({ ...shared, build: { outDir, emptyOutDir: true, minify: false, target: 'es2022' } });
  const vite = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: 'localhost' } });
  const { port } = vite.httpServer.address() as AddressInfo; // it listens
  const browser: Browser = await openBrowser();
  let relay = await seeded();

  const open = async (wanted: PageAsked): Promise<Page> => {
    const { as, width = 1440, height = 900, fontsAfterMs, ...asked } = wanted;
    const person = people.find(({ name }) => name.startsWith(as));
    if (!person) throw new Error(`nobody is called ${as}`);
    const context = await browser.newContext({ viewport: { width, height }, locale: 'it-IT' });
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    if (fontsAfterMs)
      await page.route('**/*.woff2', async (route) => {
        await setTimeout(fontsAfterMs);
        await route.continue();
      });
    const user = {
      id: person.id,
      name: person.name,
      function: person.function,
      body: person.body?.name ?? null,
    };
    const query = new URLSearchParams({ relay: relay.originOf(user), as: person.id, ...asked });
    await page.goto(`http://localhost:${port}/?${query}`);
    await page.getByRole('textbox', { name: 'Piano della famiglia Zeitouna' }).waitFor();
    return page;
  };

  return {
    get relay() {
      return relay;
    },
    open,
    async reset() {
      for (const context of browser.contexts()) await context.close();
      await relay.close();
      relay = await seeded();
    },
    async close() {
      await browser.close();
      await relay.close();
      await vite.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

const kinds: ReadonlyMap<string, DocumentKind> = new Map([
  [ids.documents.plan, 'care-plan'],
  [ids.documents.annotations, 'annotations'],
  [ids.documents.minutes, 'minutes'],
  [ids.documents.notes, 'social-notes'],
]);

const kindOf = (documentId: string): DocumentKind => kinds.get(documentId) ?? 'social-notes';

async function seeded(): Promise<Relay> {
  const relay = await openRelay(kindOf);
  writePlan(relay.doc(ids.documents.plan));
  writeMinutes(relay.doc(ids.documents.minutes));
  return relay;
}
