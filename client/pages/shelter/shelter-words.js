/** Words of shelter that are put together from records. */
import { daysBetween } from '../../../shared/dates.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
const codes = [
    'home-support-first',
    'nobody-pregnant',
    'too-far',
    'before-start',
    'before-request',
    'after-end',
    'not-later',
    'overlaps',
    'closed',
    'not-for-them',
    'below-taken',
    'no-key',
    'oneself',
];
/** What is wrong with a field: shelter's own codes, then those every page knows. */
export function shelterProblem(t, problem) {
    const code = codes.find((one) => one === problem?.code);
    return code ? t(`shelter.code.${code}`) : fieldWords(t, problem);
}
/** Who a place is for, without names: "mother, child of 4 years, 1 expected". */
export function whoFor(t, formats, placement, today) {
    const people = placement.people.map(({ relation, birth }) => relation === 'child' && birth !== null
        ? t('shelter.childAge', { age: ageOf(t, birth, today) })
        : t(`households.relation.${relation}`));
    const expected = placement.expected > 0 ? [t('shelter.expected', { count: placement.expected })] : [];
    return formats.list([...people, ...expected]);
}
function ageOf(t, birth, today) {
    const days = Math.max(0, daysBetween(birth, today));
    const years = Math.floor(days / 365.25);
    return years >= 2
        ? t('shelter.years', { count: years })
        : t('shelter.months', { count: Math.floor(days / 30.44) });
}
