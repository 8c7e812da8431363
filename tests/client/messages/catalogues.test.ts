import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../client/messages/it/catalogue.ts';
import type { Later } from '../../../client/messages/it/later.ts';
import { type Language, languages, locales } from '../../../client/messages/languages.ts';
import { numbersOf, parseMessage } from '../../../client/messages/message-format.ts';
import { RefusalCode } from '../../../shared/outcome.ts';
import { everyWord } from '../../support/words.ts';

type Everything = Catalogue & Later;
const catalogues: Record<Language, Everything> = {
  it: await everyWord('it'),
  en: await everyWord('en'),
  fr: await everyWord('fr'),
  ar: await everyWord('ar'),
};

const entriesOf = (catalogue: Everything): [string, string][] =>
  Object.entries(catalogue).flatMap(([area, messages]) =>
    Object.entries(messages).map(([key, message]): [string, string] => [`${area}.${key}`, message]),
  );

/** (Types of the parser: 0 plain words, 6 a plural.) A part of a parsed message that asks for a value; plurals and selects hold further parts. */
type Part = { name: string; isPlural: boolean; options: Record<string, { value: unknown }> };

/** Every part of a message that asks for a value, however deep in its plurals. */
function partsOf(message: string, language: Language): Part[] {
  if (!message.includes('{')) return [];
  const parts: Part[] = [];
  const visit = (nodes: unknown): void => {
    for (const node of nodes as { type: number; value?: string; options?: Part['options'] }[]) {
      if (node.type === 0 || node.value === undefined) continue;
      parts.push({ name: node.value, isPlural: node.type === 6, options: node.options ?? {} });
      for (const option of Object.values(node.options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(message, locales[language], undefined, { ignoreTag: true }).getAst());
  return parts;
}

const valuesOf = (message: string, language: Language): string[] =>
  [...new Set(partsOf(message, language).map((part) => part.name))].sort();

/** The plural forms a language uses for the whole numbers one meets here, zero aside. */
const formsOf = (language: Language): string[] => {
  const rules = new Intl.PluralRules(locales[language]);
  return [...new Set(Array.from({ length: 110 }, (_, index) => rules.select(index + 1)))];
};

describe('a message that isn’t well formed', () => {
  it.each(['{count', '{count, plural, one {a}}', 'a } b', '{count, number}', '{n, plural, other {a}'])(
    '%s is refused',
    (message) => {
      expect(() => parseMessage(message, numbersOf('it'))).toThrow('not a message');
    },
  );
});

describe.each(languages)('X16: the words in %s', (language) => {
  const entries = entriesOf(catalogues[language]);

  it('X16: has the keys of the Italian ones, no more and no less', () => {
    expect(entries.map(([key]) => key).sort()).toEqual(
      entriesOf(catalogues.it)
        .map(([key]) => key)
        .sort(),
    );
  });

  it('X16: leaves no message empty', () => {
    expect(entries.filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  it('X16: every message parses, and asks for the same values as the Italian one', () => {
    const source = new Map(entriesOf(catalogues.it));
    for (const [key, message] of entries) {
      expect([key, valuesOf(message, language)]).toEqual([key, valuesOf(source.get(key) ?? '', 'it')]);
    }
  });

  it('X16: every message says what the whole of ICU would say, for every number one meets', () => {
    const numbers = numbersOf(locales[language]);
    for (const [key, message] of entries.filter(([, words]) => words.includes('{'))) {
      const whole = new IntlMessageFormat(message, locales[language], undefined, { ignoreTag: true });
      const ours = parseMessage(message, numbers);
      const parts = partsOf(message, language);
      for (const count of [0, 1, 2, 3, 5, 11, 100, 1500]) {
        const values = Object.fromEntries(
          parts.map(({ name, isPlural, options }) => {
            const choices = Object.keys(options);
            return [name, isPlural || choices.length === 0 ? count : (choices[count % choices.length] ?? '')];
          }),
        );
        expect([key, ours(values)]).toEqual([key, whole.format(values)]);
      }
    }
  });

  it('X16: no straight apostrophe, which in an ICU message would silence what follows', () => {
    expect(entries.filter(([, message]) => message.includes("'"))).toEqual([]);
  });

  it('X16: a plural has every form of the language, or one for all', () => {
    for (const [key, message] of entries) {
      for (const part of partsOf(message, language).filter(({ isPlural }) => isPlural)) {
        const forms = Object.keys(part.options).filter((form) => !form.startsWith('='));
        if (forms.length > 1)
          expect([key, formsOf(language).filter((form) => !forms.includes(form))]).toEqual([key, []]);
      }
    }
  });

  it('X16: every refusal has a title and says what one may do next', () => {
    const keys = new Set(entries.map(([key]) => key));
    for (const code of [...RefusalCode.options, 'broken', 'offline']) {
      expect(keys).toContain(`errors.${code}.title`);
      expect(keys).toContain(`errors.${code}.next`);
    }
  });

  it('X16: regia stays regia wherever the word is spoken of in Latin letters', () => {
    expect(catalogues[language].functions['role.lead']).toContain('regia');
  });
});
