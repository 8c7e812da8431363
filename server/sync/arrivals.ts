/**
 * Whoever comes from another node brings what others wrote there, which this room may not have read yet: under their
 * client ids the gate would refuse it. It was committed before it was seen, so once the room has looked at the log since,
 * it is known.
 */
import type { Entry } from './batch.ts';
import { isEmpty } from './gate/gate.ts';

export type Arrivals = {
  /** Call it when the entry comes in; answers it. */
  note(entry: Entry): Entry;
  /** Something among these may hang on what hasn't been read yet. */
  mustLook(entries: readonly Entry[]): boolean;
};

/** `looks` counts how often the room was at the log's head for certain. */
export function createArrivals(looks: () => number): Arrivals {
  const looksBefore = new WeakMap<Entry, number>();
  return {
    note(entry) {
      if (entry.kind === 'step2' && !isEmpty(entry.update)) looksBefore.set(entry, looks());
      return entry;
    },
    mustLook: (entries) => entries.some((entry) => looksBefore.get(entry) === looks()),
  };
}

/** Where there is one node nobody comes from another. */
export const noArrivals: Arrivals = { note: (entry) => entry, mustLook: () => false };
