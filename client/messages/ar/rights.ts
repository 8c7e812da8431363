import type { rights as source } from '../it/rights.ts';
import type { Translation } from '../translation.ts';

export const rights = {
  'right.health': 'الصحة',
  'right.education': 'التعليم',
  'right.protection': 'الحماية',
  'right.parenthood': 'الوالدية',
  'right.home': 'السكن',
  'right.work': 'العمل',
  'right.identity': 'الهوية',
  title: 'الحقوق السبعة',
  children: 'للأطفال',
  household: 'للأسرة',
  goals: '{count, plural, one {هدف واحد} two {هدفان} few {# أهداف} many {# هدفًا} other {# هدف}}',
  tasks: '{count, plural, one {مهمة واحدة} two {مهمتان} few {# مهام} many {# مهمة} other {# مهمة}}',
  referrals: '{count, plural, one {إحالة واحدة} two {إحالتان} few {# إحالات} many {# إحالة} other {# إحالة}}',
  'state.none': 'لم يُفتح',
  'state.open': 'جارٍ',
  'state.stuck': 'متوقف',
  'state.met': 'تحقّق',
  inText: 'في الخطة',
  jump: 'انتقل إلى حق',
} satisfies Translation<typeof source>;
