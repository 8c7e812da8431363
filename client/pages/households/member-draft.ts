/** A member while being written down: text as typed, turned into the contract's draft when it is sent. */
import { Day } from '../../../shared/dates.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type { MemberDraft, Relation } from '../../../shared/records/households.ts';

export type MemberInWriting = {
  readonly key: number;
  readonly name: string;
  readonly relation: Relation;
  readonly sex: 'f' | 'm';
  readonly birth: string;
  readonly birthCountry: string;
  readonly expecting: boolean;
  readonly dueDate: string;
  readonly lmp: string;
};

/** Who one begins with: the mother, at the centre. */
export const newMember = (key: number): MemberInWriting => ({
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

const dayOrNull = (text: string): Day | null => (text ? Day.parse(text) : null);

/** The draft of a member; a pregnancy is sent only with one of its two dates. */
export function memberDraft(
  member: MemberInWriting,
  languages: readonly ContentLanguage[],
  indexPerson: boolean,
): MemberDraft {
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
