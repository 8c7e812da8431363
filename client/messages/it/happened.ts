/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} ha ricevuto una segnalazione',
  'programme.added': '{actor} ha aggiunto il programma {programmeId}',
  'programme.changed': '{actor} ha aggiornato il programma {programmeId}',
  'situation.recorded': '{actor} ha registrato la situazione della famiglia',
  'assessment.screened': '{actor} ha scritto un’analisi preliminare',
  'assessment.recorded': '{actor} ha scritto un quadro di analisi',
  'enrolment.opened': '{actor} ha iscritto la famiglia al programma {programmeId}',
  'enrolment.ended': 'La famiglia esce dal programma {programmeId}: lo ha registrato {actor}',
};
