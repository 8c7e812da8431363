/** What a child of this age should have and nobody has seen to yet (B15). Told from records alone: it asks, it doesn't judge. */
import { addYears, type Day, daysBetween } from '../../../shared/dates.ts';
import type { ChildColumn, ChildSector, ChildView, Missing } from '../../../shared/records/child-view.ts';
import { type Goal, isGoalClosed } from '../../../shared/records/goals.ts';
import { isReferralClosed, type Referral } from '../../../shared/records/referrals.ts';
import type { SituationFacts } from '../../../shared/records/situations.ts';

type InColumn = {
  readonly today: Day;
  readonly referrals: readonly Referral[];
  readonly goals: readonly Goal[];
  readonly people: readonly unknown[];
  readonly situation: Pick<SituationFacts, 'healthRegistration' | 'paediatrician'>;
};

/** A nido takes children from the third month; from the third birthday it is school. */
const nurseryFromDays = 90;
const nurseryUntilYears = 3;

export function missingIn(
  sector: ChildSector,
  subject: ChildView['subject'],
  { today, referrals, goals, people, situation }: InColumn,
): ChildColumn['missing'] {
  const service = (what: Missing, services: readonly string[]): ChildColumn['missing'] => {
    const asked = referrals.filter((referral) => services.includes(referral.service));
    if (asked.some(isThere)) return [];
    return [{ what, asked: asked.some(({ status }) => !isReferralClosed(status)) }];
  };
  const ofService = (): ChildColumn['missing'] => {
    if (sector === 'health') {
      const unregistered = situation.healthRegistration === 'none';
      const hasPaediatrician = subject.kind === 'child' && situation.paediatrician === 'yes';
      return [
        ...(unregistered ? [{ what: 'health_registration' as const, asked: false }] : []),
        ...(subject.kind === 'pregnancy' ? service('family_clinic', ['family_clinic']) : []),
        ...(subject.kind === 'child' && !hasPaediatrician ? service('paediatrician', ['paediatrician']) : []),
      ];
    }
    return sector === 'education' && isOfNurseryAge(subject, today)
      ? service('nursery', ['nursery', 'childcare'])
      : [];
  };
  const openGoal = goals.some(({ status }) => !isGoalClosed(status));
  const wantsSchool = sector !== 'education' || subject.kind === 'child';
  return [
    ...ofService(),
    ...(people.length === 0 && wantsSchool ? [{ what: 'somebody' as const, asked: false }] : []),
    ...(!openGoal && wantsSchool ? [{ what: 'goal' as const, asked: false }] : []),
  ];
}

/** The service has the child: it accepted, is at it, or it went well. */
const isThere = ({ status, outcome }: Referral): boolean =>
  status === 'accepted' || status === 'in_progress' || (status === 'completed' && outcome === 'attended');

const isOfNurseryAge = (subject: ChildView['subject'], today: Day): boolean =>
  subject.kind === 'child' &&
  subject.birth !== null &&
  daysBetween(subject.birth, today) >= nurseryFromDays &&
  today < addYears(subject.birth, nurseryUntilYears);
