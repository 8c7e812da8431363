/**
 * Turns a key and its values into words of one language. Messages without braces are taken as they are; the others
 * are ICU messages (plural, select), parsed once each.
 */
import type { Catalogue } from './it/catalogue.ts';
import { type Language, locales } from './languages.ts';
import { type Format, type FormatValues, numbersOf, parseMessage } from './message-format.ts';

type Area = keyof Catalogue;

/** `households.title`: the area, a dot, the key within it (which may hold dots of its own). */
export type MessageKey = { [A in Area]: `${A}.${keyof Catalogue[A] & string}` }[Area];
export type MessageValues = FormatValues;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** The raw message of a key, or nothing when an area or key isn't there (only from a cast outside the types). */
export function messageOf(catalogue: Catalogue, key: string): string | undefined {
  const dot = key.indexOf('.');
  const area: Readonly<Record<string, string>> | undefined = catalogue[key.slice(0, dot) as Area]; // any string may miss
  return area?.[key.slice(dot + 1)];
}

/** A missing message shows its key: ugly on purpose, and never a blank button. */
export function createTranslate(catalogue: Catalogue, language: Language): Translate {
  const numbers = numbersOf(locales[language]);
  const parsed = new Map<string, Format>();
  const formatOf = (key: string, message: string) => {
    const format = parsed.get(key) ?? parseMessage(message, numbers);
    parsed.set(key, format);
    return format;
  };
  return (key, values = {}) => {
    const message = messageOf(catalogue, key);
    if (message === undefined) return key;
    return message.includes('{') ? formatOf(key, message)(values) : message;
  };
}
