import type { fields as source } from '../it/fields.ts';
import type { Translation } from '../translation.ts';

export const fields = {
  tooShort: 'قصير جدًا: اكتب المزيد.',
  missing: 'اختر أو اكتب شيئًا هنا.',
  date: 'اختر تاريخًا.',
  person: 'اختر شخصًا من القائمة.',
  body: 'اختر جهة من القائمة.',
  reason: 'السبب',
  reasonHint: 'كلمات قليلة سيقرؤها من يعمل مع الأسرة.',
  reasonMissing: 'اكتب السبب ولو بكلمات قليلة.',
} satisfies Translation<typeof source>;
