/**
 * Turns a key and its values into words of one language. Messages without braces are taken as they are; the others
 * are ICU messages (plural, select), parsed once each.
 */
import type { Catalogue } from './it/catalogue.ts';
import type { Later } from './it/later.ts';
import { type Language, locales } from './languages.ts';
import { type Format, type FormatValues, numbersOf, parseMessage } from './message-format.ts';

/** Every word there is: those each page begins with, and those fetched later. */
type Everything = Catalogue & Later;

/** `households.title`: the area, a dot, the key within it (which may hold dots of its own). */
export type MessageKey = {
  [A in keyof Everything]: `${A}.${keyof Everything[A] & string}`;
}[keyof Everything];
export type MessageValues = FormatValues;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Words of one area, or `undefined` where there is no such area. */
export type AreaWords = (area: string) => Readonly<Record<string, string>> | undefined;

/** The areas of a catalogue that is there as a whole. */
export const areasOf =
  (catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>): AreaWords =>
  (area) =>
    catalogue[area];

/** The raw message of a key, or nothing when an area or key isn't there (only from a cast outside the types). */
export function messageOf(words: AreaWords, key: string): string | undefined {
  const dot = key.indexOf('.');
  return words(key.slice(0, dot))?.[key.slice(dot + 1)];
}

/** A missing message shows its key: ugly on purpose, and never a blank button. */
export function createTranslate(words: AreaWords, language: Language): Translate {
  const numbers = numbersOf(locales[language]);
  const parsed = new Map<string, Format>();
  const formatOf = (key: string, message: string) => {
    const format = parsed.get(key) ?? parseMessage(message, numbers);
    parsed.set(key, format);
    return format;
  };
  return (key, values = {}) => {
    const message = messageOf(words, key);
    if (message === undefined) return key;
    return message.includes('{') ? formatOf(key, message)(values) : message;
  };
}
