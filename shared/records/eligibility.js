/** Who a programme is for, as data: rules that are checked against the family’s situation on the day it is enrolled (C8). */
import { z } from 'zod';
import { addYears } from '../dates.ts';
/** The kinds of poverty a need is coded as (C8). */
export const NeedKind = z.enum(['economic', 'educational', 'relational']);
export const EligibilityRule = z.discriminatedUnion('kind', [
    /** Registered in the city, or living there without. */
    z.strictObject({ kind: z.literal('residence') }),
    /** Severe poverty as the family states it, or an ISEE up to this (none: any stated poverty). */
    z.strictObject({ kind: z.literal('means'), iseeUpToCents: z.int().min(0).nullable() }),
    /** The last screening found one of these needs. */
    z.strictObject({ kind: z.literal('need'), needs: z.array(NeedKind).min(1).max(3) }),
    /** Something no record can tell: whoever enrols the family says that it is so. */
    z.strictObject({ kind: z.literal('stated'), text: z.string().trim().min(3).max(200) }),
]);
/** The programme’s age range, checked beside its rules. */
export const AgeRule = z.strictObject({ kind: z.literal('age') });
/** How a rule stood. What isn’t known is no yes: somebody asks, or says why the family is enrolled all the same. */
export const RuleResult = z.enum(['met', 'unmet', 'unknown']);
export const CheckedRule = z.strictObject({
    rule: z.discriminatedUnion('kind', [AgeRule, ...EligibilityRule.options]),
    result: RuleResult,
});
/** Every rule of a programme with how it stands, the age first. */
export function checkEligibility(programme, facts) {
    return [
        { rule: { kind: 'age' }, result: checkAge(programme, facts) },
        ...programme.eligibility.map((rule) => ({ rule, result: checkRule(rule, facts) })),
    ];
}
export const isEligible = (checked) => checked.every(({ result }) => result === 'met');
/** A child in the range, or a pregnancy where the programme begins with it. */
function checkAge({ ageFrom, ageTo }, { day, pregnant, births }) {
    if (pregnant && ageFrom === 'pregnancy')
        return 'met';
    const years = ageTo === '18' ? 18 : 2;
    return births.some((birth) => birth <= day && day < addYears(birth, years)) ? 'met' : 'unmet';
}
function checkRule(rule, { situation, needs, stated }) {
    switch (rule.kind) {
        case 'residence':
            if (situation.residence === 'unknown')
                return 'unknown';
            return situation.residence === 'resident' || situation.residence === 'staying' ? 'met' : 'unmet';
        case 'means':
            return checkMeans(rule.iseeUpToCents, situation);
        case 'need':
            if (needs === null)
                return 'unknown';
            return rule.needs.some((need) => needs.includes(need)) ? 'met' : 'unmet';
        case 'stated':
            return stated.includes(rule.text) ? 'met' : 'unknown';
    }
}
function checkMeans(upTo, { severePoverty, isee }) {
    if (severePoverty === 'yes')
        return 'met';
    if (upTo !== null && isee.state === 'known')
        return isee.cents <= upTo ? 'met' : 'unmet';
    return severePoverty === 'unknown' || (upTo !== null && isee.state !== 'known') ? 'unknown' : 'unmet';
}
