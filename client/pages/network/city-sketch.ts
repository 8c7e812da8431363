/**
 * A sketch of Turin and its eight Circoscrizioni (as drawn since 2016) on a square of 1,000 by 1,000, north above. Drawn by
 * hand from what borders on what: recognisable, not a survey. Rivers are there because people find their way by them.
 */
import type { BodyId } from '../../../shared/ids.ts';
import type { Partner } from '../../../shared/records/partners.ts';
import type { SketchPoint } from '../../../shared/records/territory.ts';

type Corner = readonly [x: number, y: number];

export type District = {
  readonly number: number;
  readonly outline: readonly Corner[];
  /** Where its number and its count stand. */
  readonly centre: SketchPoint;
};

export const districts: readonly District[] = [
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
export const rivers: readonly string[] = [
  'M600 985 C 590 900 585 850 605 790 S 655 640 655 570 S 690 470 770 410 S 860 250 935 105',
  'M70 432 C 150 405 230 425 320 415 S 470 345 560 400 S 680 415 745 425',
];

export const outlineOf = (district: District): string =>
  `M${district.outline.map(([x, y]) => `${x} ${y}`).join('L')}Z`;

export type View = { readonly x: number; readonly y: number; readonly size: number };

export const wholeCity: View = { x: 40, y: 10, size: 1000 };

/** A square that shows one district with a little of its neighbours. */
export function viewOf(number: number | null): View {
  const district = districts.find((each) => each.number === number);
  if (district === undefined) return wholeCity;
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
export function placesIn(district: District, partners: readonly Partner[]): Map<BodyId, SketchPoint> {
  let spread = 0;
  return new Map(
    partners.map(({ body, partnership }) => {
      if (partnership?.place) return [body.id, partnership.place];
      const [turn, far] = [goldenAngle * spread, 26 * Math.sqrt(spread + 0.4)];
      spread++;
      const { x, y } = district.centre;
      return [body.id, { x: x + far * Math.cos(turn), y: y + 12 + far * Math.sin(turn) }];
    }),
  );
}

/** The district a point lies in, by the even-odd rule; null between them and outside. */
export function districtAt({ x, y }: SketchPoint): number | null {
  const holds = ({ outline }: District): boolean =>
    outline.reduce((inside, [x1, y1], at) => {
      const [x0, y0] = outline.at(at - 1) ?? [x1, y1];
      const crosses = y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0;
      return crosses ? !inside : inside;
    }, false);
  return districts.find(holds)?.number ?? null;
}
