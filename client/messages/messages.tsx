/**
 * The words of the screens in the reader's language, as a Solid context. Only the current language is loaded; another
 * one is fetched when it is chosen, and the page then changes words, `lang` and `dir` at once, without a reload.
 */
import {
  type Accessor,
  createContext,
  createResource,
  createRoot,
  createSignal,
  type JSX,
  useContext,
} from 'solid-js';
import { createFormats, type Formats } from './formats.ts';
import type { Catalogue } from './it/catalogue.ts';
import type { LoadLater } from './it/later.ts';
import { directionOf, type Language } from './languages.ts';
import { type AreaWords, areasOf, createTranslate, type Translate } from './translate.ts';

type Words = { readonly catalogue: Catalogue; readonly later: LoadLater };

const loaders: Record<Language, () => Promise<Words>> = {
  it: () => import('./it/catalogue.ts'),
  en: () => import('./en/catalogue.ts'),
  fr: () => import('./fr/catalogue.ts'),
  ar: () => import('./ar/catalogue.ts'),
};

/** The words of one language that every page needs, and how to get the others; fetched once by the browser. */
export const loadWords = async (language: Language): Promise<Words> => loaders[language]();

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
  /** Brings an area of words that isn't there yet. False when it couldn't be reached. */
  fetchWords(area: keyof LoadLater): Promise<boolean>;
  /** Loads the language if need be, then shows and remembers it. */
  setLanguage(language: Language): Promise<void>;
};

function speak(language: Language, words: Words) {
  const { areas, fetchWords } = areasInReach(words);
  return {
    language,
    fetchWords,
    translate: createTranslate(areas, language),
    formats: createFormats(language),
  };
}

type AreaText = Readonly<Record<string, string>>;

type FetchedArea = {
  readonly words: Accessor<AreaText | undefined>;
  /** Whether it came. */
  readonly arrival: Promise<boolean>;
  /** Fetches it again unless it is there. */
  again(): Promise<boolean>;
};

const nothingYet = new Proxy<AreaText>({}, { get: () => '' });

/**
 * Areas that aren't there yet are fetched when the first of their words is asked for; until then the part of the page
 * that shows it waits like for any of its data, and so is never seen without its words.
 */
function areasInReach({ catalogue, later }: Words) {
  const first = areasOf(catalogue);
  const fetched = new Map<string, FetchedArea>();
  const load = (area: string): FetchedArea | undefined => {
    const fetchArea: (() => Promise<AreaText>) | undefined = Object.hasOwn(later, area)
      ? later[area as keyof LoadLater] // its own key
      : undefined;
    if (fetchArea === undefined) return undefined;
    const coming = fetchArea();
    // Without the network a page goes on with the words it has: none of them is worth the whole page.
    const [words, { mutate }] = createRoot(() =>
      createResource<AreaText | undefined>(() => coming.catch(() => undefined)),
    );
    const arrives = (text: AreaText) => {
      mutate(text);
      return true;
    };
    const isThere = () => words() !== undefined;
    const again = () => (isThere() ? Promise.resolve(true) : fetchArea().then(arrives, () => false));
    const arrival = coming.then(
      () => true,
      () => {
        globalThis.addEventListener?.('online', again, { once: true });
        return false;
      },
    );
    const found = { words, arrival, again };
    fetched.set(area, found);
    return found;
  };
  const inReach = (area: string) => fetched.get(area) ?? load(area);
  const areas: AreaWords = (area) => {
    const here = first(area);
    if (here) return here;
    const found = inReach(area);
    return found && (found.words() ?? nothingYet);
  };
  const fetchWords = async (area: string) => {
    const known = fetched.get(area);
    return (await (known ? known.again() : load(area)?.arrival)) ?? false;
  };
  return { areas, fetchWords };
}

/** Needs its first words loaded, so that the first paint already has them. */
export function createMessages(first: { language: Language; words: Words }): Messages {
  const [current, setCurrent] = createSignal(speak(first.language, first.words));
  markDocument(first.language);
  return {
    t: (key, values) => current().translate(key, values),
    language: () => current().language,
    direction: () => directionOf(current().language),
    formats: () => current().formats,
    fetchWords: (area) => current().fetchWords(area),
    async setLanguage(chosen) {
      const words = await loadWords(chosen);
      rememberLanguage(chosen);
      markDocument(chosen);
      setCurrent(speak(chosen, words));
    },
  };
}

/** Another language for a part of a page. The page, and what is remembered of its reader, keep theirs. */
export function messagesIn(language: Language, words: Words): Messages {
  const { translate, formats, fetchWords } = speak(language, words);
  return {
    t: translate,
    language: () => language,
    direction: () => directionOf(language),
    formats: () => formats,
    fetchWords,
    setLanguage: () => Promise.resolve(),
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
