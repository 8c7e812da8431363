/**
 * The words of the screens in the reader's language, as a Solid context. Only the current language is loaded; another
 * one is fetched when it is chosen, and the page then changes words, `lang` and `dir` at once, without a reload.
 */
import { createContext, createResource, createRoot, createSignal, useContext, } from 'solid-js';
import { createFormats } from './formats.ts';
import { directionOf } from './languages.ts';
import { areasOf, createTranslate } from './translate.ts';
const loaders = {
    it: () => import('./it/catalogue.ts'),
    en: () => import('./en/catalogue.ts'),
    fr: () => import('./fr/catalogue.ts'),
    ar: () => import('./ar/catalogue.ts'),
};
/** The words of one language that every page needs, and how to get the others; fetched once by the browser. */
export const loadWords = async (language) => loaders[language]();
const rememberedKey = 'trama.language';
/** What was chosen on this device, if anything; storage may be closed to us. */
export function rememberedLanguage() {
    try {
        return localStorage.getItem(rememberedKey);
    }
    catch {
        return null;
    }
}
function rememberLanguage(language) {
    try {
        localStorage.setItem(rememberedKey, language);
    }
    catch {
        return; // a browser without storage simply forgets
    }
}
/** Screen readers, fonts and right-to-left layout all follow these two attributes. */
function markDocument(language) {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
}
const speak = (language, words) => ({
    language,
    translate: createTranslate(areasInReach(words), language),
    formats: createFormats(language),
});
const nothingYet = new Proxy({}, { get: () => '' });
/**
 * Areas that aren't there yet are fetched when the first of their words is asked for; until then the part of the page
 * that shows it waits like for any of its data, and so is never seen without its words.
 */
function areasInReach({ catalogue, later }) {
    const first = areasOf(catalogue);
    const fetched = new Map();
    const load = (area) => {
        const fetchArea = Object.hasOwn(later, area)
            ? later[area] // its own key
            : undefined;
        if (fetchArea === undefined)
            return undefined;
        const [words] = createRoot(() => createResource(fetchArea));
        fetched.set(area, words);
        return words;
    };
    return (area) => {
        const here = first(area);
        if (here)
            return here;
        const words = fetched.get(area) ?? load(area);
        return words && (words() ?? nothingYet);
    };
}
/** Needs its first words loaded, so that the first paint already has them. */
export function createMessages(first) {
    const [current, setCurrent] = createSignal(speak(first.language, first.words));
    markDocument(first.language);
    return {
        t: (key, values) => current().translate(key, values),
        language: () => current().language,
        direction: () => directionOf(current().language),
        formats: () => current().formats,
        async setLanguage(chosen) {
            const words = await loadWords(chosen);
            rememberLanguage(chosen);
            markDocument(chosen);
            setCurrent(speak(chosen, words));
        },
    };
}
/** Another language for a part of a page. The page, and what is remembered of its reader, keep theirs. */
export function messagesIn(language, words) {
    const { translate, formats } = speak(language, words);
    return {
        t: translate,
        language: () => language,
        direction: () => directionOf(language),
        formats: () => formats,
        setLanguage: () => Promise.resolve(),
    };
}
const MessagesContext = createContext();
export function MessagesProvider(props) {
    return <MessagesContext.Provider value={props.messages}>{props.children}</MessagesContext.Provider>;
}
/** `const { t } = useMessages()`: safe to take apart, nothing in it is a prop. */
export function useMessages() {
    const messages = useContext(MessagesContext);
    if (!messages)
        throw new Error('useMessages needs a MessagesProvider above it');
    return messages;
}
