import { needsMet } from '../../../shared/records/needs.ts';
/** What a body has: its own resources and those of its spaces. */
export const resourcesOf = (partner, spaces) => [
    ...partner.resources,
    ...spaces.filter(({ body }) => body.id === partner.body.id).flatMap(({ resources }) => resources),
];
export function fits(partner, filter, { spaces, ties }) {
    const { id } = partner.body;
    const { need, language, casaId, onlySpaces } = filter;
    if (need !== null && !needsMet(resourcesOf(partner, spaces)).includes(need))
        return false;
    if (language !== null && !partner.languages.includes(language))
        return false;
    if (onlySpaces && !spaces.some(({ body }) => body.id === id))
        return false;
    return casaId === null || id === casaId || ties.some((tie) => tie.casaId === casaId && tie.bodyId === id);
}
