/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} received a report',
  'programme.added': '{actor} added the programme {programmeId}',
  'programme.changed': '{actor} updated the programme {programmeId}',
  'situation.recorded': '{actor} recorded the family’s situation',
  'assessment.screened': '{actor} wrote a screening',
  'assessment.recorded': '{actor} wrote an assessment',
  'enrolment.opened': '{actor} enrolled the family in the programme {programmeId}',
  'enrolment.ended': 'The family leaves the programme {programmeId}: recorded by {actor}',
};
