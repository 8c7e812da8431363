/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} ha ricevuto una segnalazione',
  'window.done': '{actor} ha segnato come fatto per {member}: {window}',
  'window.dismissed': '{actor} ha scelto di non farne un compito, per {member}: {window}',
  'window.reopened': '{actor} ha riaperto, per {member}: {window}',
  'calendar.rule-changed': '{actor} ha cambiato una regola del calendario: {window}, dal {date}',
  'map.snapshot-taken': '{actor} ha conservato la mappa: «{snapshotId}»',
};
