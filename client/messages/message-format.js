/**
 * The part of ICU MessageFormat our catalogues use: `{value}`, `{count, plural, =0 {…} one {…} other {…}}` with `#`, and
 * `{what, select, … other {…}}`, one inside the other as deep as one likes. The whole of ICU weighs more than all our
 * words; a test holds every message of every language against it.
 */
/** How numbers are written and counted in one language. */
export const numbersOf = (locale) => ({
    rules: new Intl.PluralRules(locale),
    figures: new Intl.NumberFormat(locale),
});
/** Parses once; throws on a message that isn't well formed. */
export function parseMessage(message, numbers) {
    const parts = parse(message);
    return (values) => say(parts, values, undefined, numbers);
}
function say(parts, values, count, numbers) {
    const sayPart = (part) => {
        if (typeof part === 'string')
            return part;
        if (part.kind === 'count')
            return count === undefined ? '#' : numbers.figures.format(count);
        const value = values[part.name];
        if (part.kind === 'value')
            return String(value ?? '');
        const asked = part.kind === 'plural' ? Number(value) : count;
        const chosen = part.kind === 'plural' ? pluralForm(part.options, Number(value), numbers) : String(value);
        return say(part.options.get(chosen) ?? part.options.get('other') ?? [], values, asked, numbers);
    };
    return parts.map(sayPart).join('');
}
const pluralForm = (options, count, { rules }) => options.has(`=${count}`) ? `=${count}` : rules.select(count);
function parse(source) {
    let at = 0;
    const fail = () => {
        throw new Error(`not a message, at ${at}: ${source}`);
    };
    /** Everything up to one of these characters, without the white space around it. */
    const word = (ends) => {
        const start = at;
        while (at < source.length && !ends.test(source[at] ?? ''))
            at += 1;
        return source.slice(start, at).trim();
    };
    const expect = (character) => {
        if (source[at] !== character)
            fail();
        at += 1;
    };
    const parts = (inPlural, inside) => {
        const found = [];
        while (at < source.length && !(inside && source[at] === '}')) {
            const start = at;
            while (at < source.length && !/[{}#]/.test(source[at] ?? ''))
                at += 1;
            if (at > start)
                found.push(source.slice(start, at));
            else if (source[at] === '{')
                found.push(argument(inPlural));
            else if (source[at] === '}')
                fail();
            else {
                found.push(inPlural ? { kind: 'count' } : '#');
                at += 1;
            }
        }
        return found;
    };
    const argument = (inPlural) => {
        expect('{');
        const name = word(/[,}]/);
        if (source[at] === '}') {
            at += 1;
            return { kind: 'value', name };
        }
        expect(',');
        const kind = word(/,/);
        if (kind !== 'plural' && kind !== 'select')
            return fail();
        expect(',');
        const options = new Map();
        for (let form = word(/[{}]/); form !== ''; form = word(/[{}]/)) {
            expect('{');
            options.set(form, parts(inPlural || kind === 'plural', true));
            expect('}');
        }
        expect('}');
        if (!options.has('other'))
            fail();
        return { kind, name, options };
    };
    return parts(false, false);
}
