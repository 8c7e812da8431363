/** Words of shelter that are put together from records. */
import { type Day, daysBetween } from '../../../shared/dates.ts';
import type { Placement } from '../../../shared/records/placements.ts';
import type { Formats } from '../../messages/formats.ts';
import type { Translate } from '../../messages/translate.ts';

/** Who a place is for, without names: "mother, child of 4 years, 1 expected". */
export function whoFor(t: Translate, formats: Formats, placement: Placement, today: Day): string {
  const people = placement.people.map(({ relation, birth }) =>
    relation === 'child' && birth !== null
      ? t('shelter.childAge', { age: ageOf(t, birth, today) })
      : t(`households.relation.${relation}`),
  );
  const expected = placement.expected > 0 ? [t('shelter.expected', { count: placement.expected })] : [];
  return formats.list([...people, ...expected]);
}

function ageOf(t: Translate, birth: Day, today: Day): string {
  const days = Math.max(0, daysBetween(birth, today));
  const years = Math.floor(days / 365.25);
  return years >= 2
    ? t('shelter.years', { count: years })
    : t('shelter.months', { count: Math.floor(days / 30.44) });
}
