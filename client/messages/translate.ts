/**
 * Turns a key and its values into words of one language. Messages without braces are taken as they are; the others
 * are ICU messages (plural, select, dates), parsed once each.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue } from './it/catalogue.ts';
import { type Language, locales } from './languages.ts';

type Area = keyof Catalogue;

/** `households.title`: the area, a dot, the key within it (which may hold dots of its own). */
export type MessageKey = { [A in Area]: `${A}.${keyof Catalogue[A] & string}` }[Area];
export type MessageValues = Readonly<Record<string, string | number | Date>>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** The raw message of a key, or nothing when an area or key isn't there (only from a cast outside the types). */
export function messageOf(catalogue: Catalogue, key: string): string | undefined {
  const dot = key.indexOf('.');
  const area: Readonly<Record<string, string>> | undefined = catalogue[key.slice(0, dot) as Area]; // any string may miss
  return area?.[key.slice(dot + 1)];
}

/** A missing message shows its key: ugly on purpose, and never a blank button. */
export function createTranslate(catalogue: Catalogue, language: Language): Translate {
  const parsed = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string, message: string) => {
    const known = parsed.get(key);
    if (known) return known;
    const format = new IntlMessageFormat(message, locales[language], undefined, { ignoreTag: true });
    parsed.set(key, format);
    return format;
  };
  return (key, values = {}) => {
    const message = messageOf(catalogue, key);
    if (message === undefined) return key;
    return message.includes('{') ? String(formatOf(key, message).format(values)) : message;
  };
}
