/** What a change of a request makes stale. */
import type { Mediation } from '../../../shared/records/mediation.ts';
import { householdKey, type Key, keys } from '../../api/keys.ts';

export const touchedByMediation = ({ details }: Pick<Mediation, 'details'>): Key[] => [
  keys.mediation,
  ...(details
    ? [householdKey(details.household.id, 'mediation'), householdKey(details.household.id, 'contacts')]
    : []),
];
