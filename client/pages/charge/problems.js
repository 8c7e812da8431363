import { fieldWords } from '../../api/RefusalNote.tsx';
const wordsOfCode = {
    'already-enrolled': 'charge.alreadyEnrolled',
    'outside-programme': 'charge.outsideProgramme',
    'before-start': 'charge.beforeStart',
    'over-budget': 'charge.overBudget',
    'not-eligible': 'charge.overrideHint',
};
/** Call it where words are shown: this area is fetched when first needed. */
export function chargeProblem(t, problem) {
    const key = problem && wordsOfCode[problem.code];
    return key ? t(key) : fieldWords(t, problem);
}
