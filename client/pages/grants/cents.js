/** Sums as people type them, to integer cents: never through a fraction. */
/** "1.234,50", "1234.5", "12" → cents; null when it isn't a sum in euros with at most two decimals. */
export function centsOf(typed) {
    const found = /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(typed.trim().replace(/^€\s*|\s*€$/g, ''));
    if (!found)
        return null;
    const [, euros = '', decimals = ''] = found;
    const cents = Number(euros.replace(/[. ]/g, '')) * 100 + Number(decimals.padEnd(2, '0'));
    return Number.isSafeInteger(cents) ? cents : null;
}
/** As a field shows it before anybody typed. */
export const typedFrom = (cents) => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
