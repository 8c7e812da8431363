/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': 'استلم {actor} بلاغًا',
  'report.triaged': 'سجّل {actor} نتيجة البلاغ {reportId}',
  'report.taken-in': 'فتح {actor} ملفّ أسرة انطلاقًا من البلاغ {reportId}',
  'sender.added': 'سجّل {actor} الجهة المبلِّغة {senderId}',
  'sender.ended': 'أنهى {actor} تسجيل الجهة المبلِّغة {senderId}',
  'duplicate.merged': 'دمج {actor} البلاغ {reportId} في بلاغ آخر',
  'duplicate.separated': 'ألغى {actor} دمج البلاغ {reportId}',
  'duplicate.dismissed': 'استبعد {actor} تكرارًا للبلاغ {reportId}',
  'desk-contact.logged': 'دوّن {actor} زيارة في المكتب {bodyId}',
  'desk-contact.continued': 'تابع {actor} زيارة في المكتب {bodyId}',
  'desk-contact.changed': 'غيّر {actor} ربط الزيارة {contactId}',
  'contact-link.made': 'ربط {actor} الزيارة {contactId} بالأسرة',
  'contact-link.undone': 'أزال {actor} ربط الزيارة {contactId}',
  'practice.logged': 'دوّن {actor} معاملة في المكتب {bodyId}',
  'practice.finished': 'سجّل {actor} نتيجة معاملة',
};
