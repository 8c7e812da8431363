/** Taking a document along. */
export const papers = {
  take: 'Stampa o prendi una copia',
  making: 'Preparo la copia…',
  saved: 'Copia salvata.',
  'format.pdf': 'PDF',
  'format.docx': 'Word (DOCX)',
  'format.markdown': 'Markdown',
  'format.page': 'Stampa…',
  print: 'Da stampare',
};
