/** A member while being written down: text as typed, turned into the contract's draft when it is sent. */
import { Day } from '../../../shared/dates.ts';
/** Who one begins with: the mother, at the centre. */
export const newMember = (key) => ({
    key,
    name: '',
    relation: key === 0 ? 'mother' : 'child',
    sex: 'f',
    birth: '',
    birthCountry: '',
    expecting: false,
    dueDate: '',
    lmp: '',
});
const dayOrNull = (text) => (text ? Day.parse(text) : null);
/** The draft of a member; a pregnancy is sent only with one of its two dates. */
export function memberDraft(member, languages, indexPerson) {
    const pregnant = member.expecting && (member.dueDate !== '' || member.lmp !== '');
    return {
        name: member.name.trim(),
        relation: member.relation,
        sex: member.sex,
        birth: dayOrNull(member.birth),
        indexPerson,
        languages: member.relation === 'child' ? [] : [...languages],
        birthCountry: member.birthCountry.trim() || null,
        pregnancy: pregnant
            ? { lmp: dayOrNull(member.lmp), dueDate: dayOrNull(member.dueDate), ended: null }
            : null,
    };
}
