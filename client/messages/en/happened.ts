/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} received a report',
  'report.triaged': '{actor} recorded the outcome of report {reportId}',
  'report.taken-in': '{actor} opened a household from report {reportId}',
  'sender.added': '{actor} registered the sender {senderId}',
  'sender.ended': '{actor} ended the sender {senderId}',
  'duplicate.merged': '{actor} merged report {reportId} into another',
  'duplicate.separated': '{actor} undid the merge of report {reportId}',
  'duplicate.dismissed': '{actor} ruled out a duplicate of report {reportId}',
  'desk-contact.logged': '{actor} logged a contact at the desk {bodyId}',
  'desk-contact.continued': '{actor} continued a contact at the desk {bodyId}',
  'desk-contact.changed': '{actor} changed what contact {contactId} is linked to',
  'contact-link.made': '{actor} linked desk contact {contactId} to the household',
  'contact-link.undone': '{actor} took away the link of desk contact {contactId}',
  'practice.logged': '{actor} logged a practice at the desk {bodyId}',
  'practice.finished': '{actor} recorded how a practice ended',
};
