import type { annotations as source } from '../it/annotations.ts';
import type { Translation } from '../translation.ts';

export const annotations = {
  margin: 'التعليقات',
  new: 'تعليق جديد',
  kind: 'ما نوعه',
  'kind.comment': 'تعليق',
  'kind.translation': 'ترجمة',
  'kind.translation.title': 'ترجمة: {language}',
  'kind.cultural_note': 'ملاحظة ثقافية',
  'kind.cultural_note.title': 'ملاحظة ثقافية',
  'kind.question': 'سؤال',
  'kind.question.title': 'سؤال',
  language: 'اللغة',
  text: 'نص التعليق',
  textHint: 'يقرأ الآخرون وأنت تكتب',
  by: 'تعليق {name}',
  somebody: 'شخص من الشبكة',
  writing: 'قيد الكتابة: {name}…',
  reply: 'ردّ',
  replyHint: 'Enter للرد',
  resolve: 'إنهاء',
  reopen: 'إعادة فتح',
  edit: 'تعديل',
  done: 'تم',
  fold: 'طيّ',
  resolvedBy:
    'أُنهي بواسطة {name}، {count, plural, one {رسالة واحدة} two {رسالتان} few {# رسائل} many {# رسالة} other {# رسالة}}',
  showResolved: 'إظهار المنتهية ({count})',
  hideResolved: 'إخفاء المنتهية',
  orphaned: 'على كلمات لم تعد موجودة',
} satisfies Translation<typeof source>;
