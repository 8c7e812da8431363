const colours = [1, 2, 3, 4, 5, 6, 7, 8];
/** FNV-1a with a final mix: neighbouring ids fall on different colours. */
function hash(text) {
    let value = 0x811c9dc5;
    for (let i = 0; i < text.length; i += 1)
        value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
    return (value ^ (value >>> 13)) >>> 0;
}
export const caretColourOf = (personId) => colours[hash(personId) % 8] ?? 1;
/**
 * Colours for people who are together, so that up to eight differ. In the order given (the team's, or of arrival)
 * each keeps their own colour, or takes the next free one; who came earlier never changes when someone joins.
 */
export function caretColoursFor(personIds) {
    const byPerson = new Map();
    for (const id of personIds) {
        if (byPerson.has(id))
            continue;
        const own = caretColourOf(id);
        const taken = new Set(byPerson.values());
        const inTurn = colours.map((_, step) => colours[(own - 1 + step) % 8] ?? own);
        byPerson.set(id, inTurn.find((colour) => !taken.has(colour)) ?? own);
    }
    return byPerson;
}
/**
 * Colours on one household's screens, the same on every screen without asking anybody: they depend on who the people
 * are and never on who came first. The team has its colours for good; among those present (who may be guests, or more
 * than eight with the team) up to eight always differ. Whoever's own colour is free keeps it.
 */
export function caretColoursTogether(team, present) {
    const ofTeam = allot(team, caretColourOf);
    const ofPresent = allot(present, (id) => ofTeam.get(id) ?? caretColourOf(id));
    return new Map([...ofTeam, ...ofPresent]);
}
/** First everybody whose wish nobody else has before them, then the others what is left; by id, so that all agree. */
function allot(personIds, wish) {
    const byPerson = new Map();
    const ids = [...new Set(personIds)].sort();
    const isFree = (colour) => ![...byPerson.values()].includes(colour);
    for (const id of ids)
        if (isFree(wish(id)))
            byPerson.set(id, wish(id));
    for (const id of ids) {
        if (byPerson.has(id))
            continue;
        const inTurn = colours.map((_, step) => colours[(wish(id) - 1 + step) % 8] ?? 1);
        byPerson.set(id, inTurn.find(isFree) ?? wish(id));
    }
    return byPerson;
}
/** CSS values for whatever is drawn in a person's colour: `--c`, and `--c-on` for words on it. */
export const caretVariables = (colour) => ({
    '--c': `var(--c${colour})`,
    '--c-on': `var(--c${colour}-on)`,
});
/** One or two initials; for scripts without capitals the first letters of the first two words. */
export function initialsOf(name) {
    const words = name
        .trim()
        .split(/\s+/u)
        .filter((word) => /^\p{L}/u.test(word));
    const first = words[0];
    const last = words.length > 1 ? words.at(-1) : undefined;
    // the Arabic article is no part of anybody's initials
    const letter = (word) => Array.from(word?.replace(/^ال(?=\p{L})/u, '') ?? '')[0] ?? '';
    const arabic = /\p{Script=Arabic}/u.test(name);
    return `${letter(first)}${arabic && last ? ' ' : ''}${letter(last)}`.toLocaleUpperCase();
}
