/** What stands small under a name in the room: from where, and which part in the conference, or the function. */
import type { Conference } from '../../../shared/records/conferences.ts';
import type { Translate } from '../../messages/translate.ts';
import type { InHall } from './hall.ts';

export function partWords(t: Translate, conference: Conference, person: InHall): string {
  const part =
    person.id === conference.chair.id
      ? t('conferences.chair').toLowerCase()
      : person.id === conference.minuteTaker.id
        ? t('conferences.minuteTaker').toLowerCase()
        : t(`functions.function.${person.function}`);
  return [person.where && t(`room.where.${person.where}`), part].filter(Boolean).join(' · ');
}
