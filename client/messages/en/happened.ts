/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} received a report',
  'home-support.began': '{actor} recorded a home support',
  'home-support.ended': '{actor} recorded how a home support ended',
  'placement.requested': '{actor} asked for a place in a structure',
  'placement.booked': '{actor} booked a place in a structure',
  'placement.arrived': '{actor} recorded the arrival in the structure',
  'placement.reviewed': '{actor} recorded a review of the stay',
  'placement.extended': '{actor} extended the stay',
  'placement.ended': '{actor} recorded that the stay ended',
  'placement.cancelled': '{actor} cancelled a request or booking of a place',
  'placement.concealed': '{actor} changed who may know where the family is staying',
  'structure.opened': '{actor} added the structure {bodyId}',
  'structure.changed': '{actor} updated the places of {bodyId}',
  'structure.rule-changed':
    '{actor} set the thresholds for long dependence: {nights} nights, {entries} entries',
  'secret-address.stored': '{actor} stored a secret address',
  'secret-address.removed': '{actor} removed a secret address',
  'secret-address.granted': '{actor} let {personId} know of a secret place',
  'secret-address.grant-ended': '{actor} ended what {personId} may know of a secret place',
  'secret-address.read': '{actor} opened a secret address',
  'secret-address.structure-changed': '{actor} updated a concealed structure',
};
