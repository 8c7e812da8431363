import type { minutes as source } from '../it/minutes.ts';
import type { Translation } from '../translation.ts';

export const minutes = {
  decision: 'قرار',
  decisionPlaceholder: 'ما الذي تقرر',
  dissent: 'اعتراض',
  dissentOf: 'صاحب الاعتراض',
  dissentOfNobody: 'مَن؟',
  dissentPlaceholder: 'بكلمات صاحب الاعتراض',
  makeTask: 'مهمة',
  makeReferral: 'إحالة',
  makeGoal: 'هدف',
  makeLead: 'نقل الريجيا',
  needsNothing: 'لا يحتاج إلى مهمة',
  toldBy: 'ينقله {name}',
  told: 'ينقله',
} satisfies Translation<typeof source>;
