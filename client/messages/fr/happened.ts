/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} a reçu un signalement',
  'report.triaged': '{actor} a enregistré la suite du signalement {reportId}',
  'report.taken-in': '{actor} a ouvert un dossier de famille à partir du signalement {reportId}',
  'sender.added': '{actor} a inscrit la source {senderId}',
  'sender.ended': '{actor} a fermé la source {senderId}',
  'duplicate.merged': '{actor} a réuni le signalement {reportId} à un autre',
  'duplicate.separated': '{actor} a défait la réunion du signalement {reportId}',
  'duplicate.dismissed': '{actor} a écarté un doublon du signalement {reportId}',
  'desk-contact.logged': '{actor} a noté un passage au guichet {bodyId}',
  'desk-contact.continued': '{actor} a poursuivi un passage au guichet {bodyId}',
  'desk-contact.changed': '{actor} a changé le lien du passage {contactId}',
  'contact-link.made': '{actor} a relié le passage {contactId} à la famille',
  'contact-link.undone': '{actor} a retiré le lien du passage {contactId}',
  'practice.logged': '{actor} a noté une démarche au guichet {bodyId}',
  'practice.finished': '{actor} a enregistré l’issue d’une démarche',
};
