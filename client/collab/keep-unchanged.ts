/** Lists that are worked out anew at each message, of which most stays as it was. */

/** `now`, with the objects of `before` wherever they say the same; `before` itself when nothing changed. */
export function keepUnchanged<One extends { readonly id: string }>(
  before: readonly One[],
  now: readonly One[],
): readonly One[] {
  const known = new Map(before.map((one) => [one.id, one]));
  const kept = now.map((one) => {
    const former = known.get(one.id);
    return former && JSON.stringify(former) === JSON.stringify(one) ? former : one;
  });
  return kept.length === before.length && kept.every((one, index) => one === before[index]) ? before : kept;
}
