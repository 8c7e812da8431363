/** A report while being written down: text as typed, turned into the contract's content when it is sent. */
import { createSignal } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { ContentLanguage } from '../../../shared/languages.ts';
import { ReportContent } from '../../../shared/records/report-content.ts';
const blank = {
    ...{ subject: 'pregnant', urgency: 'ordinary', text: '', name: '', birth: '', phone: '', phoneSafety: '' },
    ...{ phoneHours: '', language: '', dueDate: '', children: [], residence: '', district: '', area: '' },
    ...{ iseeEuros: '', iseeOn: '', paediatrician: '', documents: 'unknown', housing: 'unknown' },
    ...{ work: 'unknown', health: 'unknown', violence: 'not_done' },
};
export function createReportForm() {
    const [draft, setDraft] = createSignal(blank);
    return { draft, change: (part) => setDraft({ ...draft(), ...part }), clear: () => setDraft(blank) };
}
const dayOrNull = (text) => (text === '' ? null : Day.parse(text));
const orNull = (text) => text.trim() || null;
/** What is sent. An ISEE without its day isn't told: the number alone says nothing. */
export function contentOf(draft) {
    const { iseeEuros, iseeOn, district, language, children, ...rest } = draft;
    const euros = Number(iseeEuros.replace(',', '.'));
    const isee = iseeEuros !== '' && iseeOn !== '' && Number.isFinite(euros);
    return ReportContent.parse({
        ...rest,
        text: draft.text.trim(),
        name: orNull(draft.name),
        birth: dayOrNull(draft.birth),
        phone: orNull(draft.phone),
        dueDate: draft.subject === 'lone_woman' ? null : dayOrNull(draft.dueDate),
        language: ContentLanguage.safeParse(language).data ?? null,
        children: children
            .filter(({ name, birth }) => name.trim() !== '' || birth !== '')
            .map(({ name, birth }) => ({ name: orNull(name), birth: dayOrNull(birth), sex: null })),
        district: district === '' ? null : Number(district),
        area: orNull(draft.area),
        isee: isee ? { cents: Math.round(euros * 100), on: Day.parse(iseeOn) } : null,
    });
}
/** Whether it can be sent: the words are the one thing that must be there. */
export const isWritten = (draft) => draft.text.trim().length >= 3;
