/**
 * From drawing units, which everybody shares, to the stage: the reader's own sheet, in pixels from its centre before
 * any zoom. Rings become ellipses that fill the sheet, and the household pushes them outwards so that nobody stands in
 * it. Words and signs keep their size whatever the sheet's.
 */
import type { Ring } from '../../../shared/documents/network-map.ts';

export type Point = { readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };
export type OuterRing = Exclude<Ring, 'centre'>;

export const outerRings: readonly OuterRing[] = ['informal', 'services', 'third_sector', 'market'];

/** How far each ring lies from the household, in drawing units (documents/network-map: the outermost at about 380). */
export const ringRadius: Readonly<Record<OuterRing, number>> = {
  informal: 160,
  services: 250,
  third_sector: 330,
  market: 390,
};

/** In drawing units: within this the household stands, and no outer place does. */
export const householdRadius = 90;
/** Nearest that an outer place may come. */
export const nearestRadius = 108;
const reach = 400;

export type Projection = {
  toStage(point: Point): Point;
  /** The inverse of `toStage`. */
  toDrawing(point: Point): Point;
  /** The two half-axes of the ellipse at that distance. */
  axes(radius: number): Size;
};

type Axis = { readonly inner: number; readonly perUnit: number };

const axisOf = (sheet: number, margin: number, household: number): Axis => {
  const inner = Math.max(household, 60);
  const perUnit = Math.max((sheet / 2 - margin - inner) / (reach - householdRadius), 0.32);
  return { inner, perUnit };
};

const at = (axis: Axis, radius: number): number =>
  radius < householdRadius
    ? (axis.inner * radius) / householdRadius
    : axis.inner + (radius - householdRadius) * axis.perUnit;

/** Least and most sheet, in pixels: below, one pans; above, ties would only get longer. */
const sheet = { width: { least: 860, most: 1240 }, height: { least: 540, most: 780 } };
const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** `household` is the genogram's size on the stage. */
export function createProjection(canvas: Size, household: Size): Projection {
  const width = clamp(canvas.width, sheet.width.least, sheet.width.most);
  const height = clamp(canvas.height, sheet.height.least, sheet.height.most);
  // An ellipse around the box: its corners are inside while (1 / 1.4)² + (1 / 1.4)² stays about 1.
  const across = axisOf(width, 76, household.width * 0.7 + 10);
  const down = axisOf(height, 44, household.height * 0.7 + 4);
  const toStage = (point: Point): Point => {
    const radius = Math.hypot(point.x, point.y);
    if (radius === 0) return { x: 0, y: 0 };
    return { x: (point.x / radius) * at(across, radius), y: (point.y / radius) * at(down, radius) };
  };
  const toDrawing = (point: Point): Point => {
    const radius = radiusAt(point, across, down);
    if (radius === 0) return { x: 0, y: 0 };
    return { x: (point.x / at(across, radius)) * radius, y: (point.y / at(down, radius)) * radius };
  };
  return {
    toStage,
    toDrawing,
    axes: (radius) => ({ width: at(across, radius), height: at(down, radius) }),
  };
}

/** The distance whose ellipse passes through the point: both half-axes only grow, so halving the interval finds it. */
function radiusAt(point: Point, across: Axis, down: Axis): number {
  const outside = (radius: number) =>
    (point.x / at(across, radius)) ** 2 + (point.y / at(down, radius)) ** 2 > 1;
  if (point.x === 0 && point.y === 0) return 0;
  let near = 0;
  let far = householdRadius;
  while (outside(far)) far *= 2;
  for (let step = 0; step < 48; step += 1) {
    const middle = (near + far) / 2;
    if (outside(middle)) near = middle;
    else far = middle;
  }
  return far;
}

/** Keeps an outer place out of the household and within what the document admits; rounded to tenths. */
export function keepOutside(point: Point): Point {
  const angle = Math.atan2(point.y, point.x);
  const kept = clamp(Math.hypot(point.x, point.y), nearestRadius, 2000);
  const round = (value: number) => Math.round(value * kept * 10) / 10;
  return { x: round(Math.cos(angle)), y: round(Math.sin(angle)) };
}
