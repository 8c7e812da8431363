/** An agenda while it is being written: points, their time, who asked for them, their order. */
import { createSignal } from 'solid-js';
import type { PersonId } from '../../../shared/ids.ts';
import type { TemplatePoint } from '../../../shared/records/conference-templates.ts';
import type { AgendaPoint } from '../../../shared/records/conferences.ts';

/** A point as typed: its minutes are text until they are read. */
export type DraftPoint = Omit<AgendaPoint, 'minutes'> & { readonly minutes: string };

const mostMinutes = 240;

/** What was typed as minutes: null when nothing was, undefined when it is no time box. */
export function minutesOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const minutes = Number(typed);
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= mostMinutes ? minutes : undefined;
}

export const newPoint = (title = '', minutes: number | null = null): DraftPoint => ({
  id: crypto.randomUUID(),
  title,
  minutes: minutes === null ? '' : String(minutes),
  askedById: null,
});

export function createAgendaDraft(from: readonly AgendaPoint[]) {
  const [points, setPoints] = createSignal<readonly DraftPoint[]>(
    from.map((point) => ({ ...point, minutes: point.minutes === null ? '' : String(point.minutes) })),
  );
  /** Whether somebody changed it by hand since it was taken over from a template. */
  const [touched, setTouched] = createSignal(from.length > 0);
  const change = (next: readonly DraftPoint[]) => {
    setTouched(true);
    setPoints(next);
  };
  const setOne = (at: number, given: Partial<DraftPoint>) =>
    change(points().map((point, index) => (index === at ? { ...point, ...given } : point)));
  const written = () => points().filter(({ title }) => title.trim() !== '');
  return {
    points,
    touched,
    setTitle: (at: number, title: string) => setOne(at, { title }),
    setMinutes: (at: number, minutes: string) => setOne(at, { minutes }),
    setAskedBy: (at: number, askedById: PersonId | null) => setOne(at, { askedById }),
    add: () => change([...points(), newPoint()]),
    remove: (at: number) => change(points().filter((_, index) => index !== at)),
    /** Where it ended up; the same place at either end of the list. */
    move(from: number, to: number): number {
      const place = Math.max(0, Math.min(points().length - 1, to));
      const moving = points()[from];
      if (!moving || place === from) return from;
      change(
        points()
          .filter((_, index) => index !== from)
          .toSpliced(place, 0, moving),
      );
      return place;
    },
    replace(given: readonly TemplatePoint[]) {
      setPoints(given.map(({ title, minutes }) => newPoint(title, minutes)));
      setTouched(false);
    },
    /** Minutes of all time boxes together. */
    sum: () => points().reduce((total, { minutes }) => total + (minutesOf(minutes) ?? 0), 0),
    missing: () => written().length === 0,
    wrong: () => written().some(({ minutes }) => minutesOf(minutes) === undefined),
    written: (): AgendaPoint[] =>
      written().map(({ title, minutes, ...rest }) => ({
        ...rest,
        title: title.trim(),
        minutes: minutesOf(minutes) ?? null,
      })),
  };
}

export type AgendaDraft = ReturnType<typeof createAgendaDraft>;
