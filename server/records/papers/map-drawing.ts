/**
 * The network map as a drawing for paper, with the lines of Hartman's ecomap (1978): strong thick, tenuous dashed,
 * stressful jagged, broken crossed, missing dotted; the household as a genogram in the middle. Black on white.
 */
import type { MapPicture } from '../../../shared/documents/map-picture.ts';
import type { MapNode, MapTie } from '../../../shared/documents/network-map.ts';
import { safe } from './markup.ts';

export type Drawing = { readonly svg: string; readonly width: number; readonly height: number };

/** Drawing units left around the outermost place, for its name. */
const margin = 90;
const radius = 16;

export function drawMap({ nodes, ties }: MapPicture): Drawing {
  const all = Object.values(nodes);
  const xs = all.map(({ x }) => x);
  const ys = all.map(({ y }) => y);
  const [left, right] = [Math.min(0, ...xs) - margin, Math.max(0, ...xs) + margin];
  const [top, bottom] = [Math.min(0, ...ys) - margin, Math.max(0, ...ys) + margin];
  const [width, height] = [Math.round(right - left), Math.round(bottom - top)];
  const lines = Object.values(ties).map((tie) => lineOf(tie, nodes[tie.source], nodes[tie.target]));
  const places = all.map(placeOf);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${Math.round(left)} ${Math.round(top)} ${width} ${height}" fill="none" stroke="#1d1b18" font-size="13" text-anchor="middle">${lines.join('')}${places.join('')}</svg>`;
  return { svg, width, height };
}

function lineOf(tie: MapTie, from: MapNode | undefined, to: MapNode | undefined): string {
  if (from === undefined || to === undefined) return '';
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const at = (distance: number, beside = 0) =>
    `${(from.x + along.x * distance - along.y * beside).toFixed(1)} ${(from.y + along.y * distance + along.x * beside).toFixed(1)}`;
  const [start, end] = [radius + 3, length - radius - 3];
  if (end <= start) return '';
  const straight = `M${at(start)}L${at(end)}`;
  const arrows = `${tie.energy === 'to' || tie.energy === 'mutual' ? arrow(end, -1) : ''}${tie.energy === 'from' || tie.energy === 'mutual' ? arrow(start, 1) : ''}`;
  switch (tie.strength) {
    case 'strong':
      return `<path d="${straight}" stroke-width="4"/>${arrows}`;
    case 'tenuous':
      return `<path d="${straight}" stroke-width="1.5" stroke-dasharray="8 6"/>${arrows}`;
    case 'absent_needed':
      return `<path d="${straight}" stroke-width="1.5" stroke-dasharray="1.5 6" stroke-linecap="round"/>${arrows}`;
    case 'stressful': {
      const steps = Math.max(2, Math.round((end - start) / 12));
      const teeth = Array.from({ length: steps }, (_, step) =>
        at(start + ((step + 0.5) * (end - start)) / steps, step % 2 === 0 ? 5 : -5),
      );
      return `<path d="M${at(start)}L${teeth.join('L')}L${at(end)}" stroke-width="1.5"/>${arrows}`;
    }
    case 'broken': {
      const middle = (start + end) / 2;
      const cross = `M${at(middle - 6, -8)}L${at(middle - 2, 8)}M${at(middle + 2, -8)}L${at(middle + 6, 8)}`;
      return `<path d="M${at(start)}L${at(middle - 5)}M${at(middle + 5)}L${at(end)}${cross}" stroke-width="1.5"/>${arrows}`;
    }
  }

  function arrow(distance: number, direction: 1 | -1): string {
    const back = distance + direction * 9;
    return `<path d="M${at(distance)}L${at(back, 5)}L${at(back, -5)}Z" fill="#1d1b18" stroke="none"/>`;
  }
}

function placeOf({ x, y, label, kind, symbol, index, deceased, ring }: MapNode): string {
  const shape = (size: number): string => {
    if (symbol === 'square' || (symbol === undefined && kind === 'body'))
      return `<rect x="${x - size}" y="${y - size}" width="${2 * size}" height="${2 * size}" rx="${symbol === undefined ? 5 : 0}" fill="#fff"/>`;
    if (symbol === 'triangle')
      return `<path d="M${x} ${y - size}L${x + size} ${y + size}L${x - size} ${y + size}Z" fill="#fff"/>`;
    return `<circle cx="${x}" cy="${y}" r="${size}" fill="#fff"/>`;
  };
  const crossed = deceased
    ? `<path d="M${x - radius} ${y - radius}L${x + radius} ${y + radius}M${x + radius} ${y - radius}L${x - radius} ${y + radius}"/>`
    : '';
  const weight = ring === 'centre' ? ' font-weight="600"' : '';
  const name = `<text x="${x}" y="${y + radius + 15}" fill="#1d1b18" stroke="#fff" stroke-width="3" paint-order="stroke"${weight} unicode-bidi="plaintext">${safe(label)}</text>`;
  return `<g stroke-width="1.5">${shape(radius)}${index ? shape(radius - 4) : ''}${crossed}</g>${name}`;
}
