import type { fields as source } from '../it/fields.ts';
import type { Translation } from '../translation.ts';

export const fields = {
  tooShort: 'قصير جدًا: اكتب المزيد.',
  tooLong: 'طويل جدًا: اختصر.',
  format: 'الصيغة غير صحيحة: تحقّق منها.',
  missing: 'اختر أو اكتب شيئًا هنا.',
  date: 'اختر تاريخًا.',
  person: 'اختر شخصًا من القائمة.',
  body: 'اختر جهة من القائمة.',
  reason: 'السبب',
  reasonHint: 'كلمات قليلة سيقرؤها من يعمل مع الأسرة.',
  reasonMissing: 'اكتب السبب ولو بكلمات قليلة.',
  past: 'هذا اليوم مضى: اختر اليوم أو يومًا لاحقًا.',
  future: 'هذا اليوم لم يأتِ بعد.',
  tooFar: 'بعيد جدًّا: 300 يوم من اليوم على الأكثر.',
  tooEarly: 'ما دامت الإحالة جارية فلا نتيجة لها بعد.',
  unknown: 'لم يعد موجودًا: اختر من جديد.',
  notInTeam: 'أضف هذا الشخص إلى الفريق أولًا.',
  cannotJoin: 'هذه الوظيفة لا تدخل الفرق.',
  isTutor: 'هذا الشخص هو المرافق بالفعل.',
  notTutor: 'يجب أن يكون مرافقًا في الشبكة.',
  isLead: 'الريجيا لديه بالفعل.',
  taken: 'موجود بالفعل: استعمل غيره.',
} satisfies Translation<typeof source>;
