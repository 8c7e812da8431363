/** Every proof, in the order in which the long versions run. */
import { access } from './access.ts';
import { editors } from './editors.ts';
import { frames } from './frames.ts';
import { histories } from './histories.ts';
import { killApp, killBoth, killPostgres } from './kills.ts';
import type { Proof } from './proof.ts';
import { races } from './races.ts';
import { restart } from './restart.ts';
import { soak } from './soak.ts';

export const proofs: readonly Proof[] = [
  killApp,
  killPostgres,
  killBoth,
  histories,
  frames,
  editors,
  races,
  access,
  restart,
  soak,
];
