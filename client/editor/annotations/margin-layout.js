/** Where cards stand in the margin: beside their words, sliding down when they would collide. */
const gapPx = 12;
/** Tops by key. The focused card keeps its place: those above it slide up instead, as long as there is room. */
export function layOut(cards, focused) {
    const sorted = [...cards].sort((a, b) => a.wanted - b.wanted);
    const at = sorted.findIndex(({ key }) => key === focused);
    const tops = downFrom(sorted, 0, 0);
    const anchor = sorted[at];
    if (!anchor)
        return tops;
    const above = new Map();
    let ceiling = anchor.wanted;
    for (const card of sorted.slice(0, at).reverse()) {
        ceiling = Math.min(card.wanted, ceiling - gapPx - card.height);
        above.set(card.key, ceiling);
    }
    if (at > 0 && ceiling < 0)
        return tops;
    return new Map([...above, ...downFrom(sorted, at, anchor.wanted)]);
}
function downFrom(cards, start, floor) {
    const tops = new Map();
    let free = floor;
    for (const card of cards.slice(start)) {
        const top = Math.max(card.wanted, free);
        tops.set(card.key, top);
        free = top + card.height + gapPx;
    }
    return tops;
}
