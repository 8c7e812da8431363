/** Who stands in the middle: the places of the document that are members, joined with what the records know of them. */
import { daysBetween } from '../../shared/dates.ts';
/** The key a member's place will have once someone ties or changes it. The same on every screen. */
export const memberKey = (member) => `member-${member.id}`;
/** Members of the record that the document has no place for. A triangle stands for a pregnancy, not for its mother. */
export function unwrittenMembers(nodes, members) {
    const written = new Set(Object.values(nodes).flatMap((node) => node.kind === 'member' && node.symbol !== 'triangle' && node.ref ? [node.ref] : []));
    const missing = members.filter((member) => !written.has(member.id) && member.left === null);
    return new Map(missing.map((member) => [
        memberKey(member),
        {
            label: member.name,
            kind: 'member',
            ring: 'centre',
            x: 0,
            y: 0,
            ref: member.id,
            symbol: member.sex === 'f' ? 'circle' : 'square',
            ...(member.indexPerson ? { index: true } : {}),
        },
    ]));
}
const recordOf = (node, members) => node.symbol === 'triangle' ? undefined : members.find((member) => member.id === node.ref);
/** Without a record, the place drawn by hand tells: what stands lower is a child. */
const relationByPlace = (node) => {
    if (node.symbol === 'triangle' || node.y > 30)
        return 'child';
    if (node.y < -30)
        return 'grandmother';
    if (node.index || node.symbol === 'circle')
        return 'mother';
    return node.symbol === 'square' ? 'father' : 'other';
};
const symbolOf = (node, record) => node.symbol ?? (record?.sex === 'm' ? 'square' : 'circle');
export function genogramPeople(nodes, members) {
    return Object.entries(nodes).flatMap(([key, node]) => {
        if (node.kind !== 'member')
            return [];
        const record = recordOf(node, members);
        return [
            {
                key,
                name: node.label,
                relation: record?.relation ?? relationByPlace(node),
                symbol: symbolOf(node, record),
                index: node.index ?? record?.indexPerson ?? false,
                left: record ? record.left !== null : false,
                birth: record?.birth ?? null,
            },
        ];
    });
}
/** Months up to two years, then years, as people say it. Nothing before birth or without a date. */
export function ageOn(birth, today) {
    if (birth === null || daysBetween(birth, today) < 0)
        return null;
    const [fromYear = 0, fromMonth = 1, fromDay = 1] = birth.split('-').map(Number);
    const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
    const months = (year - fromYear) * 12 + (month - fromMonth) - (day < fromDay ? 1 : 0);
    return months < 24 ? { unit: 'months', value: months } : { unit: 'years', value: Math.floor(months / 12) };
}
