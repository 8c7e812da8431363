/** What a change of a referral makes stale. */
import type { Referral } from '../../../shared/records/referrals.ts';
import { householdKey, type Key } from '../../api/keys.ts';

export const touchedByReferral = ({ householdId }: Pick<Referral, 'householdId'>): Key[] => [
  householdKey(householdId, 'referrals'),
  householdKey(householdId, 'rights'),
  householdKey(householdId, 'children'),
];
