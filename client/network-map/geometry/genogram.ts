/**
 * The household as a genogram: the generation of the parents on one row (he at the left, as convention has it), the
 * children below from the eldest, a pregnancy last; grandmothers above. Whoever left stands outside the dashed line.
 * Stage pixels around the middle of the household.
 */
import type { GenogramSymbol } from '../../../shared/documents/network-map.ts';
import type { Relation } from '../../../shared/records/households.ts';
import type { Point, Size } from './projection.ts';

export type GenogramPerson = {
  readonly key: string;
  readonly name: string;
  readonly relation: Relation;
  readonly symbol: GenogramSymbol;
  readonly index: boolean;
  /** No longer lives with them. */
  readonly left: boolean;
  /** `2026-11-21`; nothing when unknown. */
  readonly birth: string | null;
};

export type Genogram = {
  /** Where each person's sign stands. */
  readonly places: ReadonlyMap<string, Point>;
  /** Who stands alone above children: the line to them goes through, so the name goes beside. */
  readonly nameBeside: ReadonlySet<string>;
  readonly couples: readonly { readonly from: Point; readonly to: Point; readonly apart: boolean }[];
  /** SVG path of the lines to the children. */
  readonly descent: string;
  /** The dashed line around those who live together, centred on the origin. */
  readonly household: Size;
};

export const signHalf = 15;
const rowHeight = 78;
const nameHeight = 22;
const padding = 17;
const leastSlot = 62;

const isChild = (person: GenogramPerson) => person.relation === 'child' || person.symbol === 'triangle';
const isElder = (person: GenogramPerson) => person.relation === 'grandmother';
const isParent = ({ relation }: GenogramPerson) =>
  relation === 'mother' || relation === 'father' || relation === 'partner';

const nameWidth = (person: GenogramPerson): number =>
  Math.max(leastSlot, Math.min(person.name.length, 14) * 7.6 + 16);

/** Unborn last; then by birth, those without a date after the others. */
const birthOrder = (a: GenogramPerson, b: GenogramPerson): number =>
  Number(a.symbol === 'triangle') - Number(b.symbol === 'triangle') ||
  (a.birth ?? '9999').localeCompare(b.birth ?? '9999');

/** He, then she, then whoever else lives there. */
const parentOrder = (a: GenogramPerson, b: GenogramPerson): number => {
  const rank = (person: GenogramPerson) => (isParent(person) ? (person.symbol === 'square' ? 0 : 1) : 2);
  return rank(a) - rank(b);
};

/** Left to right with room for each name, centred on x = 0. */
function row(people: readonly GenogramPerson[], y: number, gap: number): [string, Point][] {
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

export function layOutGenogram(people: readonly GenogramPerson[]): Genogram {
  const home = people.filter((person) => !person.left);
  const children = home.filter(isChild).toSorted(birthOrder);
  const elders = home.filter(isElder);
  const adults = home.filter((person) => !isChild(person) && !isElder(person)).toSorted(parentOrder);
  const rows = [elders, adults, children].filter((generation) => generation.length > 0);
  const height = Math.max(rows.length, 1) * rowHeight - (rowHeight - 2 * signHalf) + nameHeight;
  const places = new Map<string, Point>();
  rows.forEach((generation, index) => {
    const y = -height / 2 + signHalf + index * rowHeight;
    for (const [key, place] of row(generation, y, generation === adults ? 30 : 4)) places.set(key, place);
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

function widthOf(people: readonly GenogramPerson[], places: ReadonlyMap<string, Point>): number {
  const half = people.map((person) => Math.abs(places.get(person.key)?.x ?? 0) + nameWidth(person) / 2);
  return Math.max(leastSlot, ...half) * 2;
}

type Lines = Pick<Genogram, 'nameBeside' | 'couples' | 'descent'>;

/** The couple is the index parent and the other parent; one who left is joined by a cut line. */
function linesOf(
  people: readonly GenogramPerson[],
  adults: readonly GenogramPerson[],
  elders: readonly GenogramPerson[],
  children: readonly GenogramPerson[],
  places: ReadonlyMap<string, Point>,
): Lines {
  const parents = adults.filter(isParent);
  const first =
    parents.find((person) => person.index) ?? parents.find((p) => p.relation === 'mother') ?? parents[0];
  const at = (person: GenogramPerson | undefined) => (person ? places.get(person.key) : undefined);
  const here = at(first);
  if (!first || !here) return { nameBeside: new Set(), couples: [], descent: '' };
  const partner = parents.find((person) => person !== first);
  const others = [partner, ...people.filter((person) => person.left && isParent(person))].filter(
    (p) => p !== undefined,
  );
  const couples = others.flatMap((person) => {
    const there = at(person);
    return there ? [{ from: there, to: here, apart: person.left }] : [];
  });
  const beside = at(partner);
  const top = beside ? { x: (here.x + beside.x) / 2, y: here.y } : { x: here.x, y: here.y + signHalf + 3 };
  const below = children.flatMap((child) => at(child) ?? []);
  const above = elders.flatMap((elder) => at(elder) ?? []);
  const descent =
    comb(top, below) +
    above
      .map(({ x, y }) => `M${x} ${y + signHalf}V${(y + here.y) / 2}H${here.x}V${here.y - signHalf - 2}`)
      .join('');
  const alone = !beside && below.length > 0;
  return { nameBeside: new Set(alone ? [first.key] : []), couples, descent };
}

/** One line down, a bar, and a line to each child. */
function comb(top: Point, children: readonly Point[]): string {
  const [first] = children;
  if (!first) return '';
  const bar = first.y - signHalf - 13;
  const xs = [top.x, ...children.map(({ x }) => x)];
  const drops = children.map(({ x, y }) => `M${x} ${bar}V${y - signHalf}`).join('');
  return `M${top.x} ${top.y}V${bar}M${Math.min(...xs)} ${bar}H${Math.max(...xs)}${drops}`;
}
