import type { papers as source } from '../it/papers.ts';
import type { Translation } from '../translation.ts';

export const papers = {
  take: 'Print or take a copy',
  making: 'Making the copy…',
  saved: 'Copy saved.',
  'format.pdf': 'PDF',
  'format.docx': 'Word (DOCX)',
  'format.markdown': 'Markdown',
  'format.page': 'Print…',
  print: 'To print',
} satisfies Translation<typeof source>;
