/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': 'استلم {actor} بلاغًا',
  'window.done': 'سجّل {actor} إنجاز ما يخص {member}: {window}',
  'window.dismissed': 'اختار {actor} ألّا يجعله مهمة، لأجل {member}: {window}',
  'window.reopened': 'أعاد {actor} فتح ما يخص {member}: {window}',
  'calendar.rule-changed': 'غيّر {actor} قاعدة في التقويم: {window}، ابتداءً من {date}',
  'map.snapshot-taken': 'حفظ {actor} الخريطة باسم «{snapshotId}»',
};
