export function insightsOf(picture, { neededRights, rightsServedBy }) {
    const ties = Object.entries(picture.ties);
    const holding = ties.filter(([, tie]) => holds(tie));
    const living = ties.filter(([, tie]) => isLiving(tie));
    const served = new Set(holding.flatMap(([, { source, target }]) => [source, target].flatMap((key) => {
        const node = picture.nodes[key];
        return node === undefined ? [] : rightsServedBy(node);
    })));
    const informal = holding.filter(([, { network }]) => network === 'primary').length;
    const count = (energy) => living.filter(([, tie]) => tie.energy === energy).length;
    return {
        missingTies: ties.filter(([, tie]) => tie.strength === 'absent_needed').map(([key]) => key),
        unservedRights: neededRights.filter((right) => !served.has(right)),
        bridges: bridgesOf(picture),
        balance: { informal, formal: holding.length - informal },
        exchange: { gives: count('to'), receives: count('from'), mutual: count('mutual'), none: count('none') },
        drains: living.filter(([, { energy }]) => energy === 'to').map(([key]) => key),
    };
}
/** Somebody is reached through it, well or badly. */
const isLiving = ({ strength }) => strength !== 'broken' && strength !== 'absent_needed';
/** It carries. */
const holds = ({ strength }) => strength === 'strong' || strength === 'tenuous';
/**
 * Places without which the family no longer reaches somebody it reaches now, with whom it would lose. The household is
 * one point: its members are never a bridge.
 */
export function bridgesOf(picture) {
    const neighbours = neighboursIn(picture);
    const all = reached(neighbours, null);
    return [...all].flatMap((node) => {
        const without = reached(neighbours, node);
        const cutsOff = [...all].filter((other) => other !== node && !without.has(other));
        return cutsOff.length === 0 ? [] : [{ node, cutsOff }];
    });
}
/** Stands for everybody in the household; keys of places are never empty. */
const family = '';
function neighboursIn({ nodes, ties }) {
    const neighbours = new Map();
    const pointOf = (key) => (nodes[key]?.kind === 'member' ? family : key);
    const join = (a, b) => {
        neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
    };
    for (const tie of Object.values(ties).filter(isLiving)) {
        const [a, b] = [pointOf(tie.source), pointOf(tie.target)];
        join(a, b);
        join(b, a);
    }
    return neighbours;
}
/** Everybody outside the household whom it reaches, when this one isn't there. */
function reached(neighbours, without) {
    const found = new Set();
    const waiting = [family];
    for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
        for (const next of neighbours.get(point) ?? []) {
            if (next === family || next === without || found.has(next))
                continue;
            found.add(next);
            waiting.push(next);
        }
    }
    return found;
}
const bySector = {
    health: ['health'],
    education: ['education'],
    protection: ['protection'],
    work: ['work'],
};
const byKind = {
    family_clinic: ['health', 'parenthood'],
    adult_school: ['education', 'parenthood'],
    nursery: ['education'],
    job_centre: ['work'],
    training_body: ['work'],
    registry: ['identity'],
    legal_clinic: ['identity'],
    tenants_union: ['home'],
    social_service: ['protection'],
    antiviolence_centre: ['protection'],
    shelter: ['protection', 'home'],
    family_placement: ['protection', 'home'],
};
/** Rights a body serves, by what it is. A body of no particular right serves none. */
export const rightsOfBody = ({ kind, sector, }) => byKind[kind] ?? bySector[sector] ?? [];
