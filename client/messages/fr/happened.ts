/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} a reçu un signalement',
  'referral.drafted': '{actor} a préparé une orientation vers {bodyId}',
  'referral.changed': '{actor} a modifié une orientation',
  'referral.answered': '{bodyId} a répondu à une orientation',
  'referral.link-made': '{actor} a donné à {bodyId} un lien pour répondre',
  'referral.link-ended': '{actor} a fermé le lien de {bodyId}',
  'referral.escalated':
    'Une orientation vers {bodyId} attend au-delà du jour prévu : la regia la voit maintenant',
  'mediation.requested': '{actor} a demandé une médiatrice',
  'mediation.assigned': '{actor} a proposé une demande de médiation à {personId}',
  'mediation.accepted': '{personId} a accepté une demande de médiation',
  'mediation.declined': '{personId} a rendu une demande de médiation',
  'mediation.done': '{personId} a fait une médiation de {minutes} minutes',
  'mediation.cancelled': '{actor} a retiré une demande de médiation',
  'roster.request-moved': 'Une demande de médiation a changé',
  'roster.availability-changed': '{actor} a mis à jour les disponibilités de {personId}',
  'contact.recorded': '{actor} a noté un contact avec la famille',
  'contact.interval-changed': '{actor} a changé après combien de jours de silence chercher la famille',
  'contact.silence-noticed':
    'Personne n’a joint la famille depuis un moment : cela a donné la tâche « {taskId} »',
  'contact.silence-ended': '{actor} a joint la famille : le silence est fini',
};
