/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} ha ricevuto una segnalazione',
  'report.triaged': '{actor} ha registrato l’esito della segnalazione {reportId}',
  'report.taken-in': '{actor} ha aperto un nucleo dalla segnalazione {reportId}',
  'sender.added': '{actor} ha registrato il segnalante {senderId}',
  'sender.ended': '{actor} ha chiuso il segnalante {senderId}',
  'duplicate.merged': '{actor} ha unito la segnalazione {reportId} a un’altra',
  'duplicate.separated': '{actor} ha disfatto l’unione della segnalazione {reportId}',
  'duplicate.dismissed': '{actor} ha escluso un doppione della segnalazione {reportId}',
  'desk-contact.logged': '{actor} ha annotato un accesso allo sportello {bodyId}',
  'desk-contact.continued': '{actor} ha continuato un accesso allo sportello {bodyId}',
  'desk-contact.changed': '{actor} ha cambiato il collegamento dell’accesso {contactId}',
  'contact-link.made': '{actor} ha collegato l’accesso {contactId} al nucleo',
  'contact-link.undone': '{actor} ha tolto il collegamento dell’accesso {contactId}',
  'practice.logged': '{actor} ha annotato una pratica allo sportello {bodyId}',
  'practice.finished': '{actor} ha registrato l’esito di una pratica',
};
