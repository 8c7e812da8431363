/** What was sent, what has arrived at whom, and how long it took. One for edits, one for cursor moves. */

export type Percentiles = {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
};

export type TallyResult = {
  /** Changes made in the window. */
  readonly made: number;
  /** Changes that arrived somewhere within the window. */
  readonly delivered: number;
  /** Made in the window, times everybody else in the room; and how many of these had arrived at the end of the drain. */
  readonly expected: number;
  readonly arrived: number;
  /** Changes that came before one they follow: must be 0. */
  readonly gaps: number;
  /** From sent to arrived, of changes made in the window, milliseconds. */
  readonly latency: Percentiles;
};

export type Window = { from: number; to: number };

/** Participants are numbered room by room: those of `i`'s room are `[i - i % roomSize, +roomSize)`. */
export function createTally(participants: number, roomSize: number, firstClock: number, window: Window) {
  /** When each change was sent, by participant and clock. */
  const sentAt: number[][] = Array.from({ length: participants }, () => new Array(firstClock).fill(0));
  /** The next clock that is new to a participant, of each one in their room. */
  const seen = new Int32Array(participants * roomSize);
  const latencies = createSamples();
  let delivered = 0;
  let gaps = 0;

  const isMeasured = (at: number): boolean => at >= window.from && at < window.to;

  return {
    /** A change is on its way now; answers its clock. */
    sent(participant: number): number {
      const times = sentAt[participant] ?? [];
      return times.push(performance.now()) - 1;
    },
    /** `clock` is the next one that `participant` would send. */
    nextClock: (participant: number): number => sentAt[participant]?.length ?? 0,

    /** `at` sees everything of `from` before clock `end`; what was new of it began at `start`. */
    arrived(at: number, from: number, start: number, end: number, now: number): void {
      if (at === from) return;
      const place = at * roomSize + (from % roomSize);
      const known = seen[place] ?? 0;
      if (start > known) gaps++;
      if (end <= known) return;
      seen[place] = end;
      const times = sentAt[from] ?? [];
      const first = Math.max(known, firstClock);
      for (let clock = first; clock < end; clock++) {
        const time = times[clock] ?? 0;
        if (isMeasured(time)) latencies.add(now - time);
      }
      if (end > first && isMeasured(now)) delivered += end - first;
    },

    /** How many of all changes sent so far somebody in the room lacks. */
    missing(isHere: (participant: number) => boolean = () => true): number {
      let count = 0;
      for (let at = 0; at < participants; at++) {
        if (!isHere(at)) continue;
        const room = at - (at % roomSize);
        for (let from = room; from < room + roomSize; from++) {
          if (from === at) continue;
          const sent = sentAt[from]?.length ?? 0;
          if (sent > firstClock)
            count += sent - Math.max(firstClock, seen[at * roomSize + (from % roomSize)] ?? 0);
        }
      }
      return count;
    },
    seenOf: (at: number, from: number): number => seen[at * roomSize + (from % roomSize)] ?? 0,

    result(): TallyResult {
      const made = sentAt.reduce((sum, times) => sum + times.filter(isMeasured).length, 0);
      return {
        made,
        delivered,
        expected: made * (roomSize - 1),
        arrived: latencies.count(),
        gaps,
        latency: latencies.percentiles(),
      };
    },
  };
}

export type Tally = ReturnType<typeof createTally>;

/** Numbers to sort later, without a garbage collector's work meanwhile. */
export function createSamples() {
  let values = new Float32Array(1 << 16);
  let count = 0;
  return {
    add(value: number): void {
      if (count === values.length) {
        const larger = new Float32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values[count++] = value;
    },
    count: (): number => count,
    percentiles(): Percentiles {
      const sorted = values.slice(0, count).sort();
      const at = (share: number): number =>
        sorted[Math.min(count - 1, Math.floor(count * share))] ?? Number.NaN;
      return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
    },
  };
}
