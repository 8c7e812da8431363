/** Thrown when something that must always hold doesn't: a bug of ours, never a mistake of the person's. */
export class BrokenInvariant extends Error {
    name = 'BrokenInvariant';
}
/** States what must hold here. Crashes to the nearest boundary otherwise; never catch it to go on. */
export function assert(condition, whatMustHold) {
    if (!condition)
        throw new BrokenInvariant(whatMustHold);
}
/** Ends a switch over a union: the compiler lists the cases that are missing. */
export function unreachable(value) {
    throw new BrokenInvariant(`no such case: ${JSON.stringify(value)}`);
}
