export function peopleOf(household) {
    const present = household.careTeam.filter((member) => member.to === null).map((member) => member.person);
    const all = [household.tutor, household.lead?.person, ...present].filter((person) => person !== null && person !== undefined);
    return [...new Map(all.map((person) => [person.id, person])).values()];
}
