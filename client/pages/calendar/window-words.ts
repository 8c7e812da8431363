/** Windows in words and in groups, as the path shows them. */
import type { Day } from '../../../shared/dates.ts';
import type { CalendarWindow, WindowState } from '../../../shared/records/calendar.ts';
import type { Formats } from '../../messages/formats.ts';
import type { Translate } from '../../messages/translate.ts';
import type { BandWindow } from '../../ui/Band.tsx';

export type ShownState = Exclude<WindowState, 'silenced'>;

/** What asks for something first, what is over last. */
export const groupOrder: readonly ShownState[] = ['late', 'open', 'coming', 'done', 'missed'];

/** Until when, or since when, in one short line. */
export function whenWords(t: Translate, formats: Formats, window: CalendarWindow, today: Day): string {
  /** A day of another year says which. */
  const date = (day: Day) => formats.date(day, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'long');
  switch (window.state) {
    case 'late':
      return t('windows.late', { date: date(window.closes) });
    case 'open':
      return t('windows.open', { date: date(window.closes) });
    case 'done':
      return t('windows.done', { date: date(window.doneOn ?? window.closes) });
    case 'missed':
      return t('windows.missed', { date: date(window.closes) });
    default:
      return t('windows.coming', { opens: date(window.opens), closes: date(window.closes) });
  }
}

/** Names it on the page: one rule may have a window for each of two children. */
export const windowKey = ({ rule, memberId, reference }: CalendarWindow): string =>
  `${rule} ${memberId} ${reference}`;

/** A task may be suggested: it is not done, nobody said it isn't needed, and there is none. */
export const isSuggested = (window: CalendarWindow): boolean =>
  (window.state === 'open' || window.state === 'late') && window.task === null && window.dismissed === null;

/** What to look at next: of what is open the first to close, else the first to open; and how many are late. */
export function nextOf(windows: readonly CalendarWindow[]): {
  readonly next: CalendarWindow | undefined;
  readonly late: number;
} {
  const wanted = windows.filter(({ dismissed }) => dismissed === null);
  const inState = (state: WindowState) => wanted.filter((window) => window.state === state);
  const first = (of: readonly CalendarWindow[], day: 'opens' | 'closes') =>
    [...of].sort((a, b) => a[day].localeCompare(b[day]))[0];
  const late = inState('late');
  return {
    next: first(inState('open'), 'closes') ?? first(inState('coming'), 'opens') ?? first(late, 'closes'),
    late: late.length,
  };
}

/** The soft bars of the band. What can't be done any more has none. */
export const bandWindows = (t: Translate, windows: readonly CalendarWindow[]): readonly BandWindow[] =>
  windows
    .filter(({ state }) => state !== 'missed')
    .map(({ rule, opens, closes, state }) => ({
      from: opens,
      to: closes,
      label: t(`windows.rule.${rule}`),
      future: state === 'coming',
    }));
