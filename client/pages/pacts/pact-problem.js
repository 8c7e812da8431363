import { fieldWords } from '../../api/RefusalNote.tsx';
const codes = [
    'pact-too-long',
    'pact-too-short',
    'extension-too-long',
    'not-later',
    'before-approval',
    'file-type',
    'no-cap',
    'no-work-orientation',
];
export function pactProblem(t, problem) {
    const code = codes.find((one) => one === problem?.code);
    return code ? t(`pacts.code.${code}`) : fieldWords(t, problem);
}
