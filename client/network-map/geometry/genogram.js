export const signHalf = 15;
const rowHeight = 78;
const nameHeight = 22;
const padding = 17;
const leastSlot = 62;
const isChild = (person) => person.relation === 'child' || person.symbol === 'triangle';
const isElder = (person) => person.relation === 'grandmother';
const isParent = ({ relation }) => relation === 'mother' || relation === 'father' || relation === 'partner';
const nameWidth = (person) => Math.max(leastSlot, Math.min(person.name.length, 14) * 7.6 + 16);
/** Unborn last; then by birth, those without a date after the others. */
const birthOrder = (a, b) => Number(a.symbol === 'triangle') - Number(b.symbol === 'triangle') ||
    (a.birth ?? '9999').localeCompare(b.birth ?? '9999');
/** He, then she, then whoever else lives there. */
const parentOrder = (a, b) => {
    const rank = (person) => (isParent(person) ? (person.symbol === 'square' ? 0 : 1) : 2);
    return rank(a) - rank(b);
};
/** Left to right with room for each name, centred on x = 0. */
function row(people, y, gap) {
    const widths = people.map(nameWidth);
    const total = widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, people.length - 1);
    let x = -total / 2;
    return people.map((person, index) => {
        const width = widths[index] ?? leastSlot;
        const place = { x: x + width / 2, y };
        x += width + gap;
        return [person.key, place];
    });
}
export function layOutGenogram(people) {
    const home = people.filter((person) => !person.left);
    const children = home.filter(isChild).toSorted(birthOrder);
    const elders = home.filter(isElder);
    const adults = home.filter((person) => !isChild(person) && !isElder(person)).toSorted(parentOrder);
    const rows = [elders, adults, children].filter((generation) => generation.length > 0);
    const height = Math.max(rows.length, 1) * rowHeight - (rowHeight - 2 * signHalf) + nameHeight;
    const places = new Map();
    rows.forEach((generation, index) => {
        const y = -height / 2 + signHalf + index * rowHeight;
        for (const [key, place] of row(generation, y, generation === adults ? 30 : 4))
            places.set(key, place);
    });
    const household = { width: widthOf(home, places) + padding * 2, height: height + padding * 2 };
    const adultY = adults[0] ? (places.get(adults[0].key)?.y ?? 0) : 0;
    people
        .filter((person) => person.left)
        .forEach((person, index) => {
        const x = household.width / 2 + 38 + Math.floor(index / 2) * 70;
        places.set(person.key, { x: index % 2 === 0 ? -x : x, y: adultY });
    });
    return { places, household, ...linesOf(people, adults, elders, children, places) };
}
function widthOf(people, places) {
    const half = people.map((person) => Math.abs(places.get(person.key)?.x ?? 0) + nameWidth(person) / 2);
    return Math.max(leastSlot, ...half) * 2;
}
/** The couple is the index parent and the other parent; one who left is joined by a cut line. */
function linesOf(people, adults, elders, children, places) {
    const parents = adults.filter(isParent);
    const first = parents.find((person) => person.index) ?? parents.find((p) => p.relation === 'mother') ?? parents[0];
    const at = (person) => (person ? places.get(person.key) : undefined);
    const here = at(first);
    if (!first || !here)
        return { nameBeside: new Set(), couples: [], descent: '' };
    const partner = parents.find((person) => person !== first);
    const others = [partner, ...people.filter((person) => person.left && isParent(person))].filter((p) => p !== undefined);
    const couples = others.flatMap((person) => {
        const there = at(person);
        return there ? [{ from: there, to: here, apart: person.left }] : [];
    });
    const beside = at(partner);
    const top = beside ? { x: (here.x + beside.x) / 2, y: here.y } : { x: here.x, y: here.y + signHalf + 3 };
    const below = children.flatMap((child) => at(child) ?? []);
    const above = elders.flatMap((elder) => at(elder) ?? []);
    const descent = comb(top, below) +
        above
            .map(({ x, y }) => `M${x} ${y + signHalf}V${(y + here.y) / 2}H${here.x}V${here.y - signHalf - 2}`)
            .join('');
    const alone = !beside && below.length > 0;
    return { nameBeside: new Set(alone ? [first.key] : []), couples, descent };
}
/** One line down, a bar, and a line to each child. */
function comb(top, children) {
    const [first] = children;
    if (!first)
        return '';
    const bar = first.y - signHalf - 13;
    const xs = [top.x, ...children.map(({ x }) => x)];
    const drops = children.map(({ x, y }) => `M${x} ${bar}V${y - signHalf}`).join('');
    return `M${top.x} ${top.y}V${bar}M${Math.min(...xs)} ${bar}H${Math.max(...xs)}${drops}`;
}
