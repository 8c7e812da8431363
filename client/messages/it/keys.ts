/** What `?` tells: which keys do what. */
export const keys = {
  intro: 'Tutto si fa anche senza mouse.',
  anywhere: 'Ovunque',
  go: 'Vai a',
  palette: 'Cercare o andare altrove',
  help: 'Questi tasti',
  close: 'Chiudere ciò che è aperto',
  band: 'Scorrere la linea dei mille giorni',
  after: 'poi',
};
