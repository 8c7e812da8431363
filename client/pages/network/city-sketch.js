export const districts = [
    {
        number: 1,
        outline: [
            [430, 470],
            [560, 440],
            [640, 500],
            [620, 620],
            [540, 700],
            [460, 690],
            [400, 680],
            [390, 530],
        ],
        centre: { x: 512, y: 580 },
    },
    {
        number: 2,
        outline: [
            [120, 680],
            [300, 720],
            [400, 680],
            [460, 690],
            [480, 880],
            [520, 960],
            [330, 980],
            [160, 860],
        ],
        centre: { x: 345, y: 830 },
    },
    {
        number: 3,
        outline: [
            [90, 480],
            [220, 560],
            [390, 530],
            [400, 680],
            [300, 720],
            [120, 680],
        ],
        centre: { x: 255, y: 625 },
    },
    {
        number: 4,
        outline: [
            [110, 400],
            [260, 400],
            [400, 400],
            [470, 300],
            [560, 380],
            [560, 440],
            [430, 470],
            [390, 530],
            [220, 560],
            [90, 480],
        ],
        centre: { x: 290, y: 475 },
    },
    {
        number: 5,
        outline: [
            [150, 200],
            [400, 90],
            [470, 300],
            [400, 400],
            [260, 400],
            [110, 400],
        ],
        centre: { x: 300, y: 265 },
    },
    {
        number: 6,
        outline: [
            [400, 90],
            [700, 40],
            [900, 130],
            [900, 280],
            [700, 330],
            [560, 380],
            [470, 300],
        ],
        centre: { x: 690, y: 185 },
    },
    {
        number: 7,
        outline: [
            [560, 380],
            [700, 330],
            [900, 280],
            [960, 330],
            [980, 560],
            [780, 560],
            [640, 500],
            [560, 440],
        ],
        centre: { x: 800, y: 435 },
    },
    {
        number: 8,
        outline: [
            [460, 690],
            [540, 700],
            [620, 620],
            [640, 500],
            [780, 560],
            [980, 560],
            [860, 760],
            [700, 930],
            [520, 960],
            [480, 880],
        ],
        centre: { x: 700, y: 765 },
    },
];
/** Po from the south along the hills, Dora from the west into it. */
export const rivers = [
    'M600 985 C 590 900 585 850 605 790 S 655 640 655 570 S 690 470 770 410 S 860 250 935 105',
    'M70 432 C 150 405 230 425 320 415 S 470 345 560 400 S 680 415 745 425',
];
/** Bodies of the whole city stand in a row below it. */
export const citywideAt = { x: 130, y: 985 };
export const outlineOf = (district) => `M${district.outline.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
export const wholeCity = { x: 40, y: 10, size: 1000 };
/** A square that shows one district with a little of its neighbours. */
export function viewOf(number) {
    const district = districts.find((each) => each.number === number);
    if (district === undefined)
        return wholeCity;
    const [xs, ys] = [district.outline.map(([x]) => x), district.outline.map(([, y]) => y)];
    const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) + 70;
    return {
        x: (Math.max(...xs) + Math.min(...xs) - size) / 2,
        y: (Math.max(...ys) + Math.min(...ys) - size) / 2,
        size,
    };
}
/** The angle that spreads points most evenly (Vogel 1979). */
const goldenAngle = 2.39996;
/** Where each body of a district stands: where it was placed, else spread about the middle so that none covers another. */
export function placesIn(district, partners) {
    let spread = 0;
    return new Map(partners.map(({ body, partnership }) => {
        if (partnership?.place)
            return [body.id, partnership.place];
        const [turn, far] = [goldenAngle * spread, 26 * Math.sqrt(spread + 0.4)];
        spread++;
        const { x, y } = district.centre;
        return [body.id, { x: x + far * Math.cos(turn), y: y + 12 + far * Math.sin(turn) }];
    }));
}
