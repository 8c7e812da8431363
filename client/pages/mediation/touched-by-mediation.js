import { householdKey, keys } from '../../api/keys.ts';
export const touchedByMediation = ({ details }) => [
    keys.mediation,
    ...(details
        ? [householdKey(details.household.id, 'mediation'), householdKey(details.household.id, 'contacts')]
        : []),
];
