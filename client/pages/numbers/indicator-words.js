/** How an indicator is said: its value, its parts, its cells, on the screen and in a file. */
import { writeCsv } from '../../../shared/csv.ts';
/** Groups of the page, each under its heading. */
export const groups = {
    care: [
        'pairs',
        'severe_poverty',
        'migrant_background',
        'mothers_without_work',
        'several_children',
        'minors_per_household',
    ],
    project: ['women_received', 'women_in_care', 'initiatives_held', 'community_spaces'],
    method: ['regia_by_sector', 'earliness_in_pregnancy', 'earliness_after_birth'],
};
export function valueWords(indicator, t, formats) {
    const { form, value, suppressed, numerator } = indicator;
    if (value === null)
        return suppressed && numerator === null ? t('numbers.hidden') : '–';
    switch (form) {
        case 'share':
            return formats.share(value);
        case 'mean':
            return formats.number(Math.round(value * 100) / 100);
        case 'median_week':
            return t('numbers.week', { value: formats.number(value) });
        case 'median_days':
            return t('numbers.days', { value: formats.number(value), count: value });
        case 'count':
            return formats.number(value);
    }
}
export const told = (count, t, formats) => count === null ? t('numbers.hidden') : formats.number(count);
export function cellWords(indicator, cell, t) {
    if (indicator.by === 'sector') {
        return cell.key === 'social' || cell.key === 'health' || cell.key === 'education'
            ? t(`functions.sector.${cell.key}`)
            : t('numbers.pending');
    }
    return cell.key === 'none' ? t('numbers.noDistrict') : t('numbers.district', { n: cell.key });
}
/** The part of the whole that a bar shows; null where it isn't told. */
export function partOf(indicator, { numerator, denominator, unknowns }) {
    if (numerator === null || !denominator)
        return null;
    const divisor = indicator.by === 'sector' ? denominator : denominator - (unknowns ?? 0);
    return divisor > 0 ? numerator / divisor : null;
}
/** Everything on the page, a line for each indicator and each of its cells. What isn't told says so. */
export function indicatorsCsv({ asOf, indicators }, view, t) {
    const line = (indicator, cell) => {
        const { numerator, denominator, unknowns } = cell ?? indicator;
        const count = (value) => value ?? (indicator.suppressed ? t('numbers.hidden') : null);
        return [
            t(`numbers.name.${indicator.code}`),
            cell ? cellWords(indicator, cell, t) : view,
            cell ? null : indicator.value && Math.round(indicator.value * 10_000) / 10_000,
            count(numerator),
            indicator.code === 'women_received' ? null : count(denominator),
            count(unknowns),
            asOf,
            t(`numbers.means.${indicator.code}`),
        ];
    };
    return writeCsv([
        ['indicator', 'part', 'value', 'numerator', 'denominator', 'unknowns', 'asOf', 'meaning'].map((name) => t(`numbers.column.${name}`)),
        ...indicators.flatMap((indicator) => [
            line(indicator, null),
            ...indicator.cells.map((cell) => line(indicator, cell)),
        ]),
    ]);
}
