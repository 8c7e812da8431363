/** Labels: broken into short lines, and set on the side where they cover least. */
/** Letters on a line of a label, as the mock-ups have it. */
export const labelWidth = 16;
const mostLines = 3;
/** A word this long still stands whole: breaking it reads worse than a long line. */
const longestWord = 20;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettersOf = (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
function pieces(word, width) {
    const letters = lettersOf(word);
    if (letters.length <= longestWord)
        return [word];
    return Array.from({ length: Math.ceil(letters.length / width) }, (_, index) => letters.slice(index * width, (index + 1) * width).join(''));
}
/** At most three lines of 16 letters; what doesn't fit ends in an ellipsis and is read in the list. */
export function wrapLabel(text, width = labelWidth) {
    const lines = [];
    for (const word of text
        .trim()
        .split(/\s+/u)
        .flatMap((long) => pieces(long, width))) {
        const last = lines.at(-1);
        const joined = last === undefined ? word : `${last} ${word}`;
        if (last !== undefined && lettersOf(joined).length <= width)
            lines[lines.length - 1] = joined;
        else
            lines.push(word);
    }
    if (lines.length <= mostLines)
        return lines;
    const kept = lines.slice(0, mostLines);
    return [...kept.slice(0, -1), `${kept.at(-1) ?? ''}…`];
}
export const lineHeight = 16;
const letterWidth = 7;
/** From a sign's centre to its label's edge. */
export const labelGap = 17;
/** Room a label takes beside a point. Widths are estimated: close enough to choose a side. */
export function labelBox(point, lines, side) {
    const width = Math.max(...lines.map((line) => lettersOf(line).length), 1) * letterWidth;
    const height = lines.length * lineHeight;
    switch (side) {
        case 'below':
            return around(point.x - width / 2, point.y + labelGap - 3, width, height);
        case 'above':
            return around(point.x - width / 2, point.y - labelGap - height + 3, width, height);
        case 'end':
            return around(point.x + labelGap, point.y - height / 2, width, height);
        case 'start':
            return around(point.x - labelGap - width, point.y - height / 2, width, height);
    }
}
const around = (left, top, width, height) => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
});
/** Area two boxes share. */
export const overlap = (a, b) => Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
    Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
/** Length of the part of a line that lies in a box. */
export function lengthInside(line, box) {
    const step = { x: line.to.x - line.from.x, y: line.to.y - line.from.y };
    let enter = 0;
    let leave = 1;
    const sides = [
        [line.from.x, step.x, box.left, box.right],
        [line.from.y, step.y, box.top, box.bottom],
    ];
    for (const [from, by, low, high] of sides) {
        if (by === 0 && (from < low || from > high))
            return 0;
        if (by === 0)
            continue;
        enter = Math.max(enter, Math.min((low - from) / by, (high - from) / by));
        leave = Math.min(leave, Math.max((low - from) / by, (high - from) / by));
    }
    return Math.max(0, leave - enter) * Math.hypot(step.x, step.y);
}
const signHalf = 13;
const signBox = ({ x, y }) => around(x - signHalf, y - signHalf, signHalf * 2, signHalf * 2);
/** Above for what stands over the household (its tie arrives from below), else below; then the sides. */
const sidesFor = ({ x, y }) => {
    const upright = y < 0 && -y > Math.abs(x) * 0.45 ? ['above', 'below'] : ['below', 'above'];
    return x < 0 ? [...upright, 'start', 'end'] : [...upright, 'end', 'start'];
};
const areaOf = (box) => (box.right - box.left) * (box.bottom - box.top);
/**
 * A side for each label, one after the other: the first that covers least of signs, labels, lines and what is `taken`,
 * and stays on the `sheet`.
 */
export function placeLabels(items, lines, taken, sheet) {
    const signs = items.map(({ point }) => signBox(point));
    const set = [...taken];
    const placed = new Map();
    items.forEach((item, own) => {
        const choices = sidesFor(item.point).map((side, rank) => {
            const box = labelBox(item.point, item.lines, side);
            const covered = signs.reduce((sum, sign, other) => sum + (other === own ? 0 : overlap(box, sign)), 0) +
                set.reduce((sum, other) => sum + overlap(box, other), 0);
            const crossed = lines.reduce((sum, line) => sum + lengthInside(line, box), 0);
            const lost = areaOf(box) - overlap(box, sheet);
            return { side, box, covered, cost: (covered + lost) * 4 + crossed * 6 + rank * 70 };
        });
        const best = choices.reduce((least, choice) => (choice.cost < least.cost ? choice : least));
        set.push(best.box);
        placed.set(item.key, { side: best.side, crowded: best.covered > 40 });
    });
    return placed;
}
