/** What `?` tells: which keys do what. */
import type { keys as source } from '../it/keys.ts';
import type { Translation } from '../translation.ts';

export const keys = {
  intro: 'كل شيء ممكن بلا فأرة.',
  anywhere: 'في كل مكان',
  go: 'انتقل إلى',
  palette: 'البحث أو الانتقال',
  help: 'هذه المفاتيح',
  close: 'إغلاق المفتوح',
  band: 'التنقّل على خط الألف يوم',
  after: 'ثم',
} satisfies Translation<typeof source>;
