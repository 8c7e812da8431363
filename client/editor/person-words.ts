/** What stands small beside a colleague's name: function and body. */
import type { PersonBrief } from '../../shared/records/people.ts';
import { joined } from '../messages/joined.ts';
import type { Translate } from '../messages/translate.ts';

export const personWords = (person: PersonBrief, t: Translate): string =>
  joined(t, [t(`functions.function.${person.function}`), person.body?.name]);
