import type { papers as source } from '../it/papers.ts';
import type { Translation } from '../translation.ts';

export const papers = {
  take: 'Imprimer ou prendre une copie',
  making: 'Préparation de la copie…',
  saved: 'Copie enregistrée.',
  'format.pdf': 'PDF',
  'format.docx': 'Word (DOCX)',
  'format.markdown': 'Markdown',
  'format.page': 'Imprimer…',
  print: 'À imprimer',
} satisfies Translation<typeof source>;
