/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} a reçu un signalement',
};
