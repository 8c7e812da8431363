/** Where cards stand in the margin: beside their words, sliding down when they would collide. */

export type Card = {
  readonly key: string;
  /** Top of its words, in pixels from the top of the margin. */
  readonly wanted: number;
  readonly height: number;
};

const gapPx = 12;

/** Tops by key. The focused card keeps its place: those above it slide up instead, as long as there is room. */
export function layOut(cards: readonly Card[], focused?: string): Map<string, number> {
  const sorted = [...cards].sort((a, b) => a.wanted - b.wanted);
  const at = sorted.findIndex(({ key }) => key === focused);
  const tops = downFrom(sorted, 0, 0);
  const anchor = sorted[at];
  if (!anchor) return tops;
  const above = new Map<string, number>();
  let ceiling = anchor.wanted;
  for (const card of sorted.slice(0, at).reverse()) {
    ceiling = Math.min(card.wanted, ceiling - gapPx - card.height);
    above.set(card.key, ceiling);
  }
  if (at > 0 && ceiling < 0) return tops;
  return new Map([...above, ...downFrom(sorted, at, anchor.wanted)]);
}

function downFrom(cards: readonly Card[], start: number, floor: number): Map<string, number> {
  const tops = new Map<string, number>();
  let free = floor;
  for (const card of cards.slice(start)) {
    const top = Math.max(card.wanted, free);
    tops.set(card.key, top);
    free = top + card.height + gapPx;
  }
  return tops;
}
