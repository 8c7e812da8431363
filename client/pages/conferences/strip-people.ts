/** Who stands in the strip: everybody while there is room; in a large meeting those who matter now, and a count. */

export type StripPerson = { readonly id: string; readonly name: string };

export type StripFacts = {
  readonly me: string;
  readonly chairId: string;
  readonly minuteTakerId: string;
  readonly speakerId: string | undefined;
  /** Raised hands, first to last. */
  readonly queue: readonly string[];
  /** Who writes, or wrote a moment ago. */
  readonly writers: ReadonlySet<string>;
};

/**
 * At most `slots` faces. Chair, minute-taker and speaker always come first; then hands in their order, who writes, and
 * oneself. With room for all, the places don't change when somebody speaks or writes: only their marks do.
 */
export function stripOf<P extends StripPerson>(
  people: readonly P[],
  facts: StripFacts,
  slots: number,
): { readonly shown: readonly P[]; readonly rest: readonly P[] } {
  const fixed = [facts.chairId, facts.minuteTakerId];
  const byName = [...people].sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  const inOrder = (ids: readonly string[]) => {
    const place = new Map([...new Set(ids)].map((id, index) => [id, index]));
    const last = place.size;
    return [...byName].sort((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
  };
  if (people.length <= slots) return { shown: inOrder(fixed), rest: [] };
  const writers = byName.filter(({ id }) => facts.writers.has(id)).map(({ id }) => id);
  const matter = [
    ...fixed,
    ...(facts.speakerId ? [facts.speakerId] : []),
    ...facts.queue,
    ...writers,
    facts.me,
  ];
  const ordered = inOrder(matter);
  const shown = Math.max(1, slots);
  return { shown: ordered.slice(0, shown), rest: ordered.slice(shown) };
}
