/** Euro as people type them, and the whole cents the server keeps. */
/** `1.234,50`, `1234.5` or `1234`; undefined for anything else, as three decimals or a minus. */
export function centsOf(typed) {
    const compact = typed.replace(/[\s€]/g, '');
    const plain = compact.includes(',') ? compact.replaceAll('.', '').replace(',', '.') : compact;
    if (!/^\d{1,9}(\.\d{1,2})?$/.test(plain))
        return undefined;
    const [whole = '0', part = ''] = plain.split('.');
    return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
/** What stands in the field for a sum. */
export const typedOf = (cents) => cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
