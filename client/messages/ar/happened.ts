/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': 'استلم {actor} بلاغًا',
  'programme.added': 'أضاف {actor} البرنامج {programmeId}',
  'programme.changed': 'حدّث {actor} البرنامج {programmeId}',
  'situation.recorded': 'سجّل {actor} وضع الأسرة',
  'assessment.screened': 'كتب {actor} تحليلًا أوليًا',
  'assessment.recorded': 'كتب {actor} إطار التحليل',
  'enrolment.opened': 'سجّل {actor} الأسرة في البرنامج {programmeId}',
  'enrolment.ended': 'تغادر الأسرة البرنامج {programmeId}: سجّل ذلك {actor}',
};
