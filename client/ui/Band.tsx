/**
 * The thousand-day band: one axis from conception to the second birthday, the same under every household's name.
 * Filled marks happened, hollow ones are to come. Arrow keys walk the marks, hover or focus names them, Enter opens.
 */
import type { JSX } from 'solid-js';
import { addDays, type Day, daysBetween } from '../../shared/dates.ts';
import { useMessages } from '../messages/messages.tsx';
import { BandDrawing, type BandMark, type BandWindow } from './BandDrawing.tsx';
import { ageOf, pregnancyWeekOf, termDays, thousandDayTicks } from './band-scale.ts';

export type { BandMark, BandWindow } from './BandDrawing.tsx';

export type BandProps = {
  /** Last period plus 14 days. */
  conception: Day;
  /** Once born. Before it, `dueDate`; without either, a birth at term is drawn, dashed. */
  birth?: Day | undefined;
  dueDate?: Day | undefined;
  /** The second birthday (counted from the due date until birth). */
  end: Day;
  today: Day;
  marks?: readonly BandMark[] | undefined;
  windows?: readonly BandWindow[] | undefined;
  /** In a row of a list: line, marks and today, no words, one picture for assistive technology. */
  compact?: boolean | undefined;
  /** For marks without `href`. */
  onOpen?: ((mark: BandMark) => void) | undefined;
  /** Whose band it is, said before what it shows. */
  label?: string | undefined;
};

export function Band(props: BandProps): JSX.Element {
  const { t } = useMessages();
  const birth = (): Day => props.birth ?? props.dueDate ?? addDays(props.conception, termDays);
  const todayText = () => {
    if (props.today > props.end) return { text: t('ui.band.after'), more: '' };
    if (!props.birth || props.today < props.birth) {
      return {
        text: t('ui.band.todayWeek', { week: pregnancyWeekOf(props.conception, props.today) }),
        more: '',
      };
    }
    const { months, days } = ageOf(props.birth, props.today);
    if (months === 0) return { text: t('ui.band.todayDays', { days }), more: '' };
    return {
      text: t('ui.band.todayMonths', { months }),
      more: days > 0 ? t('ui.band.todayAndDays', { days }) : '',
    };
  };
  return (
    <BandDrawing
      span={{ from: props.conception, to: props.end }}
      birth={{ at: birth(), known: props.birth !== undefined }}
      weeks={daysBetween(props.conception, birth()) / 7}
      steps={24}
      ticks={thousandDayTicks(props.conception, birth(), props.end, props.birth !== undefined)}
      today={props.today}
      todayText={todayText()}
      marks={props.marks ?? []}
      windows={props.windows ?? []}
      compact={props.compact ?? false}
      onOpen={props.onOpen}
      label={props.label ?? t('ui.band.label')}
    />
  );
}
