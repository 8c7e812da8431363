import type { papers as source } from '../it/papers.ts';
import type { Translation } from '../translation.ts';

export const papers = {
  take: 'طباعة أو أخذ نسخة',
  making: 'يجري إعداد النسخة…',
  saved: 'حُفظت النسخة.',
  'format.pdf': 'PDF',
  'format.docx': 'وورد (DOCX)',
  'format.markdown': 'ماركداون',
  'format.page': 'طباعة…',
  print: 'للطباعة',
} satisfies Translation<typeof source>;
