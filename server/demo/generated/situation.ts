/** The situation of a generated household, written when it was enrolled: what the indicators count. */
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdStatus } from '../../../shared/records/households.ts';
import type { Setting } from './household.ts';

export function addSituation({ rows, random, household, tutor, at }: Setting, status: HouseholdStatus): void {
  if (status === 'screening') return;
  if (random.chance(0.05)) return; // nobody asked yet
  rows.add('situation', {
    household_id: household.id,
    on_day: dayOf(at(0.15)),
    severe_poverty: random.pick(['yes', 'yes', 'no', 'no', 'unknown']),
    migrant_background: random.chance(0.9) ? 'yes' : 'no',
    housing: random.pick(['rented', 'hosted', 'eviction_pending', 'structure']),
    work: random.pick(['unemployed', 'never_employed', 'never_employed', 'employed', 'irregular', 'unknown']),
    isee: 'unknown',
    document_state: random.pick(['italian', 'permit', 'asylum', 'stp']),
    residence: random.pick(['resident', 'staying', 'none']),
    health_registration: random.pick(['registered', 'stp']),
    paediatrician: random.pick(['yes', 'no', 'unknown']),
    recorded_by: tutor.id,
    recorded_at: instantOf(at(0.15)),
    version: 1,
  });
}
