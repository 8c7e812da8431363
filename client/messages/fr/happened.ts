/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} a reçu un signalement',
  'window.done': '{actor} a noté comme fait pour {member} : {window}',
  'window.dismissed': '{actor} a choisi de ne pas en faire une tâche, pour {member} : {window}',
  'window.reopened': '{actor} a rouvert, pour {member} : {window}',
  'calendar.rule-changed': '{actor} a changé une règle du calendrier : {window}, à partir du {date}',
  'map.snapshot-taken': '{actor} a conservé la carte : « {snapshotId} »',
};
