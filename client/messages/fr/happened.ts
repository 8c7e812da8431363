/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} a reçu un signalement',
  'programme.added': '{actor} a ajouté le programme {programmeId}',
  'programme.changed': '{actor} a mis à jour le programme {programmeId}',
  'situation.recorded': '{actor} a noté la situation de la famille',
  'assessment.screened': '{actor} a écrit une première analyse',
  'assessment.recorded': '{actor} a écrit un cadre d’analyse',
  'enrolment.opened': '{actor} a inscrit la famille au programme {programmeId}',
  'enrolment.ended': 'La famille quitte le programme {programmeId} : noté par {actor}',
};
