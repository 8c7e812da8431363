/** Why a change was refused, beside what was typed, and the words for a field that is wrong. */
import { Show } from 'solid-js';
import { ErrorNote } from '../ui/notes.tsx';
/** Wrong fields speak for themselves: the note is for everything else. */
export function RefusalNote(props) {
    return (<Show when={props.refusal}>
      {(refusal) => <ErrorNote code={refusal().code} retryAfterSeconds={refusal().retryAfterSeconds}/>}
    </Show>);
}
/** Words for the stable codes of fields. */
const wordsOfCode = {
    too_small: 'fields.tooShort',
    too_big: 'fields.tooLong',
    invalid_format: 'fields.format',
    invalid_type: 'fields.missing',
    invalid_value: 'fields.missing',
    invalid_union: 'fields.missing',
    required: 'fields.missing',
    unknown: 'fields.unknown',
    past: 'fields.past',
    future: 'fields.future',
    'in-the-future': 'fields.future',
    'too-early': 'fields.tooEarly',
    'not-in-team': 'fields.notInTeam',
    'cannot-join': 'fields.cannotJoin',
    'is-tutor': 'fields.isTutor',
    'not-a-tutor': 'fields.notTutor',
    'is-lead': 'fields.isLead',
    'already-exists': 'fields.taken',
    'other-language': 'fields.otherLanguage',
    paused: 'fields.away',
    'too-long-ago': 'fields.tooLongAgo',
    'too-far': 'fields.tooFar',
    'not-this-lmp': 'fields.notThisLmp',
    'not-these-weeks': 'fields.notTheseWeeks',
    'before-lmp': 'fields.beforeLmp',
    'before-reference': 'fields.beforeReference',
    'before-opening': 'fields.beforeOpening',
    'not-after': 'fields.notAfter',
    'in-future': 'fields.inFuture',
    'more-than-all': 'fields.moreThanAll',
    'above-space': 'fields.aboveSpace',
    'case-data': 'fields.caseData',
    taken: 'fields.sessionTaken',
    'before-start': 'fields.beforeStart',
};
/** What is wrong with a field, in the reader's words, by the stable code; the server's own sentence is the last resort. */
export function fieldWords(t, problem) {
    const key = problem && wordsOfCode[problem.code];
    return key ? t(key) : problem?.message;
}
