import { householdKey } from '../../api/keys.ts';
export const touchedByReferral = ({ householdId }) => [
    householdKey(householdId, 'referrals'),
    householdKey(householdId, 'rights'),
    householdKey(householdId, 'children'),
];
