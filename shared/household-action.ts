/** What can be done with a household. `access.ts` decides who may; endpoints name the one they need. */
export type HouseholdAction =
  /** Name, members, tutor, regia, team. */
  | 'household.see'
  /** Goals, tasks, referrals, conferences, activity. */
  | 'case.see'
  | 'household.change'
  | 'tutor.change'
  | 'lead.propose'
  | 'team.change'
  | 'goal.write'
  | 'goal.decide'
  | 'task.assign'
  | 'referral.write'
  | 'conference.schedule'
  | 'consent.record'
  | 'zone.open';
