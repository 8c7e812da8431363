/** Where on its ring a ring's name stands: at the top, or beside it where fewer ties and labels are in the way. */
import { lengthInside, overlap } from './label.ts';
/** Room for the longest name in any of the languages, in the 12 px type of the rings. */
const nameSize = { width: 104, height: 18 };
/** Degrees from the top, clockwise; the nearest to the top first. */
const turns = [0, 12, -12, 24, -24, 36, -36, 48, -48, 180, 168, -168, 156, -156, 144, -144];
/** What standing one place further down that list costs, against a pixel of tie (6) or of label (4) covered. */
const costOfTurn = 12;
const onEllipse = (axes, degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return { x: Math.sin(angle) * axes.width, y: -Math.cos(angle) * axes.height };
};
const boxAround = ({ x, y }) => ({
    left: x - nameSize.width / 2,
    right: x + nameSize.width / 2,
    top: y - nameSize.height / 2,
    bottom: y + nameSize.height / 2,
});
/** The middle of each name, in stage pixels. Names keep clear of each other too. */
export function placeOrbitNames(rings, ties, taken) {
    const set = [...taken];
    const places = new Map();
    for (const { ring, axes } of rings) {
        const choices = turns.map((turn, rank) => {
            const point = onEllipse(axes, turn);
            const box = boxAround(point);
            const covered = set.reduce((sum, other) => sum + overlap(box, other), 0);
            const crossed = ties.reduce((sum, tie) => sum + lengthInside(tie, box), 0);
            return { point, box, cost: covered * 4 + crossed * 6 + rank * costOfTurn };
        });
        const best = choices.reduce((least, choice) => (choice.cost < least.cost ? choice : least));
        set.push(best.box);
        places.set(ring, best.point);
    }
    return places;
}
