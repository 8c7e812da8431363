/** How much of a point's time box is gone, in whole minutes: it counts quietly. Times in milliseconds since 1970. */
import type { AgendaPoint, Conference } from '../../../shared/records/conferences.ts';

const msPerMinute = 60_000;

export type PointTime = {
  /** Whole minutes since it was opened. */
  readonly gone: number;
  /** Its box, in minutes; null: it takes what it takes. */
  readonly box: number | null;
  /** Whole minutes left, rounded up; 0 when it is over or has no box. */
  readonly left: number;
  /** Whole minutes past its box. */
  readonly over: number;
  readonly isOver: boolean;
  /** Of the box, from 0 to 1. */
  readonly share: number;
};

export function pointTime(box: number | null, since: number, now: number): PointTime {
  const ms = Math.max(0, now - since);
  const gone = Math.floor(ms / msPerMinute);
  if (box === null) return { gone, box, left: 0, over: 0, isOver: false, share: 0 };
  const leftMs = box * msPerMinute - ms;
  return {
    gone,
    box,
    left: Math.max(0, Math.ceil(leftMs / msPerMinute)),
    over: Math.max(0, Math.floor(-leftMs / msPerMinute)),
    isOver: leftMs <= 0,
    share: Math.min(1, ms / (box * msPerMinute)),
  };
}

export type PointState = 'done' | 'open' | 'next';

/** Each point as the agenda shows it: what stands before the open one is done. Nothing open: nothing has begun. */
export function pointStates(
  agenda: readonly AgendaPoint[],
  floor: Conference['floor'],
): ReadonlyMap<string, PointState> {
  const open = agenda.findIndex(({ id }) => id === floor?.pointId);
  return new Map(
    agenda.map(({ id }, index) => [id, index === open ? 'open' : index < open ? 'done' : 'next']),
  );
}

/** The points before and after the open one; before the first is opened, the first comes next. */
export function neighbours(
  agenda: readonly AgendaPoint[],
  floor: Conference['floor'],
): {
  readonly before: AgendaPoint | undefined;
  readonly open: AgendaPoint | undefined;
  readonly next: AgendaPoint | undefined;
} {
  const at = agenda.findIndex(({ id }) => id === floor?.pointId);
  return { before: agenda[at - 1], open: agenda[at], next: agenda[at + 1] };
}
