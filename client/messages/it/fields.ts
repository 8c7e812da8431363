/** What is wrong with a field, by the stable code of the problem. */
export const fields = {
  tooShort: 'È troppo corto: scrivi qualcosa di più.',
  missing: 'Scegli o scrivi qualcosa qui.',
  date: 'Scegli una data.',
  person: 'Scegli una persona dall’elenco.',
  body: 'Scegli un ente dall’elenco.',
  reason: 'Perché',
  reasonHint: 'Poche parole: le leggerà chi lavora con la famiglia.',
  reasonMissing: 'Scrivi il motivo, anche in poche parole.',
};
