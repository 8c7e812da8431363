/** Puts a small panel beside a place on the screen: at its start side, turned over when there is no room. */

const gapPx = 6;

/** `direction`: which side is the start; the panel's own unless it is said. */
export function placeNear(
  panel: HTMLElement,
  place: DOMRect,
  side: 'above' | 'below',
  direction = getComputedStyle(panel).direction,
): void {
  panel.style.position = 'fixed'; // before it is measured: until then it is as wide as the page
  const { width, height } = panel.getBoundingClientRect();
  const left = direction === 'rtl' ? place.right - width : place.left;
  const above = place.top - height - gapPx;
  const below = place.bottom + gapPx;
  const fitsBelow = below + height < window.innerHeight;
  const top = side === 'below' ? (fitsBelow ? below : above) : above > 0 ? above : below;
  panel.style.left = `${Math.max(gapPx, Math.min(left, window.innerWidth - width - gapPx))}px`;
  panel.style.top = `${Math.max(gapPx, top)}px`;
}
