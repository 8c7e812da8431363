/**
 * The words of the screens in the reader's language, as a Solid context. Only the current language is loaded; another
 * one is fetched when it is chosen, and the page then changes words, `lang` and `dir` at once, without a reload.
 */
import { type Accessor, createContext, createSignal, type JSX, useContext } from 'solid-js';
import { createFormats, type Formats } from './formats.ts';
import type { Catalogue } from './it/catalogue.ts';
import { directionOf, type Language } from './languages.ts';
import { createTranslate, type Translate } from './translate.ts';

const catalogueLoaders: Record<Language, () => Promise<{ catalogue: Catalogue }>> = {
  it: () => import('./it/catalogue.ts'),
  en: () => import('./en/catalogue.ts'),
  fr: () => import('./fr/catalogue.ts'),
  ar: () => import('./ar/catalogue.ts'),
};

/** The words of one language, fetched once by the browser. */
export const loadCatalogue = async (language: Language): Promise<Catalogue> =>
  (await catalogueLoaders[language]()).catalogue;

const rememberedKey = 'trama.language';

/** What was chosen on this device, if anything; storage may be closed to us. */
export function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(rememberedKey);
  } catch {
    return null;
  }
}

function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(rememberedKey, language);
  } catch {
    return; // a browser without storage simply forgets
  }
}

/** Screen readers, fonts and right-to-left layout all follow these two attributes. */
function markDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

export type Messages = {
  /** Words of a key; values fill an ICU message. Reactive: reads the current language. */
  readonly t: Translate;
  readonly language: Accessor<Language>;
  readonly direction: Accessor<'ltr' | 'rtl'>;
  /** Dates, times, money and lists in the current language. Reactive. */
  readonly formats: Accessor<Formats>;
  /** Loads the language if need be, then shows and remembers it. */
  setLanguage(language: Language): Promise<void>;
};

const speak = (language: Language, catalogue: Catalogue) => ({
  language,
  translate: createTranslate(catalogue, language),
  formats: createFormats(language),
});

/** Needs its first catalogue loaded, so that the first paint already has words. */
export function createMessages(first: { language: Language; catalogue: Catalogue }): Messages {
  const [current, setCurrent] = createSignal(speak(first.language, first.catalogue));
  markDocument(first.language);
  return {
    t: (key, values) => current().translate(key, values),
    language: () => current().language,
    direction: () => directionOf(current().language),
    formats: () => current().formats,
    async setLanguage(chosen) {
      const catalogue = await loadCatalogue(chosen);
      rememberLanguage(chosen);
      markDocument(chosen);
      setCurrent(speak(chosen, catalogue));
    },
  };
}

const MessagesContext = createContext<Messages>();

export function MessagesProvider(props: { messages: Messages; children: JSX.Element }): JSX.Element {
  return <MessagesContext.Provider value={props.messages}>{props.children}</MessagesContext.Provider>;
}

/** `const { t } = useMessages()`: safe to take apart, nothing in it is a prop. */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('useMessages needs a MessagesProvider above it');
  return messages;
}
