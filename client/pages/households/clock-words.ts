/** Ages and weeks of a household, in words: "Yunes, 5 months", "expecting, week 31". */
import type { Day } from '../../../shared/dates.ts';
import type { Clock } from '../../../shared/records/clock.ts';
import type { Translate } from '../../messages/translate.ts';
import { ageOf, pregnancyWeekOf } from '../../ui/band-scale.ts';
import { isolate } from '../isolate.ts';

/** Whole months up to the second birthday, then years; days in the first month. */
export function ageWords(t: Translate, birth: Day, today: Day): string {
  const { months, days } = ageOf(birth, today);
  if (months === 0) return t('calendar.days', { days });
  return months < 24
    ? t('calendar.months', { months })
    : t('calendar.years', { years: Math.floor(months / 12) });
}

type Children = readonly { readonly name: string; readonly birth: Day | null }[];

const aged = (t: Translate, name: string, birth: Day | null, today: Day): string =>
  birth && birth <= today
    ? t('calendar.named', { name: isolate(name), age: ageWords(t, birth, today) })
    : isolate(name);

/** The children of a row, youngest last, and the pregnancy if there is one. At most `most` names, the youngest, after how many more. */
export function childrenWords(
  t: Translate,
  children: Children,
  clock: Clock | null,
  today: Day,
  most = 2,
): string {
  const shown = children.slice(-most).map(({ name, birth }) => aged(t, name, birth, today));
  const more = children.length - shown.length;
  if (more > 0) shown.unshift(`+${more}`);
  if (clock && clock.birth === null && clock.end >= today)
    shown.push(t('calendar.week', { week: pregnancyWeekOf(clock.conception, today) }));
  return shown.join(' · ');
}
