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
  | 'zone.open'
  /** Screening, assessment, enrolment in programmes, the family's situation. */
  | 'charge.write'
  /** Dates and windows of the thousand days; snapshots and reviews of the map. */
  | 'calendar.write'
  | 'map.write'
  | 'mediation.request'
  /** Contacts with the family: whoever writes the plan, and the mediator. */
  | 'contact.write'
  /** The inclusion pact and its grants: the team and the family itself. */
  | 'pact.see'
  | 'pact.write'
  | 'pact.sign'
  | 'wellbeing.write'
  | 'grant.request'
  /** Approving belongs to the regia, and never to whoever asked. */
  | 'grant.decide'
  | 'shelter.write'
  /** Signing and verifying frozen minutes, and adding to them: the team and the family itself. */
  | 'minutes.sign';
