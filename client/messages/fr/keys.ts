/** What `?` tells: which keys do what. */
import type { keys as source } from '../it/keys.ts';
import type { Translation } from '../translation.ts';

export const keys = {
  intro: 'Tout se fait aussi sans souris.',
  anywhere: 'Partout',
  go: 'Aller à',
  palette: 'Chercher ou aller ailleurs',
  help: 'Ces touches',
  close: 'Fermer ce qui est ouvert',
  band: 'Parcourir les mille jours',
  after: 'puis',
} satisfies Translation<typeof source>;
