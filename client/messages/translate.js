import { locales } from './languages.ts';
import { numbersOf, parseMessage } from './message-format.ts';
/** The areas of a catalogue that is there as a whole. */
export const areasOf = (catalogue) => (area) => catalogue[area];
/** The raw message of a key, or nothing when an area or key isn't there (only from a cast outside the types). */
export function messageOf(words, key) {
    const dot = key.indexOf('.');
    return words(key.slice(0, dot))?.[key.slice(dot + 1)];
}
/** A missing message shows its key: ugly on purpose, and never a blank button. */
export function createTranslate(words, language) {
    const numbers = numbersOf(locales[language]);
    const parsed = new Map();
    const formatOf = (key, message) => {
        const format = parsed.get(key) ?? parseMessage(message, numbers);
        parsed.set(key, format);
        return format;
    };
    return (key, values = {}) => {
        const message = messageOf(words, key);
        if (message === undefined)
            return key;
        return message.includes('{') ? formatOf(key, message)(values) : message;
    };
}
