/** Every word of a language at once, those fetched later too: what a test reads instead of a page that waits. */
import type { Catalogue } from '../../client/messages/it/catalogue.ts';
import type { Later, LoadLater } from '../../client/messages/it/later.ts';
import type { Language } from '../../client/messages/languages.ts';
import { loadWords } from '../../client/messages/messages.tsx';
import { areasOf, createTranslate, type Translate } from '../../client/messages/translate.ts';

export async function everyWord(language: Language): Promise<Catalogue & Later> {
  const { catalogue, later } = await loadWords(language);
  return { ...catalogue, ...(await loadAll(later)) };
}

async function loadAll(later: LoadLater): Promise<Later> {
  const areas = Object.entries(later).map(async ([area, load]) => [area, await load()] as const);
  return Object.fromEntries(await Promise.all(areas)) as Later; // every area of `later`, by its own name
}

export const speaking = async (language: Language): Promise<Translate> =>
  createTranslate(areasOf(await everyWord(language)), language);
