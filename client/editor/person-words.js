export const personWords = (person, t) => [t(`functions.function.${person.function}`), person.body?.name].filter(Boolean).join(', ');
