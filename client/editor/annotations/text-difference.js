/** What stands between two texts as one deletion and one insertion at the same place. */
function differenceOf(now, wanted) {
    const shorter = Math.min(now.length, wanted.length);
    let start = 0;
    while (start < shorter && now[start] === wanted[start])
        start += 1;
    let end = 0;
    while (end < shorter - start && now[now.length - 1 - end] === wanted[wanted.length - 1 - end])
        end += 1;
    // Two signs may share a half of their code; Yjs would replace both halves of one that is cut in two.
    if (isFirstHalf(now, start - 1))
        start -= 1;
    if (end > 0 && isSecondHalf(now, now.length - end))
        end -= 1;
    return {
        at: start,
        removed: now.length - start - end,
        inserted: wanted.slice(start, wanted.length - end),
    };
}
const isFirstHalf = (text, at) => /^[\ud800-\udbff]/.test(text.charAt(at));
const isSecondHalf = (text, at) => /^[\udc00-\udfff]/.test(text.charAt(at));
function write(text, { at, removed, inserted }) {
    text.doc?.transact(() => {
        if (removed > 0)
            text.delete(at, removed);
        if (inserted.length > 0)
            text.insert(at, inserted);
    });
}
/** Makes the shared text equal to what stands in the field. */
export const writeDifference = (text, wanted) => write(text, differenceOf(text.toString(), wanted));
/**
 * Writes what a hand composed (a Chinese word, a word on a telephone) while others went on: the field held `before` when
 * it began, `meanwhile` is what the others changed since. Answers where the hand's words end now.
 */
export function writeComposed(text, before, wanted, meanwhile) {
    const own = differenceOf(before, wanted);
    const moved = (at) => meanwhile.reduce((place, delta) => movedBy(delta, place), at);
    const at = moved(own.at);
    write(text, { at, removed: moved(own.at + own.removed) - at, inserted: own.inserted });
    return at + own.inserted.length;
}
/** Where a caret at `at` stands after a change. */
export function movedBy(delta, at) {
    let passed = 0;
    let moved = at;
    for (const step of delta) {
        if (passed > moved)
            break;
        if (step.retain)
            passed += step.retain;
        if (typeof step.insert === 'string' && passed <= moved) {
            if (passed < moved)
                moved += step.insert.length;
            passed += step.insert.length;
        }
        if (step.delete)
            moved -= Math.min(step.delete, Math.max(0, moved - passed));
    }
    return moved;
}
