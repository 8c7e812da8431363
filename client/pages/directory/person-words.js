export const personMark = (t, person) => ({
    id: person.id,
    name: person.name,
    function: person.title || t(`functions.function.${person.function}`),
    bodyName: person.body?.name,
});
export const personOption = (t, person) => ({
    id: person.id,
    name: person.name,
    note: [person.title || t(`functions.function.${person.function}`), person.body?.name]
        .filter(Boolean)
        .join(', '),
    sector: person.body?.sector,
    person,
});
