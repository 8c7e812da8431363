/** Everybody who works with a household today, each once: tutor, regia, team. */
import type { Household } from '../../../shared/records/households.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';

export function peopleOf(household: Pick<Household, 'tutor' | 'lead' | 'careTeam'>): readonly PersonBrief[] {
  const present = household.careTeam.filter((member) => member.to === null).map((member) => member.person);
  const all = [household.tutor, household.lead?.person, ...present].filter(
    (person) => person !== null && person !== undefined,
  );
  return [...new Map(all.map((person) => [person.id, person])).values()];
}
