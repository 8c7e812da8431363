/**
 * The part of ICU MessageFormat our catalogues use: `{value}`, `{count, plural, =0 {…} one {…} other {…}}` with `#`, and
 * `{what, select, … other {…}}`, one inside the other as deep as one likes. The whole of ICU weighs more than all our
 * words; a test holds every message of every language against it.
 */

export type FormatValues = Readonly<Record<string, string | number | Date>>;
/** A message ready to be said. */
export type Format = (values: FormatValues) => string;

type Numbers = { readonly rules: Intl.PluralRules; readonly figures: Intl.NumberFormat };
type Part =
  | string
  /** The number of the plural around it. */
  | { readonly kind: 'count' }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'plural' | 'select'; readonly name: string; readonly options: Options };
type Options = ReadonlyMap<string, readonly Part[]>;

/** How numbers are written and counted in one language. */
export const numbersOf = (locale: string): Numbers => ({
  rules: new Intl.PluralRules(locale),
  figures: new Intl.NumberFormat(locale),
});

/** Parses once; throws on a message that isn't well formed. */
export function parseMessage(message: string, numbers: Numbers): Format {
  const parts = parse(message);
  return (values) => say(parts, values, undefined, numbers);
}

function say(
  parts: readonly Part[],
  values: FormatValues,
  count: number | undefined,
  numbers: Numbers,
): string {
  const sayPart = (part: Part): string => {
    if (typeof part === 'string') return part;
    if (part.kind === 'count') return count === undefined ? '#' : numbers.figures.format(count);
    const value = values[part.name];
    if (part.kind === 'value') return String(value ?? '');
    const asked = part.kind === 'plural' ? Number(value) : count;
    const chosen = part.kind === 'plural' ? pluralForm(part.options, Number(value), numbers) : String(value);
    return say(part.options.get(chosen) ?? part.options.get('other') ?? [], values, asked, numbers);
  };
  return parts.map(sayPart).join('');
}

const pluralForm = (options: Options, count: number, { rules }: Numbers): string =>
  options.has(`=${count}`) ? `=${count}` : rules.select(count);

function parse(source: string): readonly Part[] {
  let at = 0;
  const fail = (): never => {
    throw new Error(`not a message, at ${at}: ${source}`);
  };
  /** Everything up to one of these characters, without the white space around it. */
  const word = (ends: RegExp): string => {
    const start = at;
    while (at < source.length && !ends.test(source[at] ?? '')) at += 1;
    return source.slice(start, at).trim();
  };
  const expect = (character: string) => {
    if (source[at] !== character) fail();
    at += 1;
  };
  const parts = (inPlural: boolean, inside: boolean): readonly Part[] => {
    const found: Part[] = [];
    while (at < source.length && !(inside && source[at] === '}')) {
      const start = at;
      while (at < source.length && !/[{}#]/.test(source[at] ?? '')) at += 1;
      if (at > start) found.push(source.slice(start, at));
      else if (source[at] === '{') found.push(argument(inPlural));
      else if (source[at] === '}') fail();
      else {
        found.push(inPlural ? { kind: 'count' } : '#');
        at += 1;
      }
    }
    return found;
  };
  const argument = (inPlural: boolean): Part => {
    expect('{');
    const name = word(/[,}]/);
    if (source[at] === '}') {
      at += 1;
      return { kind: 'value', name };
    }
    expect(',');
    const kind = word(/,/);
    if (kind !== 'plural' && kind !== 'select') return fail();
    expect(',');
    const options = new Map<string, readonly Part[]>();
    for (let form = word(/[{}]/); form !== ''; form = word(/[{}]/)) {
      expect('{');
      options.set(form, parts(inPlural || kind === 'plural', true));
      expect('}');
    }
    expect('}');
    if (!options.has('other')) fail();
    return { kind, name, options };
  };
  return parts(false, false);
}
