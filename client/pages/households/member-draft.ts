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

/** Of whom a pregnancy is asked. */
export const mayExpect = ({ sex, relation }: Pick<MemberInWriting, 'sex' | 'relation'>): boolean =>
  sex === 'f' && relation !== 'child';

const dayOrNull = (text: string): Day | null => (text ? Day.parse(text) : null);

/** The draft of a member. Who is said to expect a child is sent as such: without a date the server asks for one. */
export function memberDraft(
  member: MemberInWriting,
  languages: readonly ContentLanguage[],
  indexPerson: boolean,
): MemberDraft {
  const pregnant = member.expecting && mayExpect(member);
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
